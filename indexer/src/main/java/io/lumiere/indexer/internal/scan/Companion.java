package io.lumiere.indexer.internal.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file next to a photo that says something about it.
 *
 * @param kind what it is
 * @param file where it is
 * @param path relative to the archive's root
 * @param size in bytes
 * @param modified milliseconds since the epoch
 */
public record Companion(Kind kind, Path file, String path, long size, long modified) {
  /** The kinds of files that are looked for. */
  public enum Kind {
    /** An XMP sidecar. */
    XMP,
    /** JSON of Google Takeout. */
    TAKEOUT,
    /** A film, perhaps of a live photo. */
    FILM,
    /** What Picasa knows of all photos of a folder. */
    PICASA
  }

  /** The part of the path after the last {@code /}. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The names of Picasa's files; the first is hidden. */
  static final List<String> PICASA_NAMES = List.of(".picasa.ini", "picasa.ini");

  /** The kind of file that has this name; null for any other. */
  static @Nullable Kind kindOf(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (PICASA_NAMES.contains(last)) {
      return Kind.PICASA;
    }
    int dot = name.lastIndexOf('.');
    return switch (dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
      case "xmp" -> Kind.XMP;
      case "json" -> Kind.TAKEOUT;
      case "mov", "mp4" -> Kind.FILM;
      default -> null;
    };
  }
}
