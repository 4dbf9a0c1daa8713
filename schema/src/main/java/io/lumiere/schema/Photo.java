package io.lumiere.schema;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an index knows of one photo, its vectors aside. Immutable.
 *
 * @param id identifies the photo for good
 * @param file the file it was read from
 * @param image its pixels' dimensions
 * @param taken when it was taken; null where nothing says so
 * @param camera what took it, {@link Camera#UNKNOWN} where nothing says so
 * @param place where it was taken; null where nothing says so
 * @param caption the words that people gave it
 */
public record Photo(
    String id,
    PhotoFile file,
    ImageInfo image,
    @Nullable Taken taken,
    Camera camera,
    @Nullable Place place,
    Caption caption) {

  public Photo {
    if (id.isBlank()) {
      throw new IllegalArgumentException("id of photo " + file.path() + " is blank");
    }
  }

  /** The same photo in another file: how a move, a rename or a touch is recorded. */
  public Photo withFile(PhotoFile newFile) {
    return new Photo(id, newFile, image, taken, camera, place, caption);
  }

  /**
   * The file that a photo was read from.
   *
   * @param path relative to the archive's root, {@code /} between folders
   * @param contentHash lower-case hexadecimal SHA-256 of its bytes
   * @param size in bytes
   * @param modified last-modified time; kept to the millisecond
   */
  public record PhotoFile(String path, String contentHash, long size, Instant modified) {
    public PhotoFile {
      if (path.isEmpty() || path.startsWith("/")) {
        throw new IllegalArgumentException("path is not relative to the archive: '" + path + "'");
      }
      if (size < 0) {
        throw new IllegalArgumentException("size of " + path + " is negative: " + size);
      }
    }

    /** The part of the path after the last {@code /}. */
    public String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The part of the path before the last {@code /}; empty at the archive's root. */
    public String folder() {
      return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
  }

  /**
   * The pixels of a photo.
   *
   * @param width in pixels as displayed, at least 1
   * @param height in pixels as displayed, at least 1
   * @param orientation EXIF orientation as recorded, 1 to 8
   * @param format such as {@code jpeg}
   */
  public record ImageInfo(int width, int height, int orientation, String format) {
    public ImageInfo {
      if (width < 1 || height < 1) {
        throw new IllegalArgumentException("image of " + width + " x " + height + " pixels");
      }
      if (orientation < 1 || orientation > 8) {
        throw new IllegalArgumentException("orientation " + orientation + " is not in 1..8");
      }
    }
  }

  /**
   * When a photo was taken.
   *
   * @param local date and time by the clock on the wall where the photo was taken
   * @param offset that clock's offset from UTC, where it is known
   * @param source where the date came from, such as {@code exif}
   */
  public record Taken(LocalDateTime local, @Nullable ZoneOffset offset, String source) {
    /** Day and time, with the offset where it is known: {@code 2021-07-04T18:30:00+02:00}. */
    public String iso() {
      String text = local.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
      return offset == null ? text : text + offset;
    }
  }

  /**
   * What took a photo, and with which settings; what is not known is null.
   *
   * @param make manufacturer
   * @param model model
   * @param lens lens
   * @param iso ISO sensitivity
   * @param aperture f-number
   * @param exposure in seconds
   * @param focalLength in millimetres
   */
  public record Camera(
      @Nullable String make,
      @Nullable String model,
      @Nullable String lens,
      @Nullable Integer iso,
      @Nullable Float aperture,
      @Nullable Double exposure,
      @Nullable Float focalLength) {
    public static final Camera UNKNOWN = new Camera(null, null, null, null, null, null, null);

    /** Make and model without saying the make twice; null where neither is known. */
    public @Nullable String name() {
      if (make == null || model == null) {
        return make == null ? model : make;
      }
      boolean repeats = model.regionMatches(true, 0, make, 0, make.length());
      return repeats ? model : make + " " + model;
    }
  }

  /**
   * Where a photo was taken.
   *
   * @param latitude degrees, -90 to 90
   * @param longitude degrees, -180 to 180
   * @param altitude metres above sea level
   */
  public record Place(double latitude, double longitude, @Nullable Double altitude) {
    public Place {
      // Negated, so that NaN fails too.
      if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
        throw new IllegalArgumentException("no such place: " + latitude + ", " + longitude);
      }
    }
  }

  /**
   * The words that people gave a photo.
   *
   * @param title title
   * @param description description or caption
   * @param keywords keywords or tags, in their order
   */
  public record Caption(
      @Nullable String title, @Nullable String description, List<String> keywords) {
    public static final Caption NONE = new Caption(null, null, List.of());

    public Caption {
      keywords = List.copyOf(Objects.requireNonNull(keywords));
    }
  }
}
