package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Confidence;
import io.lumiere.schema.Taken;
import java.util.EnumSet;
import java.util.Set;

/**
 * The sources of a photo's date, the most reliable first. The documentation's table is made from
 * this.
 */
enum DateSource {
  SIDECAR(
      "sidecar",
      Confidence.MEDIUM,
      "an XMP file beside the photo: `exif:DateTimeOriginal`, then `photoshop:DateCreated`; not"
          + " where it only repeats what the photo's file says, or says less of the same"),
  EXIF("exif", Confidence.HIGH, "EXIF `DateTimeOriginal`"),
  EXIF_DIGITIZED("exif-digitized", Confidence.HIGH, "EXIF `DateTimeDigitized`"),
  XMP(
      "xmp",
      Confidence.MEDIUM,
      "XMP in the file: `exif:DateTimeOriginal`, `photoshop:DateCreated`, `exif:DateTimeDigitized`,"
          + " `xmp:CreateDate`"),
  IPTC("iptc", Confidence.MEDIUM, "IPTC `DateCreated` and `TimeCreated`"),
  PNG("png", Confidence.MEDIUM, "a PNG file's text `Creation Time` or `exif:DateTimeOriginal`"),
  SIDECAR_CREATED(
      "sidecar",
      Confidence.MEDIUM,
      "an XMP file beside the photo: `exif:DateTimeDigitized`, then `xmp:CreateDate`, which"
          + " programs set on their own"),
  FILM("quicktime", Confidence.MEDIUM, "the film of a live photo"),
  TAKEOUT("takeout", Confidence.MEDIUM, "Google Takeout's JSON: `photoTakenTime`"),
  FILE_NAME("filename", Confidence.MEDIUM, "the file's name"),
  SATELLITES("gps", Confidence.MEDIUM, "EXIF `GPSDateStamp` and `GPSTimeStamp`, which are in UTC"),
  EXIF_MODIFIED("exif-modified", Confidence.LOW, "EXIF `DateTime`: the last change"),
  FOLDER("folder", Confidence.LOW, "the folders' names"),
  FILE_MODIFIED(Taken.FILE_TIME, Confidence.LOW, "the file's modification time");

  /** The sources in the photo's own file that state when it was taken. */
  static final Set<DateSource> OWN = EnumSet.range(EXIF, PNG);

  /** The sources that date something else, a change or a copy, and so cannot complete a date. */
  private static final Set<DateSource> OTHER = EnumSet.of(EXIF_MODIFIED, FILE_MODIFIED);

  private final String keyword;
  private final Confidence confidence;
  private final String meaning;

  DateSource(String keyword, Confidence confidence, String meaning) {
    this.keyword = keyword;
    this.confidence = confidence;
    this.meaning = meaning;
  }

  /** As the index has it. */
  String keyword() {
    return keyword;
  }

  Confidence confidence() {
    return confidence;
  }

  /** Whether it may complete a date of which an earlier source has only the year, month or day. */
  boolean mayRefine() {
    return !OTHER.contains(this);
  }

  /** The order as a table in Markdown, lines ended by {@code \n}. */
  static String markdown() {
    StringBuilder table =
        new StringBuilder("| | `taken_source` | where | confidence | completes |\n");
    table.append("|---|---|---|---|---|\n");
    int place = 0;
    for (DateSource source : values()) {
      table.append("| ").append(++place).append(" | `").append(source.keyword);
      table.append("` | ").append(source.meaning).append(" | ");
      table
          .append(source.confidence.keyword())
          .append(source.mayRefine() ? " | yes |\n" : " | no |\n");
    }
    return table.toString();
  }
}
