package io.lumiere.schema;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns a {@link Photo} into a Lucene document and back, as its {@link PhotoFields} say.
 * Thread-safe.
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
    Set<Language> languages = photo.caption().languages();
    vectors.forEach((field, vector) ->
        FieldType.VECTOR
            .write(field, checkUnit(vector, photo.file().path()), languages)
            .forEach(document::add));
    PhotoFields.all().forEach(field -> field.add(document, photo, languages));
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
    PhotoDraft draft = new PhotoDraft();
    for (IndexableField stored : document) {
      PhotoFields.find(stored.name()).ifPresent(field -> field.give(value(stored), draft));
    }
    return draft.build();
  }

  private static @Nullable Object value(IndexableField stored) {
    Number number = stored.numericValue();
    return number == null ? stored.stringValue() : number;
  }

  /**
   * The photo of an indexed document: as {@link #fromDocument}, of what a photo is made of alone.
   *
   * @param doc the document's number
   */
  public static Photo read(StoredFields stored, int doc) throws IOException {
    PhotoVisitor visitor = new PhotoVisitor();
    stored.document(doc, visitor);
    return visitor.photo();
  }

  /**
   * Refuses a vector that is not finite and of unit length: Lucene does not.
   *
   * @param owner whose it is, for the message
   * @return the vector
   * @throws IllegalArgumentException if its length is not 1 to {@value #UNIT_TOLERANCE}
   */
  public static float[] checkUnit(float[] vector, String owner) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    // Negated, so that NaN fails too.
    if (!(Math.abs(Math.sqrt(squares) - 1) <= UNIT_TOLERANCE)) {
      throw new IllegalArgumentException(
          "vector of "
              + owner
              + " has length "
              + Math.sqrt(squares)
              + ", not 1 to "
              + UNIT_TOLERANCE);
    }
    return vector;
  }
}
