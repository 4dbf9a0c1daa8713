package io.lumiere.exchange.internal.opensearch;

import static io.lumiere.exchange.internal.opensearch.JsonTree.object;

import io.lumiere.schema.FieldType;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.PhotoField;
import java.util.Map;

/** OpenSearch's types of the schema's types of fields. */
final class FieldMappings {
  /** The words of a field in {@link Analysis#WORDS}, and beside them those in {@code .english}. */
  private static final String ENGLISH = "english";

  private static final Map<FieldType<?>, Map<String, Object>> TYPES =
      Map.ofEntries(
          Map.entry(FieldType.KEYWORD, object("type", "keyword")),
          Map.entry(FieldType.TERM, object("type", "keyword", "doc_values", false)),
          Map.entry(FieldType.WORDS, object("type", "text", "analyzer", Analysis.WORDS)),
          Map.entry(
              FieldType.STEMMED_WORDS,
              object(
                  "type",
                  "text",
                  "analyzer",
                  Analysis.WORDS,
                  "fields",
                  object(ENGLISH, object("type", "text", "analyzer", Analysis.ENGLISH)))),
          Map.entry(FieldType.INT, object("type", "integer")),
          Map.entry(FieldType.OFFSET, object("type", "integer")),
          Map.entry(FieldType.LONG, object("type", "long")),
          Map.entry(FieldType.FLOAT, object("type", "float")),
          Map.entry(FieldType.DOUBLE, object("type", "double")),
          Map.entry(FieldType.LOCAL_TIME, object("type", "date")),
          Map.entry(FieldType.INSTANT, object("type", "date")),
          Map.entry(FieldType.POINT, object("type", "geo_point")),
          Map.entry(FieldType.NUMBER_TO_SORT, object("type", "long", "index", false)),
          Map.entry(FieldType.TERM_TO_SORT, object("type", "keyword", "index", false)),
          Map.entry(FieldType.STORED_STRING, kept("keyword")),
          Map.entry(FieldType.STORED_LONG, kept("long")),
          Map.entry(FieldType.STORED_INSTANT, kept("date")),
          Map.entry(FieldType.STORED_DOUBLE, kept("double")));

  private FieldMappings() {}

  /** What is neither searched nor sorted by, and given back with the document. */
  private static Map<String, Object> kept(String type) {
    return object("type", type, "index", false, "doc_values", false);
  }

  static Map<String, Object> of(PhotoField<?> field) {
    Map<String, Object> mapping = TYPES.get(field.type());
    if (mapping == null) {
      throw new IllegalStateException("OpenSearch has no type for the field " + field.name());
    }
    return mapping;
  }

  /**
   * The graph of the engine that needs no native library. The inner product of vectors of unit
   * length is their cosine, and costs a third of what OpenSearch's {@code cosinesimil} does.
   */
  static Map<String, Object> of(IndexedModel model) {
    return object(
        "type",
        "knn_vector",
        "dimension",
        model.model().dimension(),
        "method",
        object("name", "hnsw", "engine", "lucene", "space_type", "innerproduct"));
  }
}
