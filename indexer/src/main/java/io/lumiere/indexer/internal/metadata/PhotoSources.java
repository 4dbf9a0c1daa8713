package io.lumiere.indexer.internal.metadata;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that may say something of one photo.
 *
 * @param path relative to the archive's root
 * @param modified the file's last-modified time
 * @param tags the blocks in the file
 * @param sidecars the blocks of XMP files beside it, the most particular first
 * @param takeout what Google Takeout says of it
 * @param film the film of a live photo
 * @param people whom Picasa knows in it
 */
record PhotoSources(
    String path,
    Instant modified,
    Tags tags,
    List<Tags> sidecars,
    @Nullable TakeoutJson takeout,
    @Nullable LiveFilm film,
    List<String> people) {

  /** The file's name. */
  String name() {
    return name(path);
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The folders' names. */
  String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  @Nullable DateText filmDate() {
    return film == null ? null : film.date();
  }

  @Nullable DateText takeoutDate() {
    return takeout == null ? null : takeout.taken();
  }
}
