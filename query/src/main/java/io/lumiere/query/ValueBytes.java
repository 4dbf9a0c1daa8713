package io.lumiere.query;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The form in bytes of plain values: numbers, texts, vectors, columns of numbers, and lists of
 * them. Thread-safe.
 */
final class ValueBytes {
  /** Lists in lists, at most. */
  private static final int DEEPEST = 16;

  private ValueBytes() {}

  static byte[] of(@Nullable Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #of} wrote.
   *
   * @throws IllegalArgumentException if it is not that
   */
  static @Nullable Object read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return read(in);
    } catch (IOException e) {
      throw new IllegalArgumentException(bytes.length + " bytes are not a value", e);
    }
  }

  static void write(DataOutputStream out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeByte('-');
      case Integer number -> {
        out.writeByte('i');
        out.writeInt(number);
      }
      case Long number -> {
        out.writeByte('l');
        out.writeLong(number);
      }
      case Float number -> {
        out.writeByte('f');
        out.writeFloat(number);
      }
      case Double number -> {
        out.writeByte('d');
        out.writeDouble(number);
      }
      case BytesRef bytes -> {
        out.writeByte('b');
        out.writeInt(bytes.length);
        out.write(bytes.bytes, bytes.offset, bytes.length);
      }
      case String text -> {
        out.writeByte('s');
        writeText(out, text);
      }
      case float[] vector -> {
        out.writeByte('v');
        out.writeInt(vector.length);
        for (float component : vector) {
          out.writeFloat(component);
        }
      }
      case long[] column -> {
        out.writeByte('c');
        out.writeInt(column.length);
        for (long number : column) {
          out.writeLong(number);
        }
      }
      case int[] column -> {
        out.writeByte('n');
        out.writeInt(column.length);
        for (int number : column) {
          out.writeInt(number);
        }
      }
      case List<?> list -> {
        out.writeByte('a');
        out.writeInt(list.size());
        for (Object each : list) {
          write(out, each);
        }
      }
      default -> throw new IOException("a value of " + value.getClass() + " has no form in bytes");
    }
  }

  static @Nullable Object read(DataInputStream in) throws IOException {
    return read(in, DEEPEST);
  }

  private static @Nullable Object read(DataInputStream in, int deeper) throws IOException {
    return switch (in.readByte()) {
      case '-' -> null;
      case 'i' -> in.readInt();
      case 'l' -> in.readLong();
      case 'f' -> in.readFloat();
      case 'd' -> in.readDouble();
      case 'b' -> new BytesRef(readBytes(in));
      case 's' -> readText(in);
      case 'v' -> vector(in);
      case 'c' -> longs(in);
      case 'n' -> ints(in);
      case 'a' -> list(in, deeper - 1);
      default -> throw new IOException("a value is of a kind that is not known");
    };
  }

  private static float[] vector(DataInputStream in) throws IOException {
    float[] vector = new float[length(in, Float.BYTES)];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = in.readFloat();
    }
    return vector;
  }

  private static long[] longs(DataInputStream in) throws IOException {
    long[] column = new long[length(in, Long.BYTES)];
    for (int i = 0; i < column.length; i++) {
      column[i] = in.readLong();
    }
    return column;
  }

  private static int[] ints(DataInputStream in) throws IOException {
    int[] column = new int[length(in, Integer.BYTES)];
    for (int i = 0; i < column.length; i++) {
      column[i] = in.readInt();
    }
    return column;
  }

  private static List<@Nullable Object> list(DataInputStream in, int deeper) throws IOException {
    if (deeper < 0) {
      throw new IOException("a value is of a kind that is not known");
    }
    List<@Nullable Object> list = new ArrayList<>();
    for (int left = length(in, 1); left > 0; left--) {
      list.add(read(in, deeper));
    }
    return list;
  }

  static void writeText(DataOutputStream out, String text) throws IOException {
    writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  static byte[] readBytes(DataInputStream in) throws IOException {
    return in.readNBytes(length(in, 1));
  }

  /** A number of things that are still to come, each of so many bytes at least. */
  private static int length(DataInputStream in, int each) throws IOException {
    int length = in.readInt();
    if (length < 0 || (long) length * each > in.available()) {
      throw new EOFException();
    }
    return length;
  }
}
