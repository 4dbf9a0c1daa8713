package io.lumiere.exchange.internal.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.exchange.internal.rows.RowSink;
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
public final class JsonlSink implements RowSink {
  static final String ORIGIN = "lumiere";

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private final JsonGenerator json;
  private final Map<String, String> origin;
  private boolean first = true;

  /**
   * A sink.
   *
   * @param out is closed with it
   * @param origin what the first line says of the index; empty for nothing
   */
  public JsonlSink(OutputStream out, Map<String, String> origin) throws IOException {
    this.json = FACTORY.createGenerator(out);
    this.json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
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
      case float[] vector -> {
        json.writeStartArray();
        for (float number : vector) {
          json.writeNumber(number);
        }
        json.writeEndArray();
      }
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

  /** Ends the last line, and hands on what is held back; the stream stays open. */
  public void finish() throws IOException {
    if (!first) {
      json.writeRaw('\n');
    }
    json.flush();
  }

  @Override
  public void close() throws IOException {
    try (json) {
      finish();
    }
  }
}
