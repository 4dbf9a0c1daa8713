package io.lumiere.schema.store;

/**
 * Where the short codes of a segment's vectors lie in their two files. A code is some words of 64
 * bits. One file has whole codes, each in a row of its own: a row of 384 dimensions is as long as
 * what a processor fetches from memory at once. The other has the first words alone, once more, for
 * a search that looks at all of them: so it reads no more than it needs. There, {@value #BLOCK}
 * vectors are a block, which has the first word of each, then the second of each, so that bits are
 * counted in plain loops. Immutable and thread-safe.
 *
 * @param dimension of the vectors
 * @param count how many there are
 */
public record ShortCodesLayout(int dimension, int count) {
  /** How many vectors are in a block. */
  public static final int BLOCK = 256;

  /** For how many components there are two words in a code: of 384, codes have 512 bits. */
  private static final int COMPONENTS = 96;

  /** One of how many words is among the first. */
  private static final int WORDS_FOR_ONE = 4;

  public ShortCodesLayout {
    if (dimension < 1 || count < 0) {
      throw new IllegalArgumentException(
          count + " vectors of dimension " + dimension + " have no short codes");
    }
  }

  /** How many words a code has; an even number. */
  public int words() {
    return 2 * Math.ceilDiv(dimension, COMPONENTS);
  }

  /** How many of them blocks have. */
  public int firsts() {
    return Math.ceilDiv(words(), WORDS_FOR_ONE);
  }

  /** How many blocks there are; the last is filled up with zeros. */
  public int blocks() {
    return Math.ceilDiv(count, BLOCK);
  }

  /** How long the blocks of a field are, in bytes. */
  public long blocksLength() {
    return block(blocks());
  }

  /** Where a block begins. */
  public long block(int number) {
    return number * (long) firsts() * BLOCK * Long.BYTES;
  }

  /** How long the rows of a field are, in bytes. */
  public long rowsLength() {
    return row(count);
  }

  /** Where the row of a vector begins. */
  public long row(int node) {
    return node * (long) words() * Long.BYTES;
  }
}
