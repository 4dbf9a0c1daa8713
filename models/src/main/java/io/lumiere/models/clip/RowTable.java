package io.lumiere.models.clip;

import io.lumiere.base.LumiereException;
import io.lumiere.models.internal.Lazy;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The rows that a text tower starts from: a token's row and its place's row, added. They stay in
 * their file and are read as they are needed: a text has a few dozen tokens and a vocabulary up to
 * 250,000, and a search waits for what is loaded. Thread-safe.
 *
 * <p>The file: four big-endian integers (magic, tokens, places, width), the tokens' rows in half or
 * full precision (the magic number says), the places' in full.
 */
final class RowTable implements AutoCloseable {
  private static final int HALF = 0x4C554D48;
  private static final int FULL = 0x4C554D46;
  private static final int HEADER = 4 * Integer.BYTES;

  @SuppressWarnings("ArrayRecordComponent") // Read on every look-up, never changed.
  private record Open(RandomAccessFile source, int magic, int tokens, int width, float[] places) {}

  /** The largest number of half precision. */
  private static final float MAX_HALF = 65504;

  private final Path file;
  private final Lazy<Open> open;

  RowTable(Path file) {
    this.file = file;
    this.open = new Lazy<>(() -> open(file));
  }

  /** Writes a table: both row-major, of rows of {@code width} numbers. */
  static void write(Path file, float[] tokens, float[] places, int width, boolean half)
      throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(half ? HALF : FULL);
      out.writeInt(tokens.length / width);
      out.writeInt(places.length / width);
      out.writeInt(width);
      writeRows(out, tokens, width, half);
      writeRows(out, places, width, false);
    }
  }

  private static void writeRows(OutputStream out, float[] values, int width, boolean half)
      throws IOException {
    byte[] bytes = new byte[width * bytesOf(half)];
    for (int from = 0; from < values.length; from += width) {
      ByteBuffer row = ByteBuffer.wrap(bytes);
      for (int i = from; i < from + width; i++) {
        if (half) {
          row.putShort(Float.floatToFloat16(check(values[i], MAX_HALF)));
        } else {
          row.putFloat(check(values[i], Float.MAX_VALUE));
        }
      }
      out.write(bytes);
    }
  }

  private static float check(float value, float most) {
    if (!(Math.abs(value) <= most)) {
      throw new IllegalArgumentException("a token's row has " + value + ", beyond " + most);
    }
    return value;
  }

  private static int bytesOf(boolean half) {
    return half ? Short.BYTES : Float.BYTES;
  }

  private static Open open(Path file) {
    try {
      // No channel: an interrupt of the thread that reads would close that for all others.
      RandomAccessFile source = new RandomAccessFile(file.toFile(), "r");
      try {
        return open(file, source);
      } catch (Throwable t) {
        source.close();
        throw t;
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Open open(Path file, RandomAccessFile source) throws IOException {
    ByteBuffer header = read(file, source, 0, HEADER);
    int magic = header.getInt();
    int tokens = header.getInt();
    int places = header.getInt();
    int width = header.getInt();
    boolean known = magic == HALF || magic == FULL;
    long tokenBytes = (long) tokens * width * bytesOf(magic == HALF);
    long placeBytes = (long) places * width * Float.BYTES;
    if (!known
        || tokens < 1
        || places < 1
        || width < 1
        || placeBytes > Integer.MAX_VALUE
        || source.length() != HEADER + tokenBytes + placeBytes) {
      throw new LumiereException(file + " is damaged: no table of rows; add the model again");
    }
    float[] values = new float[places * width];
    read(file, source, HEADER + tokenBytes, (int) placeBytes).asFloatBuffer().get(values);
    return new Open(source, magic, tokens, width, values);
  }

  /** The length of a row. */
  int width() {
    return open.get().width();
  }

  /** The rows of a sequence, one after another. */
  float[] rows(int[] ids) {
    Open table = open.get();
    int width = table.width();
    boolean half = table.magic() == HALF;
    float[] rows = new float[ids.length * width];
    try {
      for (int i = 0; i < ids.length; i++) {
        if (ids[i] < 0 || ids[i] >= table.tokens() || (i + 1) * width > table.places().length) {
          throw new LumiereException(
              "token "
                  + ids[i]
                  + " at place "
                  + i
                  + " is outside of "
                  + file
                  + ": the tokenizer is another model's; add the model again");
        }
        int bytes = width * bytesOf(half);
        ByteBuffer row = read(file, table.source(), HEADER + (long) ids[i] * bytes, bytes);
        for (int j = 0; j < width; j++) {
          float value = half ? Float.float16ToFloat(row.getShort()) : row.getFloat();
          rows[i * width + j] = value + table.places()[i * width + j];
        }
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    return rows;
  }

  private static ByteBuffer read(Path file, RandomAccessFile source, long position, int length)
      throws IOException {
    byte[] bytes = new byte[length];
    synchronized (source) {
      source.seek(position);
      try {
        source.readFully(bytes);
      } catch (EOFException e) {
        throw new LumiereException(file + " is cut short; add the model again", e);
      }
    }
    return ByteBuffer.wrap(bytes);
  }

  private static LumiereException unreadable(Path file, IOException e) {
    return new LumiereException(file + " cannot be read: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    open.ifMade(made -> {
      try {
        made.source().close();
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    });
  }
}
