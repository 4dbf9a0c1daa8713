package io.lumiere.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumiere.schema.FieldType;
import io.lumiere.schema.LocalTimes;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.util.BytesRef;

/** The photos of an index of OpenSearch that is called photos. */
final class LoadedPhotos {
  private static final int LINES_A_REQUEST = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Types whose values OpenSearch keeps in columns, from which it gives them back. */
  private static final List<FieldType<?>> IN_COLUMNS =
      List.of(
          FieldType.KEYWORD,
          FieldType.TERM_TO_SORT,
          FieldType.INT,
          FieldType.LONG,
          FieldType.NUMBER_TO_SORT,
          FieldType.OFFSET,
          FieldType.FLOAT,
          FieldType.DOUBLE,
          FieldType.LOCAL_TIME,
          FieldType.INSTANT);

  private final OpenSearchNode node;

  LoadedPhotos(OpenSearchNode node) {
    this.node = node;
  }

  static boolean isInColumn(PhotoField<?> field) {
    return IN_COLUMNS.contains(field.type());
  }

  /** Loads lines of an export; none may be refused. */
  void load(List<String> lines) throws IOException, InterruptedException {
    for (int from = 0; from < lines.size(); from += LINES_A_REQUEST) {
      List<String> some = lines.subList(from, Math.min(lines.size(), from + LINES_A_REQUEST));
      JsonNode reply =
          node.send(
              "POST",
              "/photos/_bulk?filter_path=errors,items.*.error",
              String.join("\n", some) + "\n");
      assertThat(reply.get("errors").asBoolean()).describedAs(reply.toString()).isFalse();
    }
    node.send("POST", "/photos/_refresh", "");
  }

  long count(String query) throws IOException, InterruptedException {
    return node.send("POST", "/photos/_count", "{\"query\": " + query + "}").get("count").asLong();
  }

  List<String> ids(String search) throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    node.send("POST", "/photos/_search", search)
        .at("/hits/hits")
        .forEach(hit -> ids.add(hit.get("_id").asText()));
    return ids;
  }

  /** A photo, with all values that OpenSearch has in columns. */
  JsonNode hit(String id) throws IOException, InterruptedException {
    ObjectNode search = JSON.createObjectNode();
    search.putObject("query").putObject("ids").putArray("values").add(id);
    for (PhotoField<?> field : PhotoFields.all()) {
      if (isInColumn(field) && !field.name().startsWith("failure_")) {
        ObjectNode column = search.withArray("docvalue_fields").addObject();
        column.put("field", field.name());
        if (field.type() == FieldType.LOCAL_TIME || field.type() == FieldType.INSTANT) {
          column.put("format", "epoch_millis");
        }
      }
    }
    JsonNode hits = node.send("POST", "/photos/_search", search.toString()).at("/hits/hits");
    assertThat(hits).hasSize(1);
    return hits.get(0);
  }

  static List<String> texts(JsonNode source) {
    List<String> texts = new ArrayList<>();
    if (source.isArray()) {
      source.forEach(text -> texts.add(text.asText()));
    } else if (!source.isMissingNode()) {
      texts.add(source.asText());
    }
    return texts;
  }

  static Set<String> column(JsonNode hit, PhotoField<?> field) {
    Set<String> values = new TreeSet<>();
    for (JsonNode value : hit.path("fields").path(field.name())) {
      boolean fraction = field.type() == FieldType.FLOAT || field.type() == FieldType.DOUBLE;
      values.add(fraction ? Double.toString(value.asDouble()) : value.asText());
    }
    return values;
  }

  /** Values as a column of OpenSearch has them: each once. */
  static Set<String> asInColumn(List<?> values) {
    Set<String> texts = new TreeSet<>();
    for (Object value : values) {
      texts.add(
          switch (value) {
            case Float number -> Double.toString(number.doubleValue());
            case LocalDateTime time -> Long.toString(LocalTimes.toMillis(time));
            case Instant moment -> Long.toString(moment.toEpochMilli());
            case ZoneOffset offset -> Integer.toString(offset.getTotalSeconds());
            case BytesRef bytes -> bytes.utf8ToString();
            default -> value.toString();
          });
    }
    return texts;
  }
}
