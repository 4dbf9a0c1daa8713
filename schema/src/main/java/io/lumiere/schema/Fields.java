package io.lumiere.schema;

/**
 * The field names of a photo's document. Another application needs no more than this page and
 * lucene-core to read a Lumiere directory. {@link PhotoFields} gives each its Lucene type;
 * <em>keyword</em> below is a {@code KeywordField} (exact term, doc values, stored), <em>words</em>
 * a stored {@code TextField} analysed by {@link Words}, <em>stemmed words</em> the same with {@link
 * Stems} beside the words, <em>long</em>, <em>int</em>, <em>float</em> and <em>double</em> the
 * numeric fields of those names (points for range queries, doc values for sorting, stored). A photo
 * that lacks a value lacks the field. Thread-safe.
 */
public final class Fields {
  /** Keyword: identifies the photo for good; it stays when the file is moved, renamed or edited. */
  public static final String ID = "id";

  /**
   * {@code NumericDocValuesField}: {@link IndexMetadata#SCHEMA_VERSION} of the program that wrote
   * the document; absent before version 4. While an index is upgraded it has documents of both.
   */
  public static final String SCHEMA = "schema";

  /** {@code NumericDocValuesField}: {@link SortKeys#idHash} of the id, for a random order. */
  public static final String ID_HASH = "id_hash";

  /** Keyword: path relative to the archive's root, with {@code /} between folders, exact. */
  public static final String PATH = "path";

  /**
   * {@code StringField}: {@link FileName#term} of the path, to find a photo by the whole name of
   * its file: folded, the folders from the nearest on, {@code /} behind each part.
   */
  public static final String NAME = "name";

  /** Stemmed words: the names of the folders that the photo lies in. */
  public static final String FOLDERS = "folders";

  /**
   * Stemmed words: the file's name without its extension, split on punctuation, camelCase and
   * digits.
   */
  public static final String FILENAME = "filename";

  /**
   * {@code SortedDocValuesField}: {@link SortKeys#name} of the file's name, to sort by names as
   * people expect.
   */
  public static final String NAME_ORDER = "name_order";

  /**
   * {@code KnnFloatVectorField}, unit length, compared by dot product: the vectors of an index's
   * first model. Those of further models are in {@code vector_2}, {@code vector_3} and so on; a
   * photo may lack some. The commit's user data says which field is whose: {@code lumiere.vectors}
   * lists the fields, separated by spaces, {@code lumiere.vectors.default} names the one to search,
   * and for each field, say {@code vector_2}, there are {@code lumiere.model.vector_2.id}, {@code
   * .hash} (SHA-256 of the model's files) and {@code .dimension}. Fields that are not listed there
   * are left over from models that were dropped. {@link IndexMetadata} reads all this.
   */
  public static final String VECTOR = "vector";

  /** Keyword: lower-case hexadecimal SHA-256 of the file's bytes. */
  public static final String CONTENT_HASH = "content_hash";

  /** Long: the file's length in bytes. */
  public static final String SIZE = "size";

  /** Long: the file's last-modified time, milliseconds since 1970-01-01T00:00Z. */
  public static final String MODIFIED = "modified";

  /** Int: width in pixels as displayed, that is after {@link #ORIENTATION} is applied. */
  public static final String WIDTH = "width";

  /** Int: height in pixels as displayed. */
  public static final String HEIGHT = "height";

  /** Int: EXIF orientation as recorded, 1 to 8; 1 is upright. */
  public static final String ORIENTATION = "orientation";

  /** Keyword: {@code jpeg}, {@code png}, {@code webp}, ... */
  public static final String FORMAT = "format";

  /**
   * Int: the average of the photo's pixels in light, 0xRRGGBB in sRGB: what a page shows until the
   * picture is there. Absent where the photo was indexed before this field was.
   */
  public static final String AVERAGE_COLOR = "average_color";

  /**
   * Long: when the photo was taken, by the clock on the wall there: the local date and time in
   * milliseconds, counted as if it were UTC. {@link LocalTimes} converts. "2021" is therefore one
   * range, whatever zone the reader is in.
   */
  public static final String TAKEN = "taken";

  /** Int: the offset from UTC in seconds at the place and time of taking, where it is known. */
  public static final String TAKEN_OFFSET = "taken_offset";

  /** Long: the moment of taking, milliseconds since 1970-01-01T00:00Z, where it is known. */
  public static final String TAKEN_INSTANT = "taken_instant";

  /**
   * Keyword: how the offset is known: {@code stated}, {@code gps-time}, {@code place} or {@code
   * option}.
   */
  public static final String TAKEN_OFFSET_SOURCE = "taken_offset_source";

  /** Keyword: how far the date is to be believed: {@code high}, {@code medium} or {@code low}. */
  public static final String TAKEN_CONFIDENCE = "taken_confidence";

  /**
   * Keyword: how much of the date is known: {@code year}, {@code month}, {@code day} or {@code
   * time}.
   */
  public static final String TAKEN_PRECISION = "taken_precision";

  /**
   * Keyword: where the date came from: {@code exif}, {@code exif-digitized}, {@code xmp}, {@code
   * iptc}, {@code png}, {@code sidecar}, {@code quicktime}, {@code takeout}, {@code filename},
   * {@code gps}, {@code exif-modified}, {@code folder} or {@code file-modified}.
   */
  public static final String TAKEN_SOURCE = "taken_source";

