package io.lumiere.schema;

import static io.lumiere.schema.StoredValues.addKeyword;
import static io.lumiere.schema.StoredValues.addWords;
import static io.lumiere.schema.StoredValues.expectNumber;
import static io.lumiere.schema.StoredValues.expectString;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.VectorSimilarityFunction;

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
    document.add(new NumericDocValuesField(Fields.SCHEMA, IndexMetadata.SCHEMA_VERSION));
    document.add(new NumericDocValuesField(Fields.ID_HASH, SortKeys.idHash(photo.id())));
    Set<Language> languages = CaptionFields.languages(photo.caption());
    addFile(document, photo.file(), languages);
    addImage(document, photo.image());
    TakenFields.add(document, photo.taken());
    CameraFields.add(document, photo.camera());
    PlaceFields.add(document, photo.place(), photo.named());
    CaptionFields.add(document, photo.caption(), languages);
    TraitFields.add(document, photo.traits());
    photo.notes().forEach(note -> document.add(new StoredField(Fields.NOTE, note)));
    if (!photo.notes().isEmpty()) {
      document.add(new NumericDocValuesField(Fields.NOTE_COUNT, photo.notes().size()));
    }
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
            Instant.ofEpochMilli(expectNumber(document, Fields.MODIFIED).longValue()),
            document.get(Fields.SIDECARS),
            ReadingFields.read(document));
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
        TakenFields.read(document),
        CameraFields.read(document),
        PlaceFields.read(document),
        PlaceFields.readNamed(document),
        CaptionFields.read(document),
        TraitFields.read(document),
        List.of(document.getValues(Fields.NOTE)));
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

  private static void addFile(Document document, PhotoFile file, Set<Language> languages) {
    String name = file.name();
    int dot = name.lastIndexOf('.');
    addKeyword(document, Fields.PATH, file.path());
    document.add(new StringField(Fields.NAME, FileName.of(file.path()).term(), Store.NO));
    String stem = dot > 0 ? name.substring(0, dot) : name;
    addWords(document, Fields.FILENAME, Words.split(stem), languages);
    document.add(new SortedDocValuesField(Fields.NAME_ORDER, SortKeys.name(name)));
    if (!file.folder().isEmpty()) {
      addWords(document, Fields.FOLDERS, Words.split(file.folder()), languages);
    }
    addKeyword(document, Fields.CONTENT_HASH, file.contentHash());
    document.add(new LongField(Fields.SIZE, file.size(), Store.YES));
    document.add(new LongField(Fields.MODIFIED, file.modified().toEpochMilli(), Store.YES));
    addKeyword(document, Fields.SIDECARS, file.sidecars());
    ReadingFields.add(document, file.reading());
  }

  private static void addImage(Document document, ImageInfo image) {
    document.add(new IntField(Fields.WIDTH, image.width(), Store.YES));
    document.add(new IntField(Fields.HEIGHT, image.height(), Store.YES));
    document.add(new IntField(Fields.ORIENTATION, image.orientation(), Store.YES));
    addKeyword(document, Fields.FORMAT, image.format());
  }
}
