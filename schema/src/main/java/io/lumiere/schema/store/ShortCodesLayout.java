package io.lumiere.schema.store;

/**
 * Where the short codes of a segment's vectors lie in their two files. A code is some words of 64
 * bits; its first half is in the first file, so that a search that looks at all of them reads no
 * more than it needs, the rest is in the second. Immutable and thread-safe.
 *
 * @param dimension of the vectors
 * @param count how many there are
 */
public record ShortCodesLayout(int dimension, int count) {
  /** For how many components there is a word in each file: of 384, codes have 512 bits. */
  private static final int COMPONENTS = 96;

  public ShortCodesLayout {
    if (dimension < 1 || count < 0) {
      throw new IllegalArgumentException(
          count + " vectors of dimension " + dimension + " have no short codes");
    }
  }

  /** How many words of a code are in either file. */
  public int words() {
    return Math.ceilDiv(dimension, COMPONENTS);
  }

  /** How long the part of a field is in either file, in bytes. */
  public long length() {
    return row(count);
  }

  /** Where the words of a vector begin, in either file. */
  public long row(int node) {
    return node * (long) words() * Long.BYTES;
  }
}
