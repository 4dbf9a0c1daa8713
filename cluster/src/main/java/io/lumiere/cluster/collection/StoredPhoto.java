package io.lumiere.cluster.collection;

import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexableField;
import org.apache.solr.common.SolrDocument;

/**
 * A photo as a collection gives it back: the way back of {@link CollectionDocuments}. Immutable.
 *
 * @param vectors by field; nobody changes the arrays
 */
public record StoredPhoto(Photo photo, Map<String, float[]> vectors) {
  public StoredPhoto {
    vectors = Map.copyOf(vectors);
  }

  /** The photo of a document with all its stored fields. */
  public static StoredPhoto of(SolrDocument stored) {
    return new StoredPhoto(PhotoDocuments.fromDocument(facts(stored)), vectors(stored));
  }

  /** The facts of a document as those of a directory have them. */
  public static Document facts(SolrDocument stored) {
    Document facts = new Document();
    for (String name : stored.getFieldNames()) {
      PhotoField<?> known = PhotoFields.find(name).orElse(null);
      if (known != null && !known.isDerived() && !isVector(name)) {
        stored.getFieldValues(name).forEach(value -> facts.add(fact(name, value)));
      }
    }
    return facts;
  }

  /** The vectors of a document by field. */
  public static Map<String, float[]> vectors(SolrDocument stored) {
    Map<String, float[]> vectors = new TreeMap<>();
    for (String name : stored.getFieldNames()) {
      if (isVector(name)) {
        vectors.put(name, vector(stored.getFieldValues(name)));
      }
    }
    return vectors;
  }

  static boolean isVector(String field) {
    return field.equals(Fields.VECTOR) || field.startsWith(Fields.VECTOR + "_");
  }

  @SuppressWarnings("JavaUtilDate") // SolrJ knows moments as Date alone.
  private static IndexableField fact(String name, Object value) {
    return switch (value) {
      case Date date -> new StoredField(name, date.getTime());
      case Integer number -> new StoredField(name, number);
      case Long number -> new StoredField(name, number);
      case Float number -> new StoredField(name, number);
      case Double number -> new StoredField(name, number);
      default -> new StoredField(name, value.toString());
    };
  }

  private static float[] vector(Collection<Object> values) {
    if (values.iterator().next() instanceof float[] vector) {
      return vector; // It has not been committed yet.
    }
    float[] vector = new float[values.size()];
    int i = 0;
    for (Object number : values) {
      vector[i++] = ((Number) number).floatValue();
    }
    return vector;
  }
}
