package io.lumiere.indexer.internal.metadata;

import com.drew.imaging.quicktime.QuickTimeMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.mov.QuickTimeDirectory;
import com.drew.metadata.mov.metadata.QuickTimeMetadataDirectory;
import io.lumiere.schema.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
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

  static LiveFilm read(Path file, String path) throws IOException {
    Metadata metadata;
    try (InputStream in = Files.newInputStream(file)) {
      metadata = QuickTimeMetadataReader.readMetadata(in);
    }
    QuickTimeMetadataDirectory keys =
        metadata.getFirstDirectoryOfType(QuickTimeMetadataDirectory.class);
    QuickTimeDirectory header = metadata.getFirstDirectoryOfType(QuickTimeDirectory.class);
    DateText date = DateText.parse(text(keys, QuickTimeMetadataDirectory.TAG_CREATION_DATE));
    return new LiveFilm(
        path,
        date == null ? created(header) : date,
        XmpPlaces.iso6709(text(keys, QuickTimeMetadataDirectory.TAG_LOCATION_ISO6709)),
        text(keys, QuickTimeMetadataDirectory.TAG_CONTENT_IDENTIFIER),
        seconds(header));
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

  private static @Nullable String text(@Nullable Directory directory, int tag) {
    return directory == null ? null : directory.getString(tag);
  }

  @SuppressWarnings("JavaUtilDate") // The library returns it.
  private static @Nullable DateText created(@Nullable QuickTimeDirectory header) {
    Date date = header == null ? null : header.getDate(QuickTimeDirectory.TAG_CREATION_TIME);
    return date == null ? null : DateText.of(Instant.ofEpochMilli(date.getTime()));
  }

  private static double seconds(@Nullable QuickTimeDirectory header) {
    if (header == null) {
      return Double.NaN;
    }
    Long duration = header.getLongObject(QuickTimeDirectory.TAG_DURATION);
    Long scale = header.getLongObject(QuickTimeDirectory.TAG_MEDIA_TIME_SCALE);
    if (scale == null) {
      scale = header.getLongObject(QuickTimeDirectory.TAG_TIME_SCALE);
    }
    return duration == null || scale == null || scale <= 0 ? Double.NaN : (double) duration / scale;
  }
}
