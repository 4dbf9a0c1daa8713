package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The boxes of ISO base media files (ISO/IEC 14496-12), in which HEIC, AVIF, JXL and CR3 lie. */
final class Boxes {
  private static final int MAX_BOXES = 10_000;

  /**
   * One box.
   *
   * @param type four characters
   * @param content without the header; its bytes are the file's
   */
  record Box(String type, ByteBuffer content) {}

  private Boxes() {}

  /** The boxes in {@code content}, up to the first one that is broken. */
  static List<Box> of(ByteBuffer content) {
    List<Box> boxes = new ArrayList<>();
    ByteBuffer in = content.slice();
    while (in.remaining() >= 8 && boxes.size() < MAX_BOXES) {
      int start = in.position();
      long size = Integer.toUnsignedLong(in.getInt());
      String type = fourCharacters(in);
      if (size == 1 && in.remaining() >= 8) {
        size = in.getLong();
      } else if (size == 0) {
        size = (long) in.limit() - start;
      }
      if (size < in.position() - start || size > in.limit() - start) {
        return boxes;
      }
      int length = (int) size - (in.position() - start);
      boxes.add(new Box(type, in.slice(in.position(), length)));
      in.position(start + (int) size);
    }
    return boxes;
  }

  /** The first box of a type; null if there is none. */
  static @Nullable ByteBuffer find(List<Box> boxes, String type) {
    for (Box box : boxes) {
      if (box.type().equals(type)) {
        return box.content().duplicate();
      }
    }
    return null;
  }

  static String fourCharacters(ByteBuffer in) {
    byte[] type = new byte[4];
    in.get(type);
    return new String(type, ISO_8859_1);
  }

  /** A text that a zero ends. */
  static String text(ByteBuffer in) {
    StringBuilder text = new StringBuilder();
    while (in.hasRemaining()) {
      byte next = in.get();
      if (next == 0) {
        break;
      }
      text.append((char) (next & 0xff));
    }
    return text.toString();
  }

  /** An unsigned number of 0, 2, 4 or 8 bytes. */
  static long number(ByteBuffer in, int bytes) {
    return switch (bytes) {
      case 0 -> 0;
      case 2 -> Short.toUnsignedLong(in.getShort());
      case 4 -> Integer.toUnsignedLong(in.getInt());
      case 8 -> in.getLong();
      default -> throw new IllegalArgumentException("a number of " + bytes + " bytes");
    };
  }

  static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[in.remaining()];
    in.duplicate().get(bytes);
    return bytes;
  }
}
