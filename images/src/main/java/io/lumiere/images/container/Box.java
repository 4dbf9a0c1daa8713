package io.lumiere.images.container;

import io.lumiere.images.CorruptImageException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One box (ISO/IEC 14496-12, 4.2).
 *
 * @param type four characters; of a box that extends its type by a UUID it is {@code uuid}, and the
 *     16 bytes of that come first in the content
 * @param content what follows the header, big-endian; the part that is there, where the file ends
 *     first
 */
public record Box(String type, ByteView content) {
  /** Far more than any photo has, and few enough to be cheap. */
  private static final int MAX_SIBLINGS = 100_000;

  private static final int HEADER = 8;
  private static final int LARGE_HEADER = 16;

  /**
   * The boxes that stand one after the other from {@code from}. Less than a header at the end is
   * left out.
   *
   * @throws CorruptImageException if a box is smaller than its header, or there are too many
   */
  public static List<Box> all(ByteView in, long from) {
    List<Box> boxes = new ArrayList<>();
    long at = from;
    while (at + HEADER <= in.length()) {
      long size = in.u32(at);
      int header = size == 1 ? LARGE_HEADER : HEADER;
      if (size == 1) {
        size = in.offset64(at + HEADER);
      } else if (size == 0) {
        size = in.length() - at;
      }
      if (size < header || boxes.size() == MAX_SIBLINGS) {
        throw new CorruptImageException("its boxes make no sense");
      }
      boxes.add(new Box(in.ascii(at + 4, 4), in.slice(at + header, size - header, false)));
      at = size > in.length() ? in.length() : at + size;
    }
    return boxes;
  }

  /** The first of a type, or null. */
  public static @Nullable Box find(List<Box> boxes, String type) {
    for (Box box : boxes) {
      if (box.type.equals(type)) {
        return box;
      }
    }
    return null;
  }

  /** The boxes within this one. */
  public List<Box> children() {
    return all(content, 0);
  }

  /** The first box within this one that has a type, or null. */
  public @Nullable Box child(String childType) {
    return find(children(), childType);
  }

  /**
   * As {@link #child}.
   *
   * @throws CorruptImageException if there is none
   */
  public Box expectChild(String childType) {
    Box child = child(childType);
    if (child == null) {
      throw new CorruptImageException("its box " + type + " has no " + childType);
    }
    return child;
  }

  /** The version of a box that has one: its content's first byte. */
  public int version() {
    return content.u8(0);
  }

  /** The flags of a box that has a version. */
  public int flags() {
    return content.u24(1);
  }
}
