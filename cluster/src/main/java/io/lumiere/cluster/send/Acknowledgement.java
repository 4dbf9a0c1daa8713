package io.lumiere.cluster.send;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.util.NamedList;

/**
 * Which photos of a request their leaders have written, or removed. Immutable.
 *
 * <p>Success alone does not say it. A node that does not lead a shard passes photos on to the node
 * that does. Where that one dies, Solr 10 passes the first photo of the request on again, to the
 * next leader, forgets those that followed it, and answers that all went well. But where a request
 * asks for versions, the answer names each photo with the version that the leader gave to it, or
 * with 0 where it was only passed on.
 *
 * @param ids of the photos
 */
record Acknowledgement(Set<String> ids) {
  private static final List<String> PARTS = List.of("adds", "deletes");
  private static final long PASSED_ON = 0;

  Acknowledgement {
    ids = Set.copyOf(ids);
  }

  /** Of an answer to a request that asked for versions. */
  static Acknowledgement of(NamedList<?> answer) {
    Set<String> ids = new HashSet<>();
    for (String part : PARTS) {
      if (answer.get(part) instanceof NamedList<?> versions) {
        for (Map.Entry<String, ?> photo : versions) {
          if (photo.getValue() instanceof Number version && version.longValue() != PASSED_ON) {
            ids.add(photo.getKey());
          }
        }
      }
    }
    return new Acknowledgement(ids);
  }

  /**
   * Checks that no photo is missing.
   *
   * @throws SolrServerException if one is: the request is to be made again
   */
  void require(Collection<String> photos) throws SolrServerException {
    long missing = photos.stream().filter(photo -> !ids.contains(photo)).count();
    if (missing > 0) {
      throw new SolrServerException(
          "of "
              + photos.size()
              + " photos, "
              + missing
              + " reached a node that does not lead their shard");
    }
  }
}
