package io.lumiere.exchange.internal.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.lumiere.exchange.internal.rows.RowSink;
import java.io.IOException;
import java.io.OutputStream;

/** Writes JSON objects, each on a line of its own, UTF-8. For one thread. */
public abstract class LineSink implements RowSink {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  /** Each object that is written to it is a line. */
  protected final JsonGenerator json;

  /**
   * A sink.
   *
   * @param out is closed with it
   */
  protected LineSink(OutputStream out) throws IOException {
    this.json = FACTORY.createGenerator(out);
    this.json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
  }

  /** Writes a vector as an array. */
  protected final void writeVector(float[] vector) throws IOException {
    json.writeStartArray();
    for (float number : vector) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  /** Ends the last line, and hands on what is held back; the stream stays open. */
  public final void finish() throws IOException {
    if (json.getOutputContext().getEntryCount() > 0) {
      json.writeRaw('\n');
    }
    json.flush();
  }

  @Override
  public final void close() throws IOException {
    try (json) {
      finish();
    }
  }
}
