package io.lumiere.schema;

import io.lumiere.schema.Photo.Camera;
import io.lumiere.schema.Photo.Caption;
import io.lumiere.schema.Photo.ImageInfo;
import io.lumiere.schema.Photo.PhotoFile;
import io.lumiere.schema.Photo.Place;
import io.lumiere.schema.Photo.Taken;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FloatField;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns a {@link Photo} into a Lucene document and back: the one place that gives {@link Fields}
 * their types.
 */
public final class PhotoDocuments {
  /** How vectors are compared. */
  public static final VectorSimilarityFunction SIMILARITY = VectorSimilarityFunction.DOT_PRODUCT;

  /** How far a vector's length may be from 1. */
  public static final float UNIT_TOLERANCE = 1e-4f;

  private PhotoDocuments() {}

  /**
   * The document of {@code photo} with the vector of an index's first model.
   *
   * @param vector unit length; Lucene itself does not check that
   * @throws IllegalArgumentException if {@code vector} is not finite and of unit length to {@value
   *     #UNIT_TOLERANCE}
   */
  public static Document toDocument(Photo photo, float[] vector) {
    return toDocument(photo, Map.of(Fields.VECTOR, vector));
  }

  /**
   * The document of {@code photo}. Lucene cannot change a part of a document: to add a vector,
   * {@link #fromDocument} and {@link PhotoVectors} read what is there, and this writes all of it.
   *
   * @param vectors by field, see {@link IndexedModel}; each of unit length
   * @throws IllegalArgumentException if a vector is not finite and of unit length to {@value
   *     #UNIT_TOLERANCE}
   */
  public static Document toDocument(Photo photo, Map<String, float[]> vectors) {
    Document document = new Document();
    vectors.forEach((field, vector) ->
        document.add(
            new KnnFloatVectorField(field, checkUnit(vector, photo.file().path()), SIMILARITY)));
    document.add(new KeywordField(Fields.ID, photo.id(), Store.YES));
    addFile(document, photo.file());
    addImage(document, photo.image());
    addTaken(document, photo.taken());
    addCamera(document, photo.camera());
    addPlace(document, photo.place());
    addCaption(document, photo.caption());
    return document;
  }

  /** The document that records a file that could not be read. */
  public static Document toFailure(String path, String reason, long size, Instant modified) {
    Document document = new Document();
    document.add(new KeywordField(Fields.FAILURE_PATH, path, Store.YES));
    document.add(new StoredField(Fields.FAILURE_REASON, reason));
    document.add(new StoredField(Fields.FAILURE_SIZE, size));
    document.add(new StoredField(Fields.FAILURE_MODIFIED, modified.toEpochMilli()));
    return document;
  }

  /** The photo of a document with all its stored fields loaded. */
  public static Photo fromDocument(Document document) {
    PhotoFile file =
        new PhotoFile(
            expectString(document, Fields.PATH),
            expectString(document, Fields.CONTENT_HASH),
            expectNumber(document, Fields.SIZE).longValue(),
            Instant.ofEpochMilli(expectNumber(document, Fields.MODIFIED).longValue()));
    ImageInfo image =
        new ImageInfo(
            expectNumber(document, Fields.WIDTH).intValue(),
            expectNumber(document, Fields.HEIGHT).intValue(),
            expectNumber(document, Fields.ORIENTATION).intValue(),
            expectString(document, Fields.FORMAT));
    return new Photo(
        expectString(document, Fields.ID),
        file,
        image,
        taken(document),
        camera(document),
        place(document),
        new Caption(
            document.get(Fields.TITLE),
            document.get(Fields.DESCRIPTION),
            List.of(document.getValues(Fields.KEYWORD))));
  }

