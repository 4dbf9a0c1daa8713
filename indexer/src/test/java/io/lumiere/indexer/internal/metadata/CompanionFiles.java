package io.lumiere.indexer.internal.metadata;

/** Files beside photos, for tests of other packages. */
public final class CompanionFiles {
  private static final long MAC_EPOCH = 2_082_844_800L;

  private CompanionFiles() {}

  /** An XMP sidecar with these elements. */
  public static byte[] xmp(String elements) {
    return Segments.xmp(elements);
  }

  /** A film; its length in seconds, Apple's keys and their values in turn. */
  public static byte[] film(long epochSecond, int seconds, String... keys) {
    return Containers.film(epochSecond + MAC_EPOCH, seconds, keys);
  }
}
