package io.lumiere.schema;

/**
 * The field names of a photo's document. Another application needs no more than this page and
 * lucene-core to read a Lumiere directory. {@link PhotoDocuments} gives each its Lucene type;
 * <em>keyword</em> below is a {@code KeywordField} (exact term, doc values, stored), <em>words</em>
 * a stored {@code TextField} analysed by {@link Words}, <em>long</em>, <em>int</em>, <em>float</em>
 * and <em>double</em> the numeric fields of those names (points for range queries, doc values for
 * sorting, stored). A photo that lacks a value lacks the field.
 */
public final class Fields {
  /** Keyword: identifies the photo for good; it stays when the file is moved, renamed or edited. */
  public static final String ID = "id";

  /** Keyword: path relative to the archive's root, with {@code /} between folders, exact. */
  public static final String PATH = "path";

  /** Words: the names of the folders that the photo lies in. */
  public static final String FOLDERS = "folders";

  /** Words: the file's name without its extension, split on punctuation, camelCase and digits. */
  public static final String FILENAME = "filename";

  /**
   * {@code KnnFloatVectorField}, unit length, compared by dot product: the vectors of an index's
   * first model. Those of further models are in {@code vector_2}, {@code vector_3} and so on; a
   * photo may lack some. The commit's user data says which field is whose: {@code lumiere.vectors}
   * lists the fields, parted by spaces, {@code lumiere.vectors.default} names the one to search,
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
   * Long: when the photo was taken, by the clock on the wall there: the local date and time in
   * milliseconds, counted as if it were UTC. {@link LocalTimes} converts. "2021" is therefore one
   * range, whatever zone the reader is in.
   */
  public static final String TAKEN = "taken";

  /** Int: the offset from UTC in seconds at the place and time of taking, where it is known. */
  public static final String TAKEN_OFFSET = "taken_offset";

  /** Keyword: where the date came from, such as {@code exif} or {@code filename}. */
  public static final String TAKEN_SOURCE = "taken_source";

  /** Keyword: camera manufacturer. */
  public static final String CAMERA_MAKE = "camera_make";

  /** Keyword: camera model. */
  public static final String CAMERA_MODEL = "camera_model";

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

  /** {@code LatLonPoint} and {@code LatLonDocValuesField}: where the photo was taken. */
  public static final String LOCATION = "location";

  /** Stored double: latitude in degrees, -90 to 90. */
  public static final String LATITUDE = "latitude";

  /** Stored double: longitude in degrees, -180 to 180. */
  public static final String LONGITUDE = "longitude";

  /** Double: altitude in metres above sea level. */
  public static final String ALTITUDE = "altitude";

  /** Words: title. */
  public static final String TITLE = "title";

  /** Words: description or caption. */
  public static final String DESCRIPTION = "description";

  /** Words, many: keywords or tags. */
  public static final String KEYWORDS = "keywords";

  /** Keyword, many: each keyword or tag, exact. */
  public static final String KEYWORD = "keyword";

  /**
   * Keyword: path of a file that could not be read. Such a document has only this and the other
   * {@code failure_} fields, so no query on a photo's field meets it; a photo always has {@link
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
