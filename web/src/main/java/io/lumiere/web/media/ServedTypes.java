package io.lumiere.web.media;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Content types of originals, by the format that the index found in the file's bytes. What is not
 * listed is never shown, only saved. Thread-safe.
 */
public final class ServedTypes {
  static final String UNKNOWN = "application/octet-stream";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("png", "image/png"),
          Map.entry("webp", "image/webp"),
          Map.entry("gif", "image/gif"),
          Map.entry("avif", "image/avif"),
          Map.entry("bmp", "image/bmp"),
          Map.entry("heic", "image/heic"),
          Map.entry("tiff", "image/tiff"),
          Map.entry("jxl", "image/jxl"),
          Map.entry("jp2", "image/jp2"));

  private static final Set<String> SHOWN = Set.of("jpeg", "png", "webp", "gif", "avif", "bmp");

  private ServedTypes() {}

  /** All of them, and the one of what is not listed. */
  static Set<String> all() {
    Set<String> all = new TreeSet<>(TYPES.values());
    all.add(UNKNOWN);
    return all;
  }

  static String of(String format) {
    return TYPES.getOrDefault(format, UNKNOWN);
  }

  /** Whether all browsers show the format; of others they show the large thumbnail. */
  public static boolean isShown(String format) {
    return SHOWN.contains(format);
  }
}
