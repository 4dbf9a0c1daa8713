package io.lumiere.cluster.send;

import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.cloud.ZkCoreNodeProps;
import org.apache.solr.common.params.ModifiableSolrParams;

/**
 * Asks the nodes that lead now what they hold. Thread-safe.
 *
 * <p>A leader that wrote a photo alone, without its copies, may have lost the lead before: where it
 * was frozen in between, it goes on with what it was doing when it thaws, and does not know yet
 * that another one leads. That one never hears of the photo, and the old leader drops it when it
 * follows the new one. So the new one is asked: ZooKeeper names a leader as long as it hears of it.
 * If that is still the node that wrote the photo, no copy without the photo can lead from then on,
 * since a leader lowers the terms of copies that it leaves out before it answers.
 */
final class PresentLeaders {
  private static final String VERSION = "_version_";

  private final PhotoCollection collection;

  PresentLeaders(PhotoCollection collection) {
    this.collection = collection;
  }

  /** The versions of those of the photos that are there, committed or not. */
  Map<String, Long> versions(Collection<String> ids) throws IOException, SolrServerException {
    Map<String, List<String>> shards = new HashMap<>();
    for (String id : ids) {
      shards.computeIfAbsent(collection.shardOf(id), shard -> new ArrayList<>()).add(id);
    }
    Map<String, Long> versions = new HashMap<>();
    for (Map.Entry<String, List<String>> shard : shards.entrySet()) {
      for (SolrDocument photo : held(collection.leaders().of(shard.getKey()), shard.getValue())) {
        versions.put((String) photo.getFieldValue(Fields.ID), (Long) photo.getFieldValue(VERSION));
      }
    }
    return versions;
  }

  private SolrDocumentList held(ZkCoreNodeProps leader, List<String> ids)
      throws IOException, SolrServerException {
    ModifiableSolrParams params = new ModifiableSolrParams();
    params.set("fl", Fields.ID, VERSION);
    params.set("distrib", false);
    QueryRequest request = ByIds.of(ids, params);
    return (SolrDocumentList)
        collection.ask(leader.getBaseUrl(), leader.getCoreName(), request).get("response");
  }
}
