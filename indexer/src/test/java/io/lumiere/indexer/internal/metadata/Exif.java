package io.lumiere.indexer.internal.metadata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes EXIF blocks, right and wrong ones: EXIF 2.32 on TIFF 6.0. */
public final class Exif {
  /** A directory of tags. */
  public enum Block {
    IMAGE,
    PHOTO,
    GPS
  }

  private static final int PHOTO_POINTER = 0x8769;
  private static final int GPS_POINTER = 0x8825;

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Value(int type, int count, byte[] bytes) {}

  private final ByteOrder order;
  private final Map<Block, TreeMap<Integer, Value>> blocks = new EnumMap<>(Block.class);

  public Exif() {
    this(ByteOrder.LITTLE_ENDIAN);
  }

  Exif(ByteOrder order) {
    this.order = order;
    for (Block block : Block.values()) {
      blocks.put(block, new TreeMap<>());
    }
  }

  /** Adds a text as UTF-8. */
  public Exif text(Block block, int tag, String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
    return put(block, tag, new Value(2, bytes.length, bytes));
  }

  Exif bytes(Block block, int tag, byte... bytes) {
    return put(block, tag, new Value(1, bytes.length, bytes));
  }

  /** Adds 16-bit numbers. */
  public Exif shorts(Block block, int tag, int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(order);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return put(block, tag, new Value(3, values.length, buffer.array()));
  }

  /** Adds bytes that are called a type of TIFF of that length. */
  Exif typed(Block block, int tag, int type, byte[] value) {
    return put(block, tag, new Value(type, value.length, value));
  }

  /** Adds unsigned fractions, numerators and denominators in turn. */
  public Exif fractions(Block block, int tag, long... parts) {
    return put(block, tag, new Value(5, parts.length / 2, ints(parts)));
  }

  Exif signedFractions(Block block, int tag, long... parts) {
    return put(block, tag, new Value(10, parts.length / 2, ints(parts)));
  }

  /** The TIFF structure. */
  byte[] toTiff() {
    return toTiff(false);
  }

  /** The structure as BigTIFF has it: wider numbers, and so another place for each value. */
  byte[] toBigTiff() {
    return toTiff(true);
  }

  private byte[] toTiff(boolean big) {
    put(Block.IMAGE, PHOTO_POINTER, pointer(0, big));
    put(Block.IMAGE, GPS_POINTER, pointer(0, big));
    int photoAt = (big ? 16 : 8) + length(Block.IMAGE, big);
    int gpsAt = photoAt + length(Block.PHOTO, big);
    int dataAt = gpsAt + length(Block.GPS, big);
    put(Block.IMAGE, PHOTO_POINTER, pointer(photoAt, big));
    put(Block.IMAGE, GPS_POINTER, pointer(gpsAt, big));
    List<byte[]> data = new ArrayList<>();
    ByteBuffer head = ByteBuffer.allocate(dataAt).order(order);
    head.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
    if (big) {
      head.putShort((short) 43).putInt(order == ByteOrder.LITTLE_ENDIAN ? 8 : 8 << 16).putLong(16);
    } else {
      head.putShort((short) 42).putInt(8);
    }
    for (Block block : Block.values()) {
      dataAt = write(block, head, data, dataAt, big);
    }
    data.addFirst(head.array());
    return join(data);
  }

  /** {@code jpeg} with this block as its first segment. */
  public byte[] into(byte[] jpeg) {
    return Segments.insert(
        jpeg, 0xe1, join(List.of("Exif\0\0".getBytes(StandardCharsets.US_ASCII), toTiff())));
  }

  private int write(Block block, ByteBuffer head, List<byte[]> data, int dataAt, boolean big) {
    Map<Integer, Value> values = blocks.get(block);
    number(head, big ? 8 : 2, values.size());
    int wide = big ? 8 : 4;
    int end = dataAt;
    for (Map.Entry<Integer, Value> entry : values.entrySet()) {
      Value value = entry.getValue();
      head.putShort(entry.getKey().shortValue());
      head.putShort((short) value.type());
      number(head, wide, value.count());
      if (value.bytes().length <= wide) {
        head.put(value.bytes()).put(new byte[wide - value.bytes().length]);
      } else {
        number(head, wide, end);
        data.add(value.bytes());
        end += value.bytes().length;
      }
    }
    number(head, wide, 0);
    return end;
  }

  private static void number(ByteBuffer to, int width, int number) {
    switch (width) {
      case 2 -> to.putShort((short) number);
      case 4 -> to.putInt(number);
      default -> to.putLong(number);
    }
  }

  private int length(Block block, boolean big) {
    return (big ? 16 : 6) + (big ? 20 : 12) * blocks.get(block).size();
  }

  private Value pointer(int at, boolean big) {
    return big
        ? new Value(18, 1, ByteBuffer.allocate(8).order(order).putLong(at).array())
        : new Value(4, 1, ints(at));
  }

  private byte[] ints(long... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(order);
    for (long value : values) {
      buffer.putInt((int) value);
    }
    return buffer.array();
  }

  private Exif put(Block block, int tag, Value value) {
    blocks.get(block).put(tag, value);
    return this;
  }

  static byte[] join(List<byte[]> parts) {
    ByteBuffer all = ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
    parts.forEach(all::put);
    return all.array();
  }
}
