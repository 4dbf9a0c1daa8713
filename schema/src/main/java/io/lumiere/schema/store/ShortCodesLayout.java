package io.lumiere.schema.store;

/**
 * Where the short codes of a segment's vectors lie in their two files, so that a search that looks
 * at all of them reads no more than it needs. The first has signs: those of {@value #BLOCK} vectors
 * lie together, vector by vector, then their scales. The second has a row for each vector: what is
 * left of its code, and its scale. Bits of a vector fill whole longs. Immutable and thread-safe.
 *
 * @param dimension of the vectors
 * @param count how many there are
 */
public record ShortCodesLayout(int dimension, int count) {
  /** How many vectors have their signs together. */
  public static final int BLOCK = 64;

  public ShortCodesLayout {
    if (dimension < 1 || count < 0) {
      throw new IllegalArgumentException(
          count + " vectors of dimension " + dimension + " have no short codes");
    }
  }

  /** How many longs have one bit of each component. */
  public int words() {
    return Math.ceilDiv(dimension, Long.SIZE);
  }

  /** How long the part of a field is in either file, in bytes. */
  public long length() {
    return count * (long) rowBytes();
  }

  /** Where a block of signs begins. */
  public long block(int first) {
    return first * (long) rowBytes();
  }

  /** Where the signs of a vector begin. */
  public long signs(int node) {
    int place = node % BLOCK;
    return block(node - place) + place * (long) bitBytes();
  }

  /** Where the rest of a vector's code begins; its scale comes after its bits. */
  public long rest(int node) {
    return node * (long) rowBytes();
  }

  private int bitBytes() {
    return words() * Long.BYTES;
  }

  private int rowBytes() {
    return bitBytes() + Float.BYTES;
  }
}
