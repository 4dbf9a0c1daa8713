package io.lumiere.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Copies of files with other numbers in them. */
final class Patch {
  private Patch() {}

  /** With other numbers of 16 bits at a place. */
  static byte[] shorts(byte[] file, int at, ByteOrder order, int... values) {
    ByteBuffer copy = ByteBuffer.wrap(file.clone()).order(order).position(at);
    for (int value : values) {
      copy.putShort((short) value);
    }
    return copy.array();
  }

  /** With other numbers of 32 bits at a place. */
  static byte[] ints(byte[] file, int at, ByteOrder order, int... values) {
    ByteBuffer copy = ByteBuffer.wrap(file.clone()).order(order).position(at);
    for (int value : values) {
      copy.putInt(value);
    }
    return copy.array();
  }

  /** With other bytes at a distance from where a text of Latin-1 is in it for the last time. */
  static byte[] after(byte[] file, String text, int distance, int... bytes) {
    byte[] copy = file.clone();
    int at = indexOf(file, text) + distance;
    for (int i = 0; i < bytes.length; i++) {
      copy[at + i] = (byte) bytes[i];
    }
    return copy;
  }

  /** Where a text of Latin-1 is in a file for the last time. */
  static int indexOf(byte[] file, String text) {
    return new String(file, StandardCharsets.ISO_8859_1).lastIndexOf(text);
  }
}
