package io.lumiere.web.server;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of the page in memory. Immutable; the arrays are not copied.
 *
 * @param gzipped its compressed form; null for what is compressed by itself, as pictures are
 */
@SuppressWarnings("ArrayRecordComponent") // Neither compared nor changed.
record PageFile(String path, byte[] bytes, byte @Nullable [] gzipped, String type, String etag) {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"));

  /** The content type of a path, or null: files of other types are not served. */
  static @Nullable String type(String path) {
    return TYPES.get(path.substring(path.lastIndexOf('.') + 1));
  }

  static PageFile of(String path, byte[] bytes, String type) {
    boolean packed = type.matches("image/(png|webp|x-icon)|font/.*");
    return new PageFile(
        path, bytes, packed ? null : Gzip.compress(bytes, Gzip.BEST), type, Etags.of(bytes));
  }

  /** Whether its name has a hash of its content, as Vite gives to what is in its folder assets. */
  boolean isHashed() {
    return path.startsWith("/assets/");
  }
}
