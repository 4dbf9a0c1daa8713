package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Place;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a film next to a photo (QuickTime File Format). Its pictures are not read.
 *
 * @param path relative to the archive's root
 * @param date when it was taken: local by Apple's key, else the moment in its header
 * @param place where
 * @param contentId by which Apple joins a photo and its film
 * @param seconds how long it is; NaN where that is not known
 */
record LiveFilm(
    String path,
    @Nullable DateText date,
    @Nullable Place place,
    @Nullable String contentId,
    double seconds) {
  /** The longest film that belongs to a photo when no id says so, in seconds. */
  private static final double LONGEST = 10;

  private static final String KEYS = "com.apple.quicktime.";

  static LiveFilm read(Path file, String path) throws IOException {
    FilmFile film = FilmFile.read(file);
    DateText date = DateText.parse(film.keys().get(KEYS + "creationdate"));
    return new LiveFilm(
        path,
        date == null && film.created() != null ? DateText.of(film.created()) : date,
        XmpPlaces.iso6709(film.keys().get(KEYS + "location.ISO6709")),
        film.keys().get(KEYS + "content.identifier"),
        film.seconds());
  }

  /**
   * Whether the film belongs to a photo beside it that has the same name.
   *
   * @param photoContentId Apple's id in the photo
   */
  boolean belongsTo(@Nullable String photoContentId) {
    if (photoContentId != null && contentId != null) {
      return photoContentId.equalsIgnoreCase(contentId);
    }
    return seconds > 0 && seconds <= LONGEST;
  }
}
