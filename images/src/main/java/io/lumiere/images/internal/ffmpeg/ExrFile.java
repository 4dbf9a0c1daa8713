package io.lumiere.images.internal.ffmpeg;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What FFmpeg does not see to in an OpenEXR file of one part: it leaves black the scan lines that
 * are missing, and takes the display window to begin at 0, 0. By "OpenEXR File Layout", with the
 * numbers of lines in a chunk for each compression.
 */
final class ExrFile {
  private static final int[] LINES = {1, 1, 1, 16, 32, 16, 32, 32, 32, 256};
  private static final int TILES = 0x200;

  /** Deep data and several parts, of which the header and the chunks are others. */
  private static final int OTHER_LAYOUTS = 0x800 | 0x1000;

  private final byte[] bytes;
  private final ByteView in;

  /** Where the corners of the windows are, which are four ints; 0 where there is none. */
  private long dataWindow;

  private long displayWindow;
  private int compression;

  /** Where the offsets of the chunks are. */
  private final long table;

  private ExrFile(byte[] bytes) {
    this.bytes = bytes;
    this.in = ByteView.of(bytes).littleEndian();
    this.table = readAttributes();
  }

  /**
   * The file as FFmpeg reads it rightly: the same bytes, or a copy.
   *
   * @throws CorruptImageException if it is cut off
   */
  static byte[] forFfmpeg(byte[] bytes) {
    if ((ByteView.of(bytes).littleEndian().u32(4) & OTHER_LAYOUTS) != 0) {
      return bytes;
    }
    ExrFile file = new ExrFile(bytes);
    file.checkChunks();
    return file.atOrigin();
  }

  private long readAttributes() {
    long at = 8;
    while (in.u8(at) != 0) {
      String name = text(at);
      at += name.length() + 1;
      at += text(at).length() + 1;
      switch (name) {
        case "compression" -> compression = in.u8(at + 4);
        case "dataWindow" -> dataWindow = at + 4;
        case "displayWindow" -> displayWindow = at + 4;
        default -> {}
      }
      at += 4 + in.u32(at);
    }
    return at + 1;
  }

  /** Of scan lines; 0 for tiles, and for a compression that is not known. */
  private long chunks() {
    if ((in.u32(4) & TILES) != 0 || compression >= LINES.length || dataWindow == 0) {
      return 0;
    }
    long height = (long) in.s32(dataWindow + 12) - in.s32(dataWindow + 4) + 1;
    return Math.ceilDiv(height, LINES[compression]);
  }

  private long chunk(long index) {
    return in.offset64(table + 8 * index);
  }

  private void checkChunks() {
    long count = chunks();
    for (long i = 0; i < count; i++) {
      long chunk = chunk(i);
      boolean starts = chunk >= table && chunk <= in.length() - 8L;
      if (!starts || in.u32(chunk + 4) > in.length() - 8 - chunk) {
        throw new CorruptImageException("it is cut off");
      }
    }
  }

  /** Moves both windows, and the scan lines, which have the numbers of their lines. */
  private byte[] atOrigin() {
    int x = displayWindow == 0 ? 0 : in.s32(displayWindow);
    int y = displayWindow == 0 ? 0 : in.s32(displayWindow + 4);
    if (dataWindow == 0 || (x == 0 && y == 0)) {
      return bytes;
    }
    ByteBuffer copy = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
    for (long window : new long[] {dataWindow, displayWindow}) {
      for (int i = 0; i < 4; i++) {
        subtract(copy, window + 4L * i, i % 2 == 0 ? x : y);
      }
    }
    long count = chunks();
    for (long i = 0; i < count; i++) {
      subtract(copy, chunk(i), y);
    }
    return copy.array();
  }

  private static void subtract(ByteBuffer copy, long at, int value) {
    copy.putInt((int) at, copy.getInt((int) at) - value);
  }

  private String text(long at) {
    int length = 0;
    while (in.u8(at + length) != 0) {
      length++;
    }
    return in.latin(at, length);
  }
}
