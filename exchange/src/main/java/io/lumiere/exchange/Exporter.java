package io.lumiere.exchange;

import io.lumiere.base.LumiereException;
import io.lumiere.exchange.internal.jsonl.JsonlSink;
import io.lumiere.exchange.internal.jsonl.LineSink;
import io.lumiere.exchange.internal.opensearch.BulkSink;
import io.lumiere.exchange.internal.opensearch.DocumentFields;
import io.lumiere.exchange.internal.opensearch.IndexMapping;
import io.lumiere.exchange.internal.parquet.ParquetSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;

/**
 * Writes what an index knows about its photos to a file, one record for each photo, in the index's
 * order. It sees the index as it is when a run begins, and holds one photo in memory at a time. The
 * index is only read, and may be written meanwhile. Thread-safe.
 */
public final class Exporter {
  private static final int BUFFER = 1 << 16;

  private final ExportedPhotos.Opening photos;
  private final ExportOptions options;

  /** An exporter of a directory; nothing is touched before a run. */
  public Exporter(Path index, ExportOptions options) {
    this(stopped -> new DirectoryPhotos(index, options), options);
  }

  /**
   * An exporter; nothing is touched before a run.
   *
   * @param photos what is exported: those that the options' filter keeps
   */
  public Exporter(ExportedPhotos.Opening photos, ExportOptions options) {
    this.photos = photos;
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
      Path file, ExportFormat format, ExchangeProgress.Listener listener, BooleanSupplier stopped) {
    try (ExportSource source = open(format, stopped);
        PartialFile partial = new PartialFile(file)) {
      ExportReport report;
      if (format == ExportFormat.PARQUET) {
        try (ParquetSink sink =
            new ParquetSink(partial.path(), source.columns(), source.origin())) {
          report = new ExportRun(source, sink, listener, stopped).run();
        }
      } else {
        try (OutputStream out = text(partial.path(), ExchangeFormat.isGzip(file))) {
          report = write(source, format, out, listener, stopped);
        }
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
   * Writes to a stream, which stays open.
   *
   * @param format not Parquet, which is written to files alone
   * @param stopped is asked all the time whether to end early, after a whole record
   * @throws LumiereException as {@link #toFile} does
   */
  public ExportReport toStream(
      OutputStream out,
      ExportFormat format,
      ExchangeProgress.Listener listener,
      BooleanSupplier stopped) {
    OutputStream buffered = new BufferedOutputStream(out, BUFFER);
    try (ExportSource source = open(format, stopped)) {
      return write(source, format, buffered, listener, stopped);
    } catch (IOException e) {
      throw unwritable("the output", e);
    }
  }

  private ExportSource open(ExportFormat format, BooleanSupplier stopped) throws IOException {
    if (!format.isForOpenSearch()) {
      return ExportSource.open(photos, options, stopped);
    }
    if (options.failures()) {
      throw new IllegalArgumentException(
          "a file that could not be read has no id, so OpenSearch gets no document of it: export"
              + " the failures as JSON lines");
    }
    // A document has more fields than records do, and the others follow from all that is stored.
    return ExportSource.open(photos, options.withFields(null), stopped);
  }

  private static OutputStream text(Path path, boolean gzip) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
    return gzip ? new GZIPOutputStream(out, BUFFER) : out;
  }

  private ExportReport write(
      ExportSource source,
      ExportFormat format,
      OutputStream out,
      ExchangeProgress.Listener listener,
      BooleanSupplier stopped)
      throws IOException {
    return switch (format) {
      case JSONL -> writeLines(source, new JsonlSink(out, source.origin()), listener, stopped);
      case OPENSEARCH_BULK ->
          writeLines(source, new BulkSink(out, documentFields(source)), listener, stopped);
      case OPENSEARCH_MAPPING -> {
        IndexMapping.write(out, documentFields(source), source.origin());
        yield new ExportReport(0, 0, Duration.ZERO, false);
      }
      case PARQUET -> throw new IllegalArgumentException("Parquet is written to files alone");
    };
  }

  private DocumentFields documentFields(ExportSource source) {
    return DocumentFields.named(source.models(), options.fields());
  }

  /** The sink is not closed: that would close the stream. */
  private static ExportReport writeLines(
      ExportSource source,
      LineSink sink,
      ExchangeProgress.Listener listener,
      BooleanSupplier stopped)
      throws IOException {
    ExportReport report = new ExportRun(source, sink, listener, stopped).run();
    sink.finish();
    return report;
  }

  private static LumiereException unwritable(String what, IOException e) {
    return new LumiereException(what + " cannot be written: " + e.getMessage(), e);
  }
}
