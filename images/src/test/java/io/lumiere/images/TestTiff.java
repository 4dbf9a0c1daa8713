package io.lumiere.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Uncompressed little-endian TIFF files, with samples and tags that Java's own writer lacks. */
public final class TestTiff {
  private static final int SHORT = 3;
  private static final int LONG = 4;

  private final List<int[]> entries = new ArrayList<>();
  private final int width;
  private final int height;

  private TestTiff(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /**
   * Grey or RGB.
   *
   * @param bits a sample: 8, 16 or 32; 32 is floating point
   * @param samples little-endian, row by row
   */
  public static byte[] write(
      int width, int height, int channels, int bits, int orientation, byte[] samples) {
    TestTiff tiff = new TestTiff(width, height);
    tiff.tag(256, LONG, width);
    tiff.tag(257, LONG, height);
    tiff.tag(258, SHORT, bits); // One value serves for all channels with the readers of today.
    tiff.tag(259, SHORT, 1);
    tiff.tag(262, SHORT, channels == 1 ? 1 : 2);
    tiff.tag(273, LONG, 8);
    tiff.tag(274, SHORT, orientation);
    tiff.tag(277, SHORT, channels);
    tiff.tag(278, LONG, tiff.height);
    tiff.tag(279, LONG, samples.length);
    tiff.tag(284, SHORT, 1);
    tiff.tag(339, SHORT, bits == 32 ? 3 : 1);
    return tiff.bytes(samples);
  }

  /** A file whose first image says what raw files' first images say, with these tags. */
  public static byte[] withTags(int[]... tags) {
    TestTiff tiff = new TestTiff(4, 4);
    tiff.tag(256, LONG, tiff.width);
    tiff.tag(257, LONG, tiff.height);
    for (int[] tag : tags) {
      tiff.tag(tag[0], LONG, tag[1]);
    }
    return tiff.bytes(new byte[16]);
  }

  private void tag(int tag, int type, int value) {
    entries.add(new int[] {tag, type, value});
  }

  private byte[] bytes(byte[] samples) {
    int directory = 8 + samples.length + samples.length % 2;
    int length = directory + 2 + 12 * entries.size() + 4;
    ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory).put(samples);
    out.position(directory);
    out.putShort((short) entries.size());
    for (int[] entry : entries) {
      out.putShort((short) entry[0]).putShort((short) entry[1]).putInt(1).putInt(entry[2]);
    }
    return out.array();
  }
}
