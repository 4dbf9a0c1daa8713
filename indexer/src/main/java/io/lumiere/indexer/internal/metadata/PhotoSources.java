package io.lumiere.indexer.internal.metadata;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All sources of one photo's metadata.
 *
 * @param path relative to the archive's root
 * @param modified the file's last-modified time
 * @param tags the blocks in the file
 * @param sidecars the blocks of XMP files next to it, the most specific first
 * @param takeout what Google Takeout says of it
 * @param film the film of a live photo
 * @param people people in it by Picasa's files
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
