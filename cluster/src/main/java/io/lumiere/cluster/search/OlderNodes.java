package io.lumiere.cluster.search;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.query.ShardProtocol;

/** Nodes whose plugin does not know what this program asks. Thread-safe. */
final class OlderNodes {
  private OlderNodes() {}

  /** The failure in words that say what to do, where the plugin is why. */
  static LumiereException said(LumiereException failure, CollectionAddress collection) {
    String message = failure.getMessage();
    return message == null || !message.contains(ShardProtocol.UNKNOWN)
        ? failure
        : new LumiereException(
            "the nodes of collection "
                + collection
                + " have a plugin of an older version, which cannot answer this: put the"
                + " lumiere-solr of this version into each of them, see docs/cluster.md",
            failure);
  }
}