  /** Keyword: camera manufacturer. */
  public static final String CAMERA_MAKE = "camera_make";

  /** Keyword: camera model. */
  public static final String CAMERA_MODEL = "camera_model";

  /** Keyword: serial number of the camera's body, as the camera or its maker's notes write it. */
  public static final String CAMERA_SERIAL = "camera_serial";

  /** Words: camera make and model. */
  public static final String CAMERA = "camera";

  /** Keyword: lens. */
  public static final String LENS = "lens";

  /** Int: ISO sensitivity. */
  public static final String ISO = "iso";

  /** Float: aperture as an f-number. */
  public static final String APERTURE = "aperture";

  /** Double: exposure time in seconds. */
  public static final String EXPOSURE = "exposure";

  /** Float: focal length in millimetres, of the lens itself. */
  public static final String FOCAL_LENGTH = "focal_length";

  /** Float: focal length in millimetres of a lens with the same angle of view on 35 mm film. */
  public static final String FOCAL_LENGTH_35 = "focal_length_35";

  /** Keyword: {@code fired} or {@code off}. */
  public static final String FLASH = "flash";

  /** Keyword: the software that wrote the file. */
  public static final String SOFTWARE = "software";

  /** {@code LatLonPoint} and {@code LatLonDocValuesField}: where the photo was taken. */
  public static final String LOCATION = "location";

  /** Stored double: latitude in degrees, -90 to 90. */
  public static final String LATITUDE = "latitude";

  /** Stored double: longitude in degrees, -180 to 180. */
  public static final String LONGITUDE = "longitude";

  /** Double: altitude in metres above sea level. */
  public static final String ALTITUDE = "altitude";

  /** Keyword: the country's two letters in ISO 3166-1, upper case. */
  public static final String COUNTRY_CODE = "country_code";

  /** Keyword: the country's English name. */
  public static final String COUNTRY = "country";

  /** Keyword: the name of the state, province or the like. */
  public static final String REGION = "region";

  /** Keyword: the name of the town. */
  public static final String CITY = "city";

  /** Words, many: all names of the place, its region and its country, in many scripts. */
  public static final String PLACE = "place";

  /** Stemmed words: title. */
  public static final String TITLE = "title";

  /** Stemmed words: description or caption. */
  public static final String DESCRIPTION = "description";

  /** Stemmed words, many: keywords or tags. */
  public static final String KEYWORDS = "keywords";

  /** Keyword, many: each keyword or tag, exact. */
  public static final String KEYWORD = "keyword";

  /** Words, many: names of the people in it. */
  public static final String PEOPLE = "people";

  /** Keyword, many: each name of a person in it, exact. */
  public static final String PERSON = "person";

  /** Words, many: who made it. */
  public static final String CREATOR = "creator";

  /** Words: copyright notice. */
  public static final String COPYRIGHT = "copyright";

  /** Int: stars, 1 to 5, or -1 for rejected. */
  public static final String RATING = "rating";

  /**
   * Keyword, many: two letters (ISO 639-1) of each {@link Language} that the title, the description
   * and the keywords seem to be in, English aside: that is always taken to be one.
   */
  public static final String LANGUAGE = "language";

  /** Keyword: label, often a colour, as recorded. */
  public static final String LABEL = "label";

  /**
   * Keyword, many: {@code panorama}, {@code screenshot}, {@code live_photo}, {@code burst}, where
   * it is one.
   */
  public static final String KIND = "kind";

  /** Keyword: what the photos of one burst share. */
  public static final String BURST = "burst";

  /** Keyword: path of the film of a live photo; {@code embedded} where it is in the same file. */
  public static final String LIVE_VIDEO = "live_video";

  /** Keyword: differs between states of the sidecar files; absent where there are none. */
  public static final String SIDECARS = "sidecars";

  /** Keyword: what read the metadata, and with which settings; absent where that is not known. */
  public static final String READER = "reader";

  /**
   * Long: differs between states of the file and its sidecars, by the times at which the file
   * system changed them ("ctime"); absent where it keeps none.
   */
  public static final String CHANGED = "changed";

  /**
   * Long: the earliest date that was refused because it lay in the future, counted as {@link
   * #TAKEN}; once it is past, the metadata are read again.
   */
  public static final String TAKEN_REFUSED = "taken_refused";

  /** Stored string, many: what was ignored in the metadata, a sentence each. */
  public static final String NOTE = "note";

  /** {@code NumericDocValuesField}: how many notes there are; absent where there are none. */
  public static final String NOTE_COUNT = "note_count";

  /**
   * Keyword: path of a file that could not be read. Such a document has only this and the other
   * {@code failure_} fields, so no query on a photo's field matches it; a photo always has {@link
   * #ID}.
   */
  public static final String FAILURE_PATH = "failure_path";

  /** Stored string: why the file could not be read. */
  public static final String FAILURE_REASON = "failure_reason";

  /** Stored long: length in bytes of the file that could not be read. */
  public static final String FAILURE_SIZE = "failure_size";

  /** Stored long: last-modified time, in milliseconds, of the file that could not be read. */
  public static final String FAILURE_MODIFIED = "failure_modified";

  private Fields() {}
}
