package io.lumiere.cluster.push;

import java.time.Duration;

/**
 * How a directory is copied into a collection. Immutable.
 *
 * @param batch how many photos a request carries
 * @param senders how many requests are under way at a time
 * @param shards of the collection, where it is to be made
 * @param copies of each shard, where it is to be made
 * @param patience how long a request is made again that fails because a node does
 */
public record PushOptions(int batch, int senders, int shards, int copies, Duration patience) {
  /** So long a shard may be without a leader. The options below have it, so it comes first. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Where nothing else is said. */
  public static final PushOptions DEFAULT = new PushOptions(100, 4, 1, 1);

  public PushOptions {
    check("batch", batch, 10_000);
    check("senders", senders, 64);
    check("shards", shards, 1_000);
    check("copies", copies, 10);
  }

  /** With the usual patience. */
  public PushOptions(int batch, int senders, int shards, int copies) {
    this(batch, senders, shards, copies, PATIENCE);
  }

  /** The same with another patience. */
  public PushOptions withPatience(Duration other) {
    return new PushOptions(batch, senders, shards, copies, other);
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " is " + value + ", not in 1.." + most);
    }
  }
}
