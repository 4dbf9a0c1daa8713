package io.lumiere.schema;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
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
 * @param named what the place is called where no position is known and a person wrote it; null
 *     where {@code place} says more
 * @param caption the words that people gave it
 * @param traits what kind of photo it is
 * @param notes what was passed over while its metadata were read, a sentence each: impossible
 *     dates, blocks that could not be read
 */
public record Photo(
    String id,
    PhotoFile file,
    ImageInfo image,
    @Nullable Taken taken,
    Camera camera,
    @Nullable Place place,
    @Nullable PlaceNames named,
    Caption caption,
    Traits traits,
    List<String> notes) {

  public Photo {
    notes = List.copyOf(notes);
    if (place != null && named != null) {
      throw new IllegalArgumentException(
          "names beside the place of " + file.path() + ": they go into the place");
    }
    if (id.isBlank()) {
      throw new IllegalArgumentException("id of photo " + file.path() + " is blank");
    }
  }

  /** A photo without names of a place that is not known. */
  public Photo(
      String id,
      PhotoFile file,
      ImageInfo image,
      @Nullable Taken taken,
      Camera camera,
      @Nullable Place place,
      Caption caption,
      Traits traits,
      List<String> notes) {
    this(id, file, image, taken, camera, place, null, caption, traits, notes);
  }

  /** A photo of no particular kind. */
  public Photo(
      String id,
      PhotoFile file,
      ImageInfo image,
      @Nullable Taken taken,
      Camera camera,
      @Nullable Place place,
      Caption caption) {
    this(id, file, image, taken, camera, place, caption, Traits.NONE, List.of());
  }

  /** The same photo in another file: how a move, a rename or a touch is recorded. */
  public Photo withFile(PhotoFile newFile) {
    return new Photo(id, newFile, image, taken, camera, place, named, caption, traits, notes);
  }

  /**
   * The file that a photo was read from.
   *
   * @param path relative to the archive's root, {@code /} between folders
   * @param contentHash lower-case hexadecimal SHA-256 of its bytes
   * @param size in bytes
   * @param modified last-modified time; kept to the millisecond
   * @param sidecars tells one state of the files beside the photo that its metadata were read from
   *     from another; null where there are none
   * @param reading how it was read
   */
  public record PhotoFile(
      String path,
      String contentHash,
      long size,
      Instant modified,
      @Nullable String sidecars,
      Reading reading) {
    public PhotoFile {
      if (path.isEmpty() || path.startsWith("/")) {
        throw new IllegalArgumentException("path is not relative to the archive: '" + path + "'");
      }
      if (size < 0) {
        throw new IllegalArgumentException("size of " + path + " is negative: " + size);
      }
    }

    /** A file of which it is not known how it was read. */
    public PhotoFile(
        String path, String contentHash, long size, Instant modified, @Nullable String sidecars) {
      this(path, contentHash, size, modified, sidecars, Reading.UNKNOWN);
    }

    /** The same, without sidecars. */
    public PhotoFile(String path, String contentHash, long size, Instant modified) {
      this(path, contentHash, size, modified, null);
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
   * How a photo's metadata were read, by which the next run knows whether to read them again.
   *
   * @param by what read them, and with which settings; null where that is not known, and they are
   *     read again
   * @param changed tells one state of the file and its sidecars from another by the times at which
   *     the file system changed them, which no program can set; null where it keeps none
   * @param future the earliest date that was refused because it lay in the future, by the clock on
   *     the wall and kept to the millisecond; null where none was
   */
  public record Reading(
      @Nullable String by, @Nullable Long changed, @Nullable LocalDateTime future) {
    public static final Reading UNKNOWN = new Reading(null, null, null);

    public Reading {
      future = future == null ? null : future.truncatedTo(ChronoUnit.MILLIS);
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

    /** Stands in where nobody has looked at the pixels yet: 1 x 1 of them, upright. */
    public static ImageInfo unseen(String format) {
      return new ImageInfo(1, 1, 1, format);
    }

    /** Whether this is what {@link #unseen} gives; the next indexing of the photo looks. */
    public boolean isUnseen() {
      return equals(unseen(format));
    }
  }

  /**
   * When a photo was taken.
   *
   * @param local date and time by the clock on the wall where the photo was taken; kept to the
   *     millisecond
   * @param offset that clock's offset from UTC, where it is known
   * @param offsetSource how the offset is known: {@code stated} beside the date, {@code gps-time},
   *     {@code place} (the zone of the place) or {@code option} (the zone that a person gave); null
   *     just where the offset is
   * @param source where the date came from, such as {@code exif}
   * @param confidence how far it is to be believed
   * @param precision how much of {@code local} is known; the rest is its first moment
   */
  public record Taken(
      LocalDateTime local,
      @Nullable ZoneOffset offset,
      @Nullable String offsetSource,
      String source,
      Confidence confidence,
      Precision precision) {
    /**
     * The {@link #source} of a date that is a guess: nothing says when the photo was taken, and the
     * last-modified time of its file stands in, which may be that of a copy or an edit.
     */
    public static final String FILE_TIME = "file-modified";

    public Taken {
      local = local.truncatedTo(ChronoUnit.MILLIS);
      if ((offset == null) != (offsetSource == null)) {
        throw new IllegalArgumentException(
            "offset is " + offset + " and its source is " + offsetSource + ": both or neither");
      }
    }

    /** A date and time as a camera wrote it, with the offset beside it where one is known. */
    public Taken(LocalDateTime local, @Nullable ZoneOffset offset, String source) {
      this(
          local, offset, offset == null ? null : "stated", source, Confidence.HIGH, Precision.TIME);
    }

    /** Whether it is the file's time and thus a guess. */
    public boolean isGuessed() {
      return source.equals(FILE_TIME);
    }

    /**
     * As much as is known, for people: {@code 2021-07-04 18:30}, {@code 2021-07-04}, {@code
     * 2021-07} or {@code 2021}, with a {@code ~} before a guess.
     */
    public String known() {
      String digits =
          switch (precision) {
            case YEAR -> "uuuu";
            case MONTH -> "uuuu-MM";
            case DAY -> "uuuu-MM-dd";
            case TIME -> "uuuu-MM-dd HH:mm";
          };
      return (isGuessed() ? "~" : "")
          + local.format(DateTimeFormatter.ofPattern(digits, Locale.ROOT));
    }

    /** The moment; null where the offset is not known. */
    public @Nullable Instant instant() {
      return offset == null ? null : local.toInstant(offset);
    }

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
   * @param focalLength35 in millimetres, of a lens with the same angle of view on 35 mm film
   * @param flash whether the flash fired
   * @param software what wrote the file last, as it names itself
   */
  public record Camera(
      @Nullable String make,
      @Nullable String model,
      @Nullable String lens,
      @Nullable Integer iso,
      @Nullable Float aperture,
      @Nullable Double exposure,
      @Nullable Float focalLength,
      @Nullable Float focalLength35,
      @Nullable Boolean flash,
      @Nullable String software) {
    public static final Camera UNKNOWN = new Camera(null, null, null, null, null, null, null);

    /** A camera of which no more is known. */
    public Camera(
        @Nullable String make,
        @Nullable String model,
        @Nullable String lens,
        @Nullable Integer iso,
        @Nullable Float aperture,
        @Nullable Double exposure,
        @Nullable Float focalLength) {
      this(make, model, lens, iso, aperture, exposure, focalLength, null, null, null);
    }

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
   * @param names what the place is called; null where no table of places says so
   */
  public record Place(
      double latitude, double longitude, @Nullable Double altitude, @Nullable PlaceNames names) {
    public Place {
      // Negated, so that NaN fails too.
      if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
        throw new IllegalArgumentException("no such place: " + latitude + ", " + longitude);
      }
    }

    /** A place without names. */
    public Place(double latitude, double longitude, @Nullable Double altitude) {
      this(latitude, longitude, altitude, null);
    }
  }

  /**
   * The words and marks that people gave a photo.
   *
   * @param title title
   * @param description description or caption
   * @param keywords keywords or tags, in their order
   * @param people names of the people in it
   * @param creators who made it, in their order
   * @param copyright whose it is, and what others may do with it
   * @param rating stars, 1 to 5, or -1 for one to be thrown away; null where it has none
   * @param label a colour or another word by which a person sorts photos
   */
  public record Caption(
      @Nullable String title,
      @Nullable String description,
      List<String> keywords,
      List<String> people,
      List<String> creators,
      @Nullable String copyright,
      @Nullable Integer rating,
      @Nullable String label) {
    public static final Caption NONE = new Caption(null, null, List.of());

    public Caption {
      keywords = List.copyOf(Objects.requireNonNull(keywords));
      people = List.copyOf(Objects.requireNonNull(people));
      creators = List.copyOf(Objects.requireNonNull(creators));
      if (rating != null && (rating < -1 || rating > 5 || rating == 0)) {
        throw new IllegalArgumentException("rating " + rating + " is neither -1 nor in 1..5");
      }
    }

    /** Nobody in it is named. */
    public Caption(
        @Nullable String title,
        @Nullable String description,
        List<String> keywords,
        List<String> creators,
        @Nullable String copyright,
        @Nullable Integer rating,
        @Nullable String label) {
      this(title, description, keywords, List.of(), creators, copyright, rating, label);
    }

    /** The words alone. */
    public Caption(@Nullable String title, @Nullable String description, List<String> keywords) {
      this(title, description, keywords, List.of(), null, null, null);
    }
  }

  /**
   * What kind of photo it is.
   *
   * @param panorama whether it is a panorama
   * @param screenshot whether it shows a screen
   * @param livePhoto the film that belongs to it: a path relative to the archive's root, or {@link
   *     #EMBEDDED}; null where there is none
   * @param burst what the photos of one burst share; null where it is of none
   */
  public record Traits(
      boolean panorama, boolean screenshot, @Nullable String livePhoto, @Nullable String burst) {
    /** The values of {@link Fields#KIND}. */
    public static final String PANORAMA = "panorama";

    public static final String SCREENSHOT = "screenshot";
    public static final String LIVE_PHOTO = "live_photo";
    public static final String BURST = "burst";

    /** The film of a live photo is in the photo's own file. */
    public static final String EMBEDDED = "embedded";

    public static final Traits NONE = new Traits(false, false, null, null);
  }
}
