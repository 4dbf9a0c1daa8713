package io.lumiere.exchange.internal.jsonl;

import io.lumiere.exchange.internal.rows.BadRowException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines of bytes, in memory that a damaged file cannot make grow. For one thread. */
final class LineReader implements Closeable {
  /** The longest line, in bytes. */
  static final int MAX_LINE = 16 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private byte[] line = new byte[1 << 12];
  private int length;
  private long number;

  LineReader(InputStream in) {
    this.in = in;
  }

  /**
   * Moves to the next line; returns false at the end.
   *
   * @throws BadRowException if it is too long; the line after it can still be read
   */
  boolean next() throws IOException, BadRowException {
    length = 0;
    long whole = 0;
    boolean ended = false;
    while (!ended && fill()) {
      int stop = start;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      ended = stop < end;
      whole += stop - start;
      append(start, stop);
      start = ended ? stop + 1 : stop;
    }
    if (whole == 0 && !ended) {
      return false;
    }
    number++;
    if (whole > MAX_LINE) {
      throw new BadRowException("it has " + whole + " bytes: a line has " + MAX_LINE + " at most");
    }
    return true;
  }

  /** The bytes of the line, from 0 to {@link #length}; good until the next one. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** The line's number, from 1. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean fill() throws IOException {
    if (start == end) {
      start = 0;
      end = Math.max(0, in.read(buffer));
    }
    return start < end;
  }

  private void append(int from, int to) {
    int more = Math.min(to - from, MAX_LINE - length);
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.min(MAX_LINE, 2 * (length + more)));
    }
    System.arraycopy(buffer, from, line, length, more);
    length += more;
  }
}
