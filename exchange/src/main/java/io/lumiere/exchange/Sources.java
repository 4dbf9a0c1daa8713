package io.lumiere.exchange;

import io.lumiere.base.LumiereException;
import io.lumiere.exchange.internal.jsonl.JsonlSource;
import io.lumiere.exchange.internal.parquet.ParquetSource;
import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.exchange.internal.rows.Limits;
import io.lumiere.exchange.internal.rows.Pulse;
import io.lumiere.exchange.internal.rows.RowSource;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens files of records. */
final class Sources {
  private static final int BUFFER = 1 << 16;

  private Sources() {}

  /**
   * Opens a file.
   *
   * @param pulse beats while it is read
   * @throws InterruptedIOException if the pulse was stopped
   * @throws LumiereException if it cannot be read
   */
  static RowSource open(Path file, ExchangeFormat format, ImportOptions options, Pulse pulse)
      throws InterruptedIOException {
    pulse.reading(true);
    try {
      if (!Files.isRegularFile(file)) {
        throw new LumiereException(
            Files.exists(file) ? file + " is not a file of records" : "there is no file " + file);
      }
      return switch (format) {
        case JSONL -> jsonl(file, options, pulse);
        case PARQUET -> ParquetSource.open(file, options.ignored(), pulse);
      };
    } catch (InterruptedIOException e) {
      throw e;
    } catch (BadRowException e) {
      throw e.ending(file + " cannot be read: " + e.getMessage());
    } catch (EOFException e) {
      throw new LumiereException(file + " cannot be read: it is empty, or cut off", e);
    } catch (IOException e) {
      throw new LumiereException(file + " cannot be read: " + e.getMessage(), e);
    } finally {
      pulse.reading(false);
    }
  }

  private static RowSource jsonl(Path file, ImportOptions options, Pulse pulse) throws IOException {
    long size = Files.size(file);
    CountedInput counted = new CountedInput(Files.newInputStream(file), Long.MAX_VALUE, pulse);
    InputStream buffered = new BufferedInputStream(counted, BUFFER);
    try {
      InputStream in =
          ExchangeFormat.isGzip(file)
              ? new CountedInput(new GZIPInputStream(buffered, BUFFER), size, pulse)
              : buffered;
      return new JsonlSource(
          in, options.ignored(), () -> (double) counted.read / Math.max(1, size));
    } catch (IOException e) {
      counted.close();
      throw e;
    }
  }

  /** Counts what was read, and checks it against the size of the compressed file. */
  private static final class CountedInput extends FilterInputStream {
    private final long compressed;
    private final Pulse pulse;
    private long read;

    CountedInput(InputStream in, long compressed, Pulse pulse) {
      super(in);
      this.compressed = compressed;
      this.pulse = pulse;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = super.read(bytes, from, length);
      count(Math.max(0, n));
      return n;
    }

    private void count(int more) throws IOException {
      pulse.beat();
      read += more;
      if (compressed < Long.MAX_VALUE && read > Limits.expanded(compressed)) {
        throw new IOException(Limits.bomb(compressed));
      }
    }
  }
}
