package io.lumiere.exchange.internal.rows;

/**
 * What a file of records may ask for. Whatever it says of itself is held against these, so that a
 * damaged or malicious file costs no more than an honest one of its size.
 */
public final class Limits {
  /** The most bytes that one record may have. */
  public static final int ROW_BYTES = 16 << 20;

  /** The longest text that an index keeps as one term. Lucene takes 32,766 bytes, of two joined. */
  static final int TERM_BYTES = 10_000;

  /** The most texts that one field of a photo may have. */
  static final int TEXTS = 10_000;

  /**
   * How many times its size a compressed file may become. Real records become 2 to 30 times as
   * large; gzip allows 1,000 and Zstandard more than 10,000, which nothing but a bomb uses.
   */
  private static final long EXPANSION = 256;

  /** A small file may become this large: few records that are all alike do compress that well. */
  private static final long ALWAYS_ALLOWED = 64L << 20;

  private Limits() {}

  /** The most bytes that a file of this size may decompress to. */
  public static long expanded(long fileBytes) {
    return EXPANSION * fileBytes + ALWAYS_ALLOWED;
  }

  /** The most rows, and the most items of lists, that a file of this size may have. */
  public static long values(long fileBytes) {
    return EXPANSION * fileBytes;
  }

  /** What to say where a file becomes larger than that. */
  public static String bomb(long fileBytes) {
    return "its "
        + fileBytes
        + " bytes decompress to more than "
        + expanded(fileBytes)
        + ", as no file of records does: it takes at most "
        + EXPANSION
        + " times its size and "
        + (ALWAYS_ALLOWED >> 20)
        + " MB";
  }
}
