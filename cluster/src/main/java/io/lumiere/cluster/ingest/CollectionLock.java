package io.lumiere.cluster.ingest;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.PhotoCollection;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.solr.common.cloud.SolrZkClient;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second index run from a collection: two would both find a photo missing and add it with
 * ids of their own. It is a node of ZooKeeper that goes with the program that made it. Thread-safe.
 */
final class CollectionLock implements Closeable {
  private static final String FOLDER = "/lumiere/writers";

  /** ZooKeeper notices so late that a program has crashed. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** So long a ZooKeeper may be away, which also is started again now and then. */
  private static final Duration AWAY = Duration.ofMinutes(2);

  private static final long PAUSE_MILLIS = 250;

  private final SolrZkClient zooKeeper;
  private final String collection;
  private final String path;
  private final BooleanSupplier stopped;
  private final byte[] owner = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);

  private CollectionLock(PhotoCollection collection, BooleanSupplier stopped) {
    this.zooKeeper = collection.zooKeeper();
    this.collection = collection.address().toString();
    this.stopped = stopped;
    this.path = FOLDER + "/" + collection.name();
  }

  /**
   * Locks a collection, whether it is there yet or not.
   *
   * @throws LumiereException if another run keeps it locked
   */
  static CollectionLock take(PhotoCollection collection, BooleanSupplier stopped) {
    CollectionLock lock = new CollectionLock(collection, stopped);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!lock.isTaken()) {
      if (stopped.getAsBoolean() || System.nanoTime() - end >= 0) {
        throw new LumiereException(
            "another 'lumiere index' writes to "
                + lock.collection
                + ": wait for its end, or for a minute if it has crashed");
      }
      lock.asked(() -> {
        Thread.sleep(PAUSE_MILLIS);
        return null;
      });
    }
    return lock;
  }

  /**
   * Makes sure that nobody else has it: ZooKeeper takes it away when it has not heard of this
   * program for long.
   */
  void requireHeld() {
    if (!isTaken()) {
      throw new LumiereException(
          "another 'lumiere index' began to write to "
              + collection
              + " while ZooKeeper could not hear this one; what was committed is safe");
    }
  }

  /** Without ZooKeeper it goes with this program's session. */
  @Override
  public void close() {
    try {
      if (Arrays.equals(holder(), owner)) {
        zooKeeper.delete(path, -1);
      }
    } catch (KeeperException e) {
      // It goes with the session.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes it where nobody has it; whether it is held now. */
  private boolean isTaken() {
    return asked(() -> {
      byte[] holder = holder();
      if (holder != null) {
        return Arrays.equals(holder, owner);
      }
      try {
        zooKeeper.ensureExists(FOLDER);
        zooKeeper.create(path, owner, CreateMode.EPHEMERAL);
        return true;
      } catch (KeeperException.NodeExistsException e) {
        return Arrays.equals(holder(), owner);
      }
    });
  }

  private byte @Nullable [] holder() throws KeeperException, InterruptedException {
    try {
      return zooKeeper.getData(path, null, null);
    } catch (KeeperException.NoNodeException e) {
      return null;
    }
  }

  /** A request to ZooKeeper. */
  @FunctionalInterface
  private interface Asked<T extends @Nullable Object> {
    T get() throws KeeperException, InterruptedException;
  }

  /** Asks again while ZooKeeper is away. */
  private <T extends @Nullable Object> T asked(Asked<T> request) {
    long end = System.nanoTime() + AWAY.toNanos();
    try {
      while (true) {
        try {
          return request.get();
        } catch (KeeperException e) {
          if (!isAway(e) || stopped.getAsBoolean() || System.nanoTime() - end >= 0) {
            throw new LumiereException(
                "the lock of "
                    + collection
                    + " cannot be had from ZooKeeper: "
                    + e.getMessage()
                    + "; what was committed is safe, and the same command goes on from there",
                e);
          }
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LumiereException("interrupted while ZooKeeper was waited for", e);
    }
  }

  private static boolean isAway(KeeperException failure) {
    return switch (failure.code()) {
      case CONNECTIONLOSS, SESSIONEXPIRED, OPERATIONTIMEOUT, SESSIONMOVED -> true;
      default -> false;
    };
  }
}
