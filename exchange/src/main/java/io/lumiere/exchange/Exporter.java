package io.lumiere.exchange;

import io.lumiere.base.LumiereException;
import io.lumiere.exchange.internal.jsonl.JsonlSink;
import io.lumiere.exchange.internal.parquet.ParquetSink;
import io.lumiere.exchange.internal.rows.RowSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;

/**
 * Writes what an index knows about its photos to a file, one record for each photo, in the index's
 * order. It sees the index as it is when a run begins, and holds one photo in memory at a time. The
 * index is only read, and may be written meanwhile. Thread-safe.
 */
public final class Exporter {
  private static final int BUFFER = 1 << 16;

  private final Path index;
  private final ExportOptions options;

  /** An exporter; nothing is touched before a run. */
  public Exporter(Path index, ExportOptions options) {
    this.index = index;
    this.options = options;
  }

  /**
   * Writes a file. It has another name, in the same folder, until it is complete.
   *
   * @param file replaces a file of that name
   * @param stopped is asked all the time whether to end early; then there is no file
   * @throws LumiereException if there is no index, it has no field of a given name, or the file
   *     cannot be written; the message can be shown as it is
   */
  public ExportReport toFile(
      Path file,
      ExchangeFormat format,
      ExchangeProgress.Listener listener,
      BooleanSupplier stopped) {
    try (ExportSource source = ExportSource.open(index, options);
        PartialFile partial = new PartialFile(file)) {
      ExportReport report;
      try (RowSink sink = sink(source, partial.path(), ExchangeFormat.isGzip(file), format)) {
        report = new ExportRun(source, sink, listener, stopped).run();
      }
      if (!report.stopped()) {
        partial.complete();
      }
      return report;
    } catch (IOException e) {
      throw unwritable(file.toString(), e);
    }
  }

  /**
   * Writes JSON lines to a stream, which stays open.
   *
   * @param stopped is asked all the time whether to end early, after a whole record
   * @throws LumiereException as {@link #toFile} does
   */
  public ExportReport toStream(
      OutputStream out, ExchangeProgress.Listener listener, BooleanSupplier stopped) {
    OutputStream buffered = new BufferedOutputStream(out, BUFFER);
    try (ExportSource source = ExportSource.open(index, options)) {
      // The sink is not closed: that would close the stream.
      JsonlSink sink = new JsonlSink(buffered, source.origin());
      ExportReport report = new ExportRun(source, sink, listener, stopped).run();
      sink.finish();
      return report;
    } catch (IOException e) {
      throw unwritable("the output", e);
    }
  }

  private static RowSink sink(ExportSource source, Path path, boolean gzip, ExchangeFormat format)
      throws IOException {
    return switch (format) {
      case JSONL -> {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
        yield new JsonlSink(gzip ? new GZIPOutputStream(out, BUFFER) : out, source.origin());
      }
      case PARQUET -> new ParquetSink(path, source.columns(), source.origin());
    };
  }

  private static LumiereException unwritable(String what, IOException e) {
    return new LumiereException(what + " cannot be written: " + e.getMessage(), e);
  }
}
