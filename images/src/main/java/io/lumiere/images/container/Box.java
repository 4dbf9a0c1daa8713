package io.lumiere.images.container;

import io.lumiere.images.CorruptImageException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One box of a file of the ISO base media family (ISO/IEC 14496-12, 4.2): HEIC, AVIF, JPEG XL, CR3
 * and films are made of them. Immutable.
 *
 * @param type four characters; of a box that extends its type by a UUID it is {@code uuid}, and the
 *     16 bytes of that come first in the content
 * @param content what follows the header; the part that is there, where the file ends first
 */
public record Box(String type, ByteView content) {
  /** Far more than any photo has, and few enough to be cheap. */
  private static final int MAX_SIBLINGS = 100_000;

  private static final int HEADER = 8;
  private static final int LARGE_HEADER = 16;

  /**
   * The boxes that follow each other from {@code from}. Less than a header at the end is left out.
   *
   * @throws CorruptImageException if a box is smaller than its header, or there are too many
   */
  public static List<Box> all(ByteView in, long from) {
    return read(in, from, true);
  }

  /** As {@link #all}, up to the first box that makes no sense or is cut off. */
  public static List<Box> allWhole(ByteView in, long from) {
    return read(in, from, false);
  }

  private static List<Box> read(ByteView bytes, long from, boolean isStrict) {
    ByteView in = bytes.bigEndian();
    List<Box> boxes = new ArrayList<>();
    long at = from;
    while (at + HEADER <= in.length()) {
      long size = in.u32(at);
      boolean isLarge = size == 1 && at + LARGE_HEADER <= in.length();
      int header = isLarge ? LARGE_HEADER : HEADER;
      long left = in.length() - at;
      size = isLarge ? in.offset64(at + HEADER) : size == 0 ? left : size;
      boolean makesSense = size >= header && boxes.size() < MAX_SIBLINGS;
      if (!makesSense && isStrict) {
        throw new CorruptImageException("its boxes make no sense");
      } else if (!makesSense || (size > left && !isStrict)) {
        return boxes;
      }
      boxes.add(new Box(in.latin(at + 4, 4), in.slice(at + header, size - header)));
      at += Math.min(size, left);
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
