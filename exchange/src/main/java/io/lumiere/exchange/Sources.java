package io.lumiere.exchange;

import io.lumiere.exchange.internal.jsonl.JsonlSource;
import io.lumiere.exchange.internal.parquet.ParquetSource;
import io.lumiere.exchange.internal.rows.RowSource;
import io.lumiere.schema.LumiereException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens files of records. */
final class Sources {
  private static final int BUFFER = 1 << 16;

  private Sources() {}

  static RowSource open(Path file, ExchangeFormat format, ImportOptions options) {
    if (!Files.isRegularFile(file)) {
      throw new LumiereException(
          Files.exists(file) ? file + " is no file of records" : "there is no file " + file);
    }
    try {
      return switch (format) {
        case JSONL -> jsonl(file, options);
        case PARQUET -> ParquetSource.open(file, options.ignored());
      };
    } catch (IOException e) {
      throw new LumiereException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static RowSource jsonl(Path file, ImportOptions options) throws IOException {
    long size = Math.max(1, Files.size(file));
    CountedInput counted = new CountedInput(Files.newInputStream(file));
    InputStream buffered = new BufferedInputStream(counted, BUFFER);
    try {
      InputStream in =
          ExchangeFormat.isGzip(file) ? new GZIPInputStream(buffered, BUFFER) : buffered;
      return new JsonlSource(in, options.ignored(), () -> (double) counted.read / size);
    } catch (IOException e) {
      counted.close();
      throw e;
    }
  }

  /** Counts what was read. */
  private static final class CountedInput extends FilterInputStream {
    private long read;

    CountedInput(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      read += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = super.read(bytes, from, length);
      read += Math.max(0, n);
      return n;
    }
  }
}
