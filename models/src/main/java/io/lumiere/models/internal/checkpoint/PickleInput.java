package io.lumiere.models.internal.checkpoint;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The bytes of a pickle in order, where we are, and how much was made of them. Lengths are checked
 * before memory is taken.
 */
final class PickleInput {
  private static final int MAX_LINE = 1024;

  /** A byte of a pickle can make a container, and a few bytes a copy of a large one. */
  private static final long MAX_VALUES = 5_000_000;

  private final Path file;
  private final InputStream in;
  private final long length;
  private long position;
  private long values;

  /**
   * @param length how many bytes {@code in} has: nothing longer is believed
   */
  PickleInput(Path file, InputStream in, long length) {
    this.file = file;
    this.in = new BufferedInputStream(in, 1 << 16);
    this.length = length;
  }

  Path file() {
    return file;
  }

  /** Bytes read so far. */
  long position() {
    return position;
  }

  CheckpointException problem(String what) {
    return new CheckpointException(file, "its pickle " + what + " (before byte " + position + ")");
  }

  /** Counts values that are kept in memory, before they are made. */
  void count(int made) {
    values += made;
    if (values > MAX_VALUES) {
      throw problem("makes more than " + MAX_VALUES + " values, which no model needs");
    }
  }

  int u1() {
    return bytes(1)[0] & 0xff;
  }

  int u2() {
    return little(2).getShort() & 0xffff;
  }

  int i4() {
    return little(4).getInt();
  }

  long u4() {
    return i4() & 0xffff_ffffL;
  }

  long i8() {
    return little(8).getLong();
  }

  /** Pickle's only big-endian number. */
  double f8() {
    return ByteBuffer.wrap(bytes(8)).getDouble();
  }

  byte[] bytes(long count) {
    if (count < 0 || count > length - position) {
      throw problem("asks for " + count + " bytes of the " + (length - position) + " left");
    }
    try {
      byte[] read = in.readNBytes((int) Math.min(count, Integer.MAX_VALUE));
      if (read.length != count) {
        throw problem("is cut short");
      }
      position += count;
      return read;
    } catch (IOException e) {
      throw new CheckpointException(file, "its pickle cannot be read: " + e.getMessage(), e);
    }
  }

  String utf8(long count) {
    return new String(bytes(count), StandardCharsets.UTF_8);
  }

  /** Text up to a line feed, which is left out. */
  String line() {
    StringBuilder line = new StringBuilder();
    for (int c = u1(); c != '\n'; c = u1()) {
      if (line.length() == MAX_LINE) {
        throw problem("has a name of more than " + MAX_LINE + " characters");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  private ByteBuffer little(int count) {
    return ByteBuffer.wrap(bytes(count)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
