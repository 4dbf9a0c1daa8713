package io.lumiere.cluster.collection;

import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredValue;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.StringHelper;
import org.apache.solr.common.SolrInputDocument;
import org.jspecify.annotations.Nullable;

/**
 * Makes the document for Solr of one of a directory. It holds the facts alone; Solr's nodes derive
 * the rest by the code of {@link PhotoFields}. Thread-safe.
 */
@SuppressWarnings("JavaUtilDate") // SolrJ knows moments as Date alone.
public final class CollectionDocuments {
  private CollectionDocuments() {}

  /**
   * The document for Solr, with {@link Configset#COPY}.
   *
   * @param stored a document of a directory with all its stored fields
   * @param vectors by field
   * @return null where the document is not of a photo but of a file that could not be read
   */
  public static @Nullable SolrInputDocument of(Document stored, Map<String, float[]> vectors) {
    if (stored.get(Fields.ID) == null) {
      return null;
    }
    SolrInputDocument document = new SolrInputDocument();
    for (IndexableField field : stored) {
      if (!field.fieldType().stored()) {
        continue;
      }
      PhotoField<?> known = PhotoFields.find(field.name()).orElse(null);
      if (known != null && !known.isDerived()) {
        document.addField(field.name(), value(field, known));
      }
    }
    setVectors(document, vectors);
    return document;
  }

  /**
   * Adds vectors that the collection has of the same file, by models that whoever made the document
   * has not.
   */
  public static void addVectors(SolrInputDocument document, Map<String, float[]> more) {
    Map<String, float[]> all = new TreeMap<>(more);
    for (String name : List.copyOf(document.getFieldNames())) {
      if (StoredPhoto.isVector(name)) {
        all.put(name, (float[]) document.getFieldValue(name));
        document.removeField(name);
      }
    }
    document.removeField(Configset.COPY);
    setVectors(document, all);
  }

  /** The hash is of the fields in their order, so these come last. */
  private static void setVectors(SolrInputDocument document, Map<String, float[]> vectors) {
    new TreeMap<>(vectors).forEach(document::setField);
    document.setField(Configset.COPY, hash(document));
  }

  /** As {@link #of(Document, Map)}, of a document that is about to be written. */
  public static @Nullable SolrInputDocument of(Document made) {
    Map<String, float[]> vectors = new TreeMap<>();
    for (IndexableField field : made) {
      if (field instanceof KnnFloatVectorField vector) {
        vectors.put(field.name(), vector.vectorValue());
      }
    }
    return of(made, vectors);
  }

  private static Object value(IndexableField stored, PhotoField<?> field) {
    // Not its number: that of a fraction which is about to be written is one to sort by.
    StoredValue value = Objects.requireNonNull(stored.storedValue());
    return switch (value.getType()) {
      case STRING -> value.getStringValue();
      case INTEGER -> value.getIntValue();
      case LONG ->
          SolrTypes.isDate(field.type()) ? new Date(value.getLongValue()) : value.getLongValue();
      case FLOAT -> value.getFloatValue();
      case DOUBLE -> value.getDoubleValue();
      case BINARY, DATA_INPUT ->
          throw new IllegalStateException("a photo has bytes in " + stored.name());
    };
  }

  /** Differs between documents that differ, and between versions of the schema. */
  private static long hash(SolrInputDocument document) {
    ByteBuffersDataOutput bytes = new ByteBuffersDataOutput();
    bytes.writeInt(IndexMetadata.SCHEMA_VERSION);
    for (String name : document.getFieldNames()) {
      add(bytes, name);
      for (Object value : document.getFieldValues(name)) {
        if (value instanceof float[] vector) {
          for (float component : vector) {
            bytes.writeInt(Float.floatToIntBits(component));
          }
        } else {
          add(bytes, value instanceof Date date ? Long.toString(date.getTime()) : value.toString());
        }
      }
    }
    byte[] all = bytes.toArrayCopy();
    return StringHelper.murmurhash3_x64_128(all, 0, all.length, 0)[0];
  }

  private static void add(ByteBuffersDataOutput bytes, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    bytes.writeInt(utf8.length);
    bytes.writeBytes(utf8, 0, utf8.length);
  }
}
