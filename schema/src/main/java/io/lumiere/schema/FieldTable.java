package io.lumiere.schema;

import java.util.List;

/** The fields of a Lumiere directory as a table, for people and for programs. */
public final class FieldTable {
  /**
   * One field.
   *
   * @param name as in {@link Fields}
   * @param type its Lucene type
   * @param many whether one document may have several values
   * @param meaning in a few words; back quotes stand around values
   */
  public record Row(String name, FieldType type, boolean many, String meaning) {}

  private static final List<Row> ROWS =
      List.of(
          one(Fields.ID, FieldType.KEYWORD, "identifies the photo for good"),
          one(Fields.SCHEMA, FieldType.NUMBER_TO_SORT, "schema version that it was written in"),
          one(Fields.ID_HASH, FieldType.NUMBER_TO_SORT, "hash of the id, for a random order"),
          one(
              Fields.PATH,
              FieldType.KEYWORD,
              "path relative to the archive's root, `/` between folders"),
          one(
              Fields.NAME,
              FieldType.TERM,
              "the whole file's name, folded: `img_1/jpg/rome/trips/` of `trips/Rome/IMG_1.JPG`"),
          one(Fields.FOLDERS, FieldType.STEMMED_WORDS, "names of the folders it lies in"),
          one(Fields.FILENAME, FieldType.STEMMED_WORDS, "the file's name, taken apart"),
          one(
              Fields.NAME_ORDER,
              FieldType.TERM_TO_SORT,
              "the file's name as a key that sorts as people expect"),
          one(
              Fields.VECTOR,
              FieldType.VECTOR,
              "what it shows: unit length, compared by dot product"),
          one(Fields.CONTENT_HASH, FieldType.KEYWORD, "SHA-256 of the file"),
          one(Fields.SIZE, FieldType.LONG, "the file's length in bytes"),
          one(Fields.MODIFIED, FieldType.LONG, "the file's last-modified time, ms since 1970 UTC"),
          one(Fields.SIDECARS, FieldType.KEYWORD, "state of the sidecar files that were read"),
          one(Fields.WIDTH, FieldType.INT, "pixels as displayed"),
          one(Fields.HEIGHT, FieldType.INT, "pixels as displayed"),
          one(Fields.ORIENTATION, FieldType.INT, "EXIF orientation as recorded, 1 to 8"),
          one(Fields.FORMAT, FieldType.KEYWORD, "`jpeg`, `png`, ..."),
          one(
              Fields.TAKEN,
              FieldType.LONG,
              "date and time on the clock there, ms, counted as if it were UTC"),
          one(
              Fields.TAKEN_INSTANT,
              FieldType.LONG,
              "the moment, ms since 1970 UTC, where the offset is known"),
          one(Fields.TAKEN_OFFSET, FieldType.INT, "that clock's offset from UTC in seconds"),
          one(
              Fields.TAKEN_OFFSET_SOURCE,
              FieldType.KEYWORD,
              "`stated`, `gps-time`, `place` or `option`"),
          one(
              Fields.TAKEN_SOURCE,
              FieldType.KEYWORD,
              "`exif`, `exif-digitized`, `xmp`, `iptc`, `png`, `sidecar`, `quicktime`, `takeout`,"
                  + " `filename`, `exif-modified`, `folder`, `file-modified`"),
          one(Fields.TAKEN_CONFIDENCE, FieldType.KEYWORD, "`high`, `medium` or `low`"),
          one(Fields.TAKEN_PRECISION, FieldType.KEYWORD, "`year`, `month`, `day` or `time`"),
          one(Fields.CAMERA_MAKE, FieldType.KEYWORD, "manufacturer"),
          one(Fields.CAMERA_MODEL, FieldType.KEYWORD, "model"),
          one(Fields.CAMERA, FieldType.WORDS, "make and model"),
          one(Fields.LENS, FieldType.KEYWORD, "lens"),
          one(Fields.ISO, FieldType.INT, "sensitivity"),
          one(Fields.APERTURE, FieldType.FLOAT, "f-number"),
          one(Fields.EXPOSURE, FieldType.DOUBLE, "seconds"),
          one(Fields.FOCAL_LENGTH, FieldType.FLOAT, "millimetres"),
          one(Fields.FOCAL_LENGTH_35, FieldType.FLOAT, "millimetres, as on 35 mm film"),
          one(Fields.FLASH, FieldType.KEYWORD, "`fired` or `off`"),
          one(Fields.SOFTWARE, FieldType.KEYWORD, "what wrote the file"),
          one(Fields.LOCATION, FieldType.POINT, "where it was taken"),
          one(Fields.LATITUDE, FieldType.STORED_DOUBLE, "degrees"),
          one(Fields.LONGITUDE, FieldType.STORED_DOUBLE, "degrees"),
          one(Fields.ALTITUDE, FieldType.DOUBLE, "metres above sea level"),
          one(Fields.COUNTRY_CODE, FieldType.KEYWORD, "ISO 3166-1, two letters"),
          one(Fields.COUNTRY, FieldType.KEYWORD, "English name"),
          one(Fields.REGION, FieldType.KEYWORD, "state, province or the like"),
          one(Fields.CITY, FieldType.KEYWORD, "town"),
          many(
              Fields.PLACE,
              FieldType.WORDS,
              "all names of town, region and country, in many scripts"),
          one(Fields.TITLE, FieldType.STEMMED_WORDS, "title"),
          one(Fields.DESCRIPTION, FieldType.STEMMED_WORDS, "description or caption"),
          many(Fields.KEYWORDS, FieldType.STEMMED_WORDS, "keywords or tags"),
          many(Fields.KEYWORD, FieldType.KEYWORD, "each keyword, exact"),
          many(Fields.PEOPLE, FieldType.WORDS, "names of the people in it"),
          many(Fields.PERSON, FieldType.KEYWORD, "each name of a person in it, exact"),
          many(Fields.CREATOR, FieldType.WORDS, "who made it"),
          one(Fields.COPYRIGHT, FieldType.WORDS, "copyright notice"),
          one(Fields.RATING, FieldType.INT, "stars, 1 to 5; -1 for rejected"),
          many(
              Fields.LANGUAGE,
              FieldType.KEYWORD,
              "what title, description and keywords are in beside English: `de`, `fr`, ..."),
          one(Fields.LABEL, FieldType.KEYWORD, "label, often a colour"),
          many(Fields.KIND, FieldType.KEYWORD, "`panorama`, `screenshot`, `live_photo`, `burst`"),
          one(Fields.BURST, FieldType.KEYWORD, "shared by the photos of one burst"),
          one(Fields.LIVE_VIDEO, FieldType.KEYWORD, "path of a live photo's film, or `embedded`"),
          one(Fields.READER, FieldType.KEYWORD, "what read the metadata, with which settings"),
          one(
              Fields.CHANGED,
              FieldType.LONG,
              "state of the file and its sidecars by the times of their last change"),
          one(
              Fields.TAKEN_REFUSED,
              FieldType.LONG,
              "a date that lay in the future when it was read, counted as `taken`"),
          many(Fields.NOTE, FieldType.STORED_STRING, "what was passed over in the metadata"),
          one(Fields.NOTE_COUNT, FieldType.NUMBER_TO_SORT, "how many notes there are"),
          one(
              Fields.FAILURE_PATH,
              FieldType.KEYWORD,
              "path of a file that could not be read; the document has no other fields"),
          one(Fields.FAILURE_REASON, FieldType.STORED_STRING, "why it could not be read"),
          one(Fields.FAILURE_SIZE, FieldType.STORED_LONG, "its length in bytes"),
          one(
              Fields.FAILURE_MODIFIED,
              FieldType.STORED_LONG,
              "its last-modified time, ms since 1970 UTC"));

  private FieldTable() {}

  /** All fields, in the order of {@link Fields}. */
  public static List<Row> rows() {
    return ROWS;
  }

  /** The table in Markdown, lines ended by {@code \n}. */
  public static String markdown() {
    StringBuilder table = new StringBuilder();
    table.append("| field | Lucene type | stored | doc values | meaning |\n");
    table.append("|---|---|---|---|---|\n");
    for (Row row : ROWS) {
      table.append("| `").append(row.name()).append("` | ").append(row.type().lucene());
      table.append(row.many() ? ", many | " : " | ");
      table.append(row.type().isStored() ? "yes | " : "no | ");
      table.append(row.type().hasDocValues() ? "yes | " : "no | ");
      table.append(row.meaning()).append(" |\n");
    }
    return table.toString();
  }

  private static Row one(String name, FieldType type, String meaning) {
    return new Row(name, type, false, meaning);
  }

  private static Row many(String name, FieldType type, String meaning) {
    return new Row(name, type, true, meaning);
  }
}
