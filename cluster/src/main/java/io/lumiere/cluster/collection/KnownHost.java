package io.lumiere.cluster.collection;

import io.lumiere.base.LumiereException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Whether there is any machine to connect to. Thread-safe. */
final class KnownHost {
  private KnownHost() {}

  /**
   * Refuses an address of which no host has a known name: ZooKeeper's client would look for them
   * again and again, in vain, as Java remembers for ten seconds what is not known.
   */
  static void require(CollectionAddress address) {
    UnknownHostException unknown = null;
    for (String zooKeeper : address.zooKeepers()) {
      try {
        InetAddress.getByName(zooKeeper.substring(0, zooKeeper.lastIndexOf(':')));
        return;
      } catch (UnknownHostException e) {
        unknown = e;
      }
    }
    throw unknown(address, unknown);
  }

  private static LumiereException unknown(CollectionAddress address, @Nullable Throwable cause) {
    return new LumiereException(
        "no SolrCloud answers at ZooKeeper "
            + String.join(",", address.zooKeepers())
            + ": no machine is known by that name",
        cause);
  }
}
