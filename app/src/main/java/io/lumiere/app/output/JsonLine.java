package io.lumiere.app.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Prints JSON objects, one a line. Thread-safe. */
public final class JsonLine {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** Writes the fields of an object. */
  public interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private JsonLine() {}

  public static void print(Console console, Fields fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(line)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to a string failed", e);
    }
    console.out().printExact(PrintedText.json(line.toString()) + System.lineSeparator());
  }
}
