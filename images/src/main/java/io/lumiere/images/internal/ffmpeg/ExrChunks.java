package io.lumiere.images.internal.ffmpeg;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;

/**
 * Whether an OpenEXR file of scan lines has all of them: FFmpeg leaves black what is missing. By
 * "OpenEXR File Layout", with the numbers of lines in a chunk for each compression.
 */
final class ExrChunks {
  private static final int[] LINES = {1, 1, 1, 16, 32, 16, 32, 32, 32, 256};

  /** Tiles, deep data and several parts, of which the chunks are others. */
  private static final int OTHER_LAYOUTS = 0x200 | 0x800 | 0x1000;

  private ExrChunks() {}

  /**
   * Does nothing for a file that is whole, or of tiles or parts.
   *
   * @throws CorruptImageException if it is cut off
   */
  static void check(byte[] bytes, int height) {
    ByteView in = ByteView.of(bytes).littleEndian();
    if ((in.u32(4) & OTHER_LAYOUTS) != 0) {
      return;
    }
    int compression = 0;
    long at = 8;
    while (in.u8(at) != 0) {
      String name = text(in, at);
      at += name.length() + 1;
      at += text(in, at).length() + 1;
      if (name.equals("compression")) {
        compression = in.u8(at + 4);
      }
      at += 4 + in.u32(at);
    }
    if (compression < LINES.length) {
      checkTable(in, at + 1, Math.ceilDiv(height, LINES[compression]));
    }
  }

  private static void checkTable(ByteView in, long table, int chunks) {
    for (int i = 0; i < chunks; i++) {
      long chunk = in.offset64(table + 8L * i);
      boolean starts = chunk >= table && chunk <= in.length() - 8L;
      if (!starts || in.u32(chunk + 4) > in.length() - 8 - chunk) {
        throw new CorruptImageException("it is cut off");
      }
    }
  }

  private static String text(ByteView in, long at) {
    int length = 0;
    while (in.u8(at + length) != 0) {
      length++;
    }
    return in.latin(at, length);
  }
}
