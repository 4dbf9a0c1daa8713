package io.lumiere.cluster.lock;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.PhotoCollection;
import java.io.Closeable;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Keeps a second index run from a collection: two would both find a photo missing and add it with
 * ids of their own. Runs that share their work have it for moments only, and a copy of a directory
 * until the collection has photos. Thread-safe.
 */
public final class CollectionLock implements Closeable {
  private static final String WRITERS = "/lumiere/writers";
  private static final String DESCRIBERS = "/lumiere/describers";

  /** Behind the name of a folder: what is beside it, and stays. */
  private static final String LAST = "-last";

  /** ZooKeeper notices so late that a program has crashed. */
  public static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final long PAUSE_MILLIS = 250;

  private final String collection;
  private final ZooKeeperNodes nodes;
  private final HeldNode node;

  /** Where it says who took it last, also when nobody has it any more. */
  private final String last;

  private final String taker = UUID.randomUUID().toString();

  private CollectionLock(PhotoCollection collection, String folder, ZooKeeperNodes nodes) {
    this.collection = collection.address().toString();
    this.nodes = nodes;
    nodes.ensure(folder);
    this.node = new HeldNode(nodes, folder + "/" + collection.name());
    this.last = folder + LAST + "/" + collection.name();
  }

  /**
   * Locks a collection, whether it is there yet or not.
   *
   * @throws LumiereException if another run keeps it locked
   */
  public static CollectionLock take(PhotoCollection collection, BooleanSupplier stopped) {
    return take(collection, WRITERS, stopped);
  }

  /**
   * Locks what a collection says of itself, for as long as it takes to read it and to write it in
   * another form. Who writes photos may have the other lock meanwhile.
   *
   * @throws LumiereException if another run keeps it locked
   */
  public static CollectionLock takeDescription(
      PhotoCollection collection, BooleanSupplier stopped) {
    return take(collection, DESCRIBERS, stopped);
  }

  private static CollectionLock take(
      PhotoCollection collection, String folder, BooleanSupplier stopped) {
    CollectionLock lock =
        new CollectionLock(collection, folder, new ZooKeeperNodes(collection, stopped));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!lock.node.take()) {
      if (stopped.getAsBoolean() || System.nanoTime() >= end) {
        throw new LumiereException(
            "another 'lumiere index' or 'push' writes to "
                + lock.collection
                + ": wait for its end, or for a minute if it has crashed");
      }
      Pause.millis(PAUSE_MILLIS);
    }
    try {
      lock.sign();
    } catch (LumiereException e) {
      lock.close();
      throw e;
    }
    return lock;
  }

  private void sign() {
    nodes.ensure(last);
    nodes.write(last, taker);
  }

  /**
   * Makes sure that nobody else has it or has had it since it was taken: ZooKeeper takes it away
   * when it has not heard of this program for long.
   */
  public void requireHeld() {
    if (!node.take() || !taker.equals(nodes.read(last))) {
      throw new LumiereException(
          "another 'lumiere index' or 'push' began to write to "
              + collection
              + " while ZooKeeper could not hear this one; what was committed is safe");
    }
  }

  /** Without ZooKeeper it goes with this program's session. */
  @Override
  public void close() {
    node.release();
  }
}
