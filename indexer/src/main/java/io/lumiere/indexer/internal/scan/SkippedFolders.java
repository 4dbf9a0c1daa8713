package io.lumiere.indexer.internal.scan;

import java.util.Locale;
import java.util.Set;

/**
 * Folders in which people do not keep photos: thumbnails, waste bins, snapshots, programs' stores.
 */
final class SkippedFolders {
  private static final Set<String> NAMES =
      Set.of(
          "@eadir", // Synology's thumbnails
          "@recycle", // QNAP's waste bin
          "@recently-snapshot",
          "#recycle", // Synology's waste bin
          "#snapshot",
          "$recycle.bin",
          "system volume information",
          "lost+found",
          "__macosx",
          "thumbs.db");

  private static final Set<String> PHOTOS_LIBRARY = Set.of("originals", "masters");

  private SkippedFolders() {}

  /**
   * Whether the folder {@code name} in the folder {@code parent} is skipped. The walk itself skips
   * hidden folders.
   */
  static boolean skips(String parent, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    // In Apple's Photos library only the originals are photos; everything else is made from them.
    boolean derived =
        parent.toLowerCase(Locale.ROOT).endsWith(".photoslibrary")
            && !PHOTOS_LIBRARY.contains(lower);
    return derived || NAMES.contains(lower) || lower.endsWith(".lrdata");
  }
}
