package io.lumiere.exchange.internal.rows;

/**
 * Limits for files of records. What a file says about its own sizes is checked against these, so
 * that a damaged or malicious file costs no more than a sound one of its size.
 */
public final class Limits {
  /** The most bytes that one record may have. */
  public static final int ROW_BYTES = 16 << 20;

  /**
   * The longest text that an index keeps as one term. Lucene's limit is 32,766 bytes, and a term
   * may join two texts.
   */
  static final int TERM_BYTES = 10_000;

  /** The most texts that one field of a photo may have. */
  static final int TEXTS = 10_000;

  /**
   * How many times its size a compressed file may become. Real records become 2 to 30 times as
   * large; gzip allows 1,000 and Zstandard more than 10,000, which only a decompression bomb
   * reaches.
   */
  private static final long EXPANSION = 256;

  /** A small file may become this large: a few identical records do compress that well. */
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

  /** The message for a file that becomes larger than that. */
  public static String bomb(long fileBytes) {
    return "its "
        + fileBytes
        + " bytes decompress to more than "
        + expanded(fileBytes)
        + ", as no file of records does: it may take at most "
        + EXPANSION
        + " times its size and "
        + (ALWAYS_ALLOWED >> 20)
        + " MB";
  }
}