  private static float[] checkUnit(float[] vector, String path) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    // Negated, so that NaN fails too.
    if (!(Math.abs(Math.sqrt(squares) - 1) <= UNIT_TOLERANCE)) {
      throw new IllegalArgumentException(
          "vector of "
              + path
              + " has length "
              + Math.sqrt(squares)
              + ", not 1 to "
              + UNIT_TOLERANCE);
    }
    return vector;
  }

  private static void addFile(Document document, PhotoFile file) {
    String name = file.name();
    int dot = name.lastIndexOf('.');
    addKeyword(document, Fields.PATH, file.path());
    addWords(document, Fields.FILENAME, Words.split(dot > 0 ? name.substring(0, dot) : name));
    if (!file.folder().isEmpty()) {
      addWords(document, Fields.FOLDERS, Words.split(file.folder()));
    }
    addKeyword(document, Fields.CONTENT_HASH, file.contentHash());
    document.add(new LongField(Fields.SIZE, file.size(), Store.YES));
    document.add(new LongField(Fields.MODIFIED, file.modified().toEpochMilli(), Store.YES));
  }

  private static void addImage(Document document, ImageInfo image) {
    document.add(new IntField(Fields.WIDTH, image.width(), Store.YES));
    document.add(new IntField(Fields.HEIGHT, image.height(), Store.YES));
    document.add(new IntField(Fields.ORIENTATION, image.orientation(), Store.YES));
    addKeyword(document, Fields.FORMAT, image.format());
  }

  private static void addTaken(Document document, @Nullable Taken taken) {
    if (taken == null) {
      return;
    }
    document.add(new LongField(Fields.TAKEN, LocalTimes.toMillis(taken.local()), Store.YES));
    if (taken.offset() != null) {
      document.add(new IntField(Fields.TAKEN_OFFSET, taken.offset().getTotalSeconds(), Store.YES));
    }
    addKeyword(document, Fields.TAKEN_SOURCE, taken.source());
  }

  private static void addCamera(Document document, Camera camera) {
    addKeyword(document, Fields.CAMERA_MAKE, camera.make());
    addKeyword(document, Fields.CAMERA_MODEL, camera.model());
    String name = camera.name();
    if (name != null) {
      addWords(document, Fields.CAMERA, Words.split(name));
    }
    addKeyword(document, Fields.LENS, camera.lens());
    if (camera.iso() != null) {
      document.add(new IntField(Fields.ISO, camera.iso(), Store.YES));
    }
    if (camera.aperture() != null) {
      document.add(new FloatField(Fields.APERTURE, camera.aperture(), Store.YES));
    }
    if (camera.exposure() != null) {
      document.add(new DoubleField(Fields.EXPOSURE, camera.exposure(), Store.YES));
    }
    if (camera.focalLength() != null) {
      document.add(new FloatField(Fields.FOCAL_LENGTH, camera.focalLength(), Store.YES));
    }
  }

  private static void addPlace(Document document, @Nullable Place place) {
    if (place == null) {
      return;
    }
    document.add(new LatLonPoint(Fields.LOCATION, place.latitude(), place.longitude()));
    document.add(new LatLonDocValuesField(Fields.LOCATION, place.latitude(), place.longitude()));
    document.add(new StoredField(Fields.LATITUDE, place.latitude()));
    document.add(new StoredField(Fields.LONGITUDE, place.longitude()));
    if (place.altitude() != null) {
      document.add(new DoubleField(Fields.ALTITUDE, place.altitude(), Store.YES));
    }
  }

  private static void addCaption(Document document, Caption caption) {
    if (caption.title() != null) {
      addWords(document, Fields.TITLE, caption.title());
    }
    if (caption.description() != null) {
      addWords(document, Fields.DESCRIPTION, caption.description());
    }
    for (String keyword : caption.keywords()) {
      addWords(document, Fields.KEYWORDS, keyword);
      addKeyword(document, Fields.KEYWORD, keyword);
    }
  }

  private static void addKeyword(Document document, String field, @Nullable String value) {
    if (value != null) {
      document.add(new KeywordField(field, value, Store.YES));
    }
  }

  private static void addWords(Document document, String field, String words) {
    document.add(new TextField(field, words, Store.YES));
  }

  private static @Nullable Taken taken(Document document) {
    Number millis = findNumber(document, Fields.TAKEN);
    if (millis == null) {
      return null;
    }
    Number offset = findNumber(document, Fields.TAKEN_OFFSET);
    return new Taken(
        LocalTimes.fromMillis(millis.longValue()),
        offset == null ? null : ZoneOffset.ofTotalSeconds(offset.intValue()),
        expectString(document, Fields.TAKEN_SOURCE));
  }

  private static Camera camera(Document document) {
    Number iso = findNumber(document, Fields.ISO);
    Number aperture = findNumber(document, Fields.APERTURE);
    Number exposure = findNumber(document, Fields.EXPOSURE);
    Number focalLength = findNumber(document, Fields.FOCAL_LENGTH);
    return new Camera(
        document.get(Fields.CAMERA_MAKE),
        document.get(Fields.CAMERA_MODEL),
        document.get(Fields.LENS),
        iso == null ? null : Integer.valueOf(iso.intValue()),
        aperture == null ? null : Float.valueOf(aperture.floatValue()),
        exposure == null ? null : Double.valueOf(exposure.doubleValue()),
        focalLength == null ? null : Float.valueOf(focalLength.floatValue()));
  }

  private static @Nullable Place place(Document document) {
    Number latitude = findNumber(document, Fields.LATITUDE);
    Number altitude = findNumber(document, Fields.ALTITUDE);
    return latitude == null
        ? null
        : new Place(
            latitude.doubleValue(),
            expectNumber(document, Fields.LONGITUDE).doubleValue(),
            altitude == null ? null : Double.valueOf(altitude.doubleValue()));
  }

  private static @Nullable Number findNumber(Document document, String field) {
    IndexableField stored = document.getField(field);
    return stored == null ? null : stored.numericValue();
  }

  private static Number expectNumber(Document document, String field) {
    Number number = findNumber(document, field);
    if (number == null) {
      throw new LumiereException("a photo's document has no number in the field '" + field + "'");
    }
    return number;
  }

  private static String expectString(Document document, String field) {
    String value = document.get(field);
    if (value == null) {
      throw new LumiereException("a photo's document has no value in the field '" + field + "'");
    }
    return value;
  }
}
