package io.lumiere.cluster.push;

/**
 * How a directory is copied into a collection. Immutable.
 *
 * @param batch how many photos a request carries
 * @param senders how many requests are under way at a time
 * @param shards of the collection, where it is to be made
 * @param copies of each shard, where it is to be made
 */
public record PushOptions(int batch, int senders, int shards, int copies) {
  /** Where nothing else is said. */
  public static final PushOptions DEFAULT = new PushOptions(100, 4, 1, 1);

  public PushOptions {
    check("batch", batch, 10_000);
    check("senders", senders, 64);
    check("shards", shards, 1_000);
    check("copies", copies, 10);
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " is " + value + ", not in 1.." + most);
    }
  }
}
