package io.lumiere.cluster.lock;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.PhotoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.solr.common.cloud.SolrZkClient;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.jspecify.annotations.Nullable;

/** Nodes of ZooKeeper, each with a text, for those who write to a collection. Thread-safe. */
public final class ZooKeeperNodes {
  /** So long a ZooKeeper may be away, which also is started again now and then. */
  private static final Duration AWAY = Duration.ofMinutes(2);

  private static final long PAUSE_MILLIS = 250;

  private final SolrZkClient client;
  private final String collection;
  private final BooleanSupplier stopped;

  /**
   * Nodes.
   *
   * @param stopped whether ZooKeeper is not waited for while it is away
   */
  public ZooKeeperNodes(PhotoCollection collection, BooleanSupplier stopped) {
    this.stopped = stopped;
    this.client = collection.zooKeeper();
    this.collection = collection.address().toString();
  }

  /** Makes a node with all folders above it; nothing where it is there. */
  public void ensure(String path) {
    asked(() -> {
      client.ensureExists(path);
      return null;
    });
  }

  /** Makes a node in a folder that is there; false where the node is there already. */
  public boolean make(String path, String text) {
    return make(path, text, CreateMode.PERSISTENT);
  }

  /** As {@link #make}, of a node that goes with this program. */
  public boolean makePassing(String path, String text) {
    return make(path, text, CreateMode.EPHEMERAL);
  }

  private boolean make(String path, String text, CreateMode mode) {
    return asked(() -> {
      try {
        client.create(path, text.getBytes(StandardCharsets.UTF_8), mode);
        return true;
      } catch (KeeperException.NodeExistsException e) {
        return false;
      }
    });
  }

  /** Gives a node that is there another text. */
  public void write(String path, String text) {
    asked(() -> client.setData(path, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The text of a node; null where it is not there. */
  public @Nullable String read(String path) {
    return asked(() -> {
      try {
        return new String(client.getData(path, null, null), StandardCharsets.UTF_8);
      } catch (KeeperException.NoNodeException e) {
        return null;
      }
    });
  }

  /** The names of what is in a folder; empty where it is not there. */
  public List<String> list(String path) {
    return asked(() -> {
      try {
        return client.getChildren(path, null);
      } catch (KeeperException.NoNodeException e) {
        return List.of();
      }
    });
  }

  /** Removes a node, and all that is in it; nothing where it is not there. */
  public void remove(String path) {
    for (String name : list(path)) {
      remove(path + "/" + name);
    }
    asked(() -> {
      try {
        client.delete(path, -1);
      } catch (KeeperException.NoNodeException e) {
        // Somebody else has removed it.
      }
      return null;
    });
  }

  /**
   * Removes a node with this text, also where this thread is interrupted before or meanwhile: the
   * node would stay as long as the program runs. Without ZooKeeper it goes with the program's
   * session.
   */
  public void forget(String path, String text) {
    boolean wasInterrupted = Thread.interrupted();
    try {
      if (!tryForget(path, text)) {
        wasInterrupted = true;
        // The client says so by the exception and by the thread's flag.
        Thread.interrupted();
        // Once more only: nobody is interrupted again and again for long.
        tryForget(path, text);
      }
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** False where this thread was interrupted. */
  private boolean tryForget(String path, String text) {
    try {
      byte[] found = client.getData(path, null, null);
      if (text.equals(new String(found, StandardCharsets.UTF_8))) {
        client.delete(path, -1);
      }
    } catch (KeeperException e) {
      // It is gone, or goes with the session.
    } catch (InterruptedException e) {
      return false;
    }
    return true;
  }

  /** A request to ZooKeeper. */
  @FunctionalInterface
  private interface Asked<T extends @Nullable Object> {
    T get() throws KeeperException, InterruptedException;
  }

  /** Asks again while ZooKeeper is away. */
  private <T extends @Nullable Object> T asked(Asked<T> request) {
    long end = System.nanoTime() + AWAY.toNanos();
    while (true) {
      try {
        return request.get();
      } catch (KeeperException e) {
        if (!isAway(e) || stopped.getAsBoolean() || System.nanoTime() - end >= 0) {
          throw new LumiereException(
              "ZooKeeper does not do what is asked for "
                  + collection
                  + ": "
                  + e.getMessage()
                  + "; what was committed is safe, and the same command goes on from there",
              e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LumiereException("interrupted while ZooKeeper was waited for", e);
      }
      Pause.millis(PAUSE_MILLIS);
    }
  }

  private static boolean isAway(KeeperException failure) {
    return switch (failure.code()) {
      case CONNECTIONLOSS, SESSIONEXPIRED, OPERATIONTIMEOUT, SESSIONMOVED -> true;
      default -> false;
    };
  }
}
