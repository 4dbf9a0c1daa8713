package io.lumiere.cluster.send;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.util.NamedList;
import org.jspecify.annotations.Nullable;

/**
 * Which photos of a request their leaders have written, or removed. Immutable.
 *
 * <p>Success alone does not say it. A node that does not lead a shard passes photos on to the node
 * that does. Where that one dies, Solr 10 passes the first photo of the request on again, to the
 * next leader, forgets those that followed it, and answers that all went well. But where a request
 * asks for versions, the answer names each photo with the version that the leader gave to it, or
 * with 0 where it was only passed on.
 *
 * @param versions by the ids of the photos; below 0 for those that were removed
 */
record Acknowledgement(Map<String, Long> versions) {
  private static final List<String> PARTS = List.of("adds", "deletes");
  private static final long PASSED_ON = 0;

  Acknowledgement {
    versions = Map.copyOf(versions);
  }

  /** Of an answer to a request that asked for versions. */
  static Acknowledgement of(NamedList<?> answer) {
    Map<String, Long> versions = new HashMap<>();
    for (String part : PARTS) {
      if (answer.get(part) instanceof NamedList<?> given) {
        for (Map.Entry<String, ?> photo : given) {
          if (photo.getValue() instanceof Number version && version.longValue() != PASSED_ON) {
            versions.put(photo.getKey(), version.longValue());
          }
        }
      }
    }
    return new Acknowledgement(versions);
  }

  /** The photos. */
  Set<String> ids() {
    return versions.keySet();
  }

  /**
   * Checks that no photo is missing.
   *
   * @throws SolrServerException if one is: the request is to be made again
   */
  void require(Collection<String> photos) throws SolrServerException {
    require(
        photos,
        photos.stream().filter(versions::containsKey).count(),
        "reached a node that does not lead their shard");
  }

  /**
   * Checks that the photos are as the leaders said, or were changed since.
   *
   * @param held the versions of those that are there now
   * @throws SolrServerException if one is not: the request is to be made again
   */
  void requireHeld(Map<String, Long> held) throws SolrServerException {
    require(
        ids(),
        versions.entrySet().stream()
            .filter(photo -> isHeld(photo.getValue(), held.get(photo.getKey())))
            .count(),
        "reached a node that does not lead their shard any more");
  }

  private static boolean isHeld(long version, @Nullable Long now) {
    return version > 0 ? now != null && now >= version : now == null || now > -version;
  }

  private static void require(Collection<String> photos, long there, String others)
      throws SolrServerException {
    if (there < photos.size()) {
      throw new SolrServerException(
          "of " + photos.size() + " photos, " + (photos.size() - there) + " " + others);
    }
  }
}
