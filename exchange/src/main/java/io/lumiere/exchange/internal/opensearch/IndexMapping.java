package io.lumiere.exchange.internal.opensearch;

import static io.lumiere.exchange.internal.opensearch.JsonTree.object;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The body of the request that makes an index of OpenSearch: its settings and its mapping. Fields
 * that it does not name are refused there, so that nobody searches a vector as a list of numbers.
 */
public final class IndexMapping {
  /** Marks that turn or hide the text around them stand in the rules. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private IndexMapping() {}

  /**
   * Writes the body, and a line's end.
   *
   * @param out stays open
   * @param origin what the commit of the exported index says of it, such as which model made which
   *     vectors; it is kept as {@code _meta.lumiere}
   */
  public static void write(OutputStream out, DocumentFields fields, Map<String, String> origin)
      throws IOException {
    JsonGenerator json = FACTORY.createGenerator(out).setPrettyPrinter(new DefaultPrettyPrinter());
    JsonTree.write(json, object("settings", settings(fields), "mappings", mapping(fields, origin)));
    json.writeRaw('\n');
    json.flush();
  }

  private static Map<String, Object> settings(DocumentFields fields) {
    return object(
        "index",
        fields.vectors().isEmpty() ? object() : object("knn", true),
        "analysis",
        Analysis.settings());
  }

  private static Map<String, Object> mapping(DocumentFields fields, Map<String, String> origin) {
    Map<String, Object> properties = new LinkedHashMap<>();
    fields.photo().forEach(field -> properties.put(field.name(), FieldMappings.of(field)));
    fields.vectors().forEach(model -> properties.put(model.field(), FieldMappings.of(model)));
    return object(
        "dynamic",
        "strict",
        "_meta",
        object("lumiere", new TreeMap<>(origin)),
        "properties",
        properties);
  }
}
