package io.lumiere.exchange.internal.jsonl;

import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON lines. Fields without a value are left out. The first line says in an object {@code
 * lumiere} what index it came from: so every line is a photo or a file that could not be read.
 */
public final class JsonlSink extends LineSink {
  static final String ORIGIN = "lumiere";

  private final Map<String, String> origin;
  private boolean first = true;

  /**
   * A sink.
   *
   * @param out is closed with it
   * @param origin what the first line says of the index; empty for nothing
   */
  public JsonlSink(OutputStream out, Map<String, String> origin) throws IOException {
    super(out);
    this.origin = origin;
  }

  @Override
  public void write(Row row) throws IOException {
    json.writeStartObject();
    if (first && !origin.isEmpty()) {
      json.writeObjectFieldStart(ORIGIN);
      for (Map.Entry<String, String> entry : origin.entrySet()) {
        json.writeStringField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
    }
    first = false;
    for (Map.Entry<Column, Object> entry : row.values().entrySet()) {
      json.writeFieldName(entry.getKey().name());
      writeValue(entry.getValue());
    }
    json.writeEndObject();
  }

  private void writeValue(Object value) throws IOException {
    switch (value) {
      case String text -> json.writeString(text);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Float number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case LocalDateTime time ->
          json.writeString(time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
      case Instant moment -> json.writeString(moment.toString());
      case float[] vector -> writeVector(vector);
      case List<?> texts -> {
        json.writeStartArray();
        for (Object text : texts) {
          json.writeString((String) text);
        }
        json.writeEndArray();
      }
      default -> throw new IllegalStateException("no value of a column: " + value.getClass());
    }
  }
}
