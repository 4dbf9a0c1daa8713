package io.lumiere.indexer.internal.metadata;

import static com.drew.metadata.exif.ExifDirectoryBase.TAG_CUSTOM_RENDERED;

import com.drew.metadata.exif.makernotes.AppleMakernoteDirectory;
import io.lumiere.schema.Camera;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Traits;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides what kind of photo it is. */
final class TraitReader {
  private static final String NS_PANORAMA = "http://ns.google.com/photos/1.0/panorama/";
  private static final String NS_CAMERA = "http://ns.google.com/photos/1.0/camera/";
  private static final int RENDERED_PANORAMA = 6;
  private static final int MAX_ID = 200;

  /** No camera's sensor is so long for its height; phones' longest photos are 21:9. */
  private static final double PANORAMA_ASPECT = 2.5;

  /** Longer ones are rulers, lines and stripes that somebody drew. */
  private static final double LONGEST_PANORAMA_ASPECT = 20;

  private static final int PANORAMA_PIXELS = 2000;
  private static final int PANORAMA_HEIGHT = 150;

  private TraitReader() {}

  static Traits read(PhotoSources photo, ImageInfo image, Camera camera) {
    boolean screenshot = Screenshots.is(photo, image, camera);
    return new Traits(
        isPanorama(photo, image, screenshot), screenshot, livePhoto(photo), burst(photo));
  }

  /** Apple's id that joins a photo and its film. */
  static @Nullable String contentId(Tags tags) {
    return apple(tags, AppleMakernoteDirectory.TAG_CONTENT_IDENTIFIER);
  }

  private static boolean isPanorama(PhotoSources photo, ImageInfo image, boolean screenshot) {
    Tags tags = photo.tags();
    String name = photo.name().toUpperCase(Locale.ROOT);
    int shorter = Math.min(image.width(), image.height());
    int longer = Math.max(image.width(), image.height());
    boolean isLong =
        longer >= PANORAMA_PIXELS
            && shorter >= PANORAMA_HEIGHT
            && longer >= PANORAMA_ASPECT * shorter
            && longer <= LONGEST_PANORAMA_ASPECT * shorter;
    return tags.hasXmp(NS_PANORAMA)
        || tags.exifNumber(TAG_CUSTOM_RENDERED) == RENDERED_PANORAMA
        || name.startsWith("PANO_")
        || name.contains(".PANO.")
        || (isLong && !screenshot);
  }

  private static @Nullable String livePhoto(PhotoSources photo) {
    LiveFilm film = photo.film();
    if (film != null) {
      return film.path();
    }
    boolean embedded =
        !photo.tags().blocks(FilmBlock.class).isEmpty()
            || Tags.number(photo.tags().xmp(NS_CAMERA, "MotionPhoto")) >= 1
            || Tags.number(photo.tags().xmp(NS_CAMERA, "MicroVideo")) >= 1;
    return embedded ? Traits.EMBEDDED : null;
  }

  private static @Nullable String burst(PhotoSources photo) {
    String id = apple(photo.tags(), AppleMakernoteDirectory.TAG_BURST_UUID);
    if (id == null) {
      id = Texts.clean(photo.tags().xmp(NS_CAMERA, "BurstID"), MAX_ID);
    }
    return id == null ? BurstNames.find(photo.name()) : id;
  }

  private static @Nullable String apple(Tags tags, int tag) {
    for (AppleMakernoteDirectory apple : tags.blocks(AppleMakernoteDirectory.class)) {
      return Texts.clean(apple.getString(tag), MAX_ID);
    }
    return null;
  }
}
