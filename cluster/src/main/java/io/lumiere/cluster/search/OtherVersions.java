package io.lumiere.cluster.search;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.query.ShardProtocol;

/** Nodes whose plugin is of another version than this program. Thread-safe. */
final class OtherVersions {
  private OtherVersions() {}

  /** The failure in words that say what to do, where the plugin is why. */
  static LumiereException said(LumiereException failure, CollectionAddress collection) {
    String message = failure.getMessage();
    return message == null || !message.contains(ShardProtocol.OTHER_VERSION)
        ? failure
        : new LumiereException(
            "the nodes of collection "
                + collection
                + " have a plugin of another version than this program: put the lumiere-solr of"
                + " this version into each of them, see docs/cluster.md",
            failure);
  }
}
