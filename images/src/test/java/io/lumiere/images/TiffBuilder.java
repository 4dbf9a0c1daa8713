package io.lumiere.images;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** TIFF files of any kind: images with any tags and parts, one after the other or inside. */
final class TiffBuilder {
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int SUB_DIRECTORIES = 330;

  private final ByteOrder order;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Image> chain = new ArrayList<>();

  /** One image of the file. */
  static final class Image {
    private final Map<Integer, long[]> tags = new TreeMap<>();
    private final List<byte[]> parts = new ArrayList<>();
    private final List<Image> inside = new ArrayList<>();
    private boolean tiled;

    /** Grey of 8 bits unless tags say otherwise; one strip, or tiles. */
    Image(int width, int height) {
      tag(256, width).tag(257, height).tag(258, 8).tag(259, 1).tag(262, 1).tag(277, 1);
      tag(278, height);
    }

    Image tag(int tag, long... values) {
      tags.put(tag, values);
      return this;
    }

    Image strip(byte[] data) {
      parts.add(data);
      return this;
    }

    Image tiles(int width, int height, byte[]... data) {
      tiled = true;
      tags.remove(278);
      parts.addAll(List.of(data));
      return tag(322, width).tag(323, height);
    }

    Image inside(Image image) {
      inside.add(image);
      return this;
    }
  }

  TiffBuilder(ByteOrder order) {
    this.order = order;
    write(new byte[8]);
  }

  static byte[] of(Image... images) {
    TiffBuilder builder = new TiffBuilder(ByteOrder.LITTLE_ENDIAN);
    builder.chain.addAll(List.of(images));
    return builder.bytes();
  }

  /**
   * A file of one image in grey or RGB.
   *
   * @param bits a sample: 8, 16 or 32; 32 is floating point
   * @param samples little-endian, row by row
   */
  static byte[] write(
      int width, int height, int channels, int bits, int orientation, byte[] samples) {
    Image image = new Image(width, height).tag(258, bits).tag(277, channels);
    image.tag(262, channels == 1 ? 1 : 2).tag(274, orientation).tag(339, bits == 32 ? 3 : 1);
    return of(image.strip(samples));
  }

  static byte[] bigEndian(Image image) {
    TiffBuilder builder = new TiffBuilder(ByteOrder.BIG_ENDIAN);
    builder.chain.add(image);
    return builder.bytes();
  }

  private int write(byte[] bytes) {
    if (out.size() % 2 != 0) {
      out.write(0);
    }
    int at = out.size();
    out.writeBytes(bytes);
    return at;
  }

  private byte[] bytes() {
    int next = 0;
    for (int i = chain.size() - 1; i >= 0; i--) {
      next = directory(chain.get(i), next);
    }
    byte[] file = out.toByteArray();
    boolean little = order == ByteOrder.LITTLE_ENDIAN;
    ByteBuffer head = ByteBuffer.wrap(file).order(order);
    head.put((byte) (little ? 'I' : 'M')).put((byte) (little ? 'I' : 'M')).putShort((short) 42);
    head.putInt(next);
    return file;
  }

  private int directory(Image image, int next) {
    if (!image.parts.isEmpty()) {
      long[] at = image.parts.stream().mapToLong(part -> write(part)).toArray();
      image.tag(image.tiled ? 324 : 273, at);
      image.tag(
          image.tiled ? 325 : 279, image.parts.stream().mapToLong(part -> part.length).toArray());
    }
    if (!image.inside.isEmpty()) {
      image.tag(
          SUB_DIRECTORIES, image.inside.stream().mapToLong(sub -> directory(sub, 0)).toArray());
    }
    ByteBuffer directory = ByteBuffer.allocate(2 + 12 * image.tags.size() + 4).order(order);
    directory.putShort((short) image.tags.size());
    image.tags.forEach((tag, values) -> entry(directory, tag, values));
    directory.putInt(next);
    return write(directory.array());
  }

  private void entry(ByteBuffer directory, int tag, long[] values) {
    boolean isPlace = tag == 273 || tag == 279 || (tag >= 324 && tag <= 330);
    boolean isWide = isPlace || Arrays.stream(values).anyMatch(value -> value > 0xffff);
    int type = isWide ? LONG : SHORT;
    int size = type == SHORT ? 2 : 4;
    ByteBuffer data = ByteBuffer.allocate(Math.max(4, size * values.length)).order(order);
    for (long value : values) {
      if (type == SHORT) {
        data.putShort((short) value);
      } else {
        data.putInt((int) value);
      }
    }
    directory.putShort((short) tag).putShort((short) type).putInt(values.length);
    if (data.capacity() == 4) {
      directory.put(data.array());
    } else {
      directory.putInt(write(data.array()));
    }
  }
}
