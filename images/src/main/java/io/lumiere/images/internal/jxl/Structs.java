package io.lumiere.images.internal.jxl;

import com.sun.jna.Memory;

/** libjxl's structures as memory: 32-bit fields one after the other, but for a few of 64 bits. */
final class Structs {
  /** JxlBasicInfo has 104 bytes of fields and 100 of padding. */
  private static final int BASIC_INFO = 256;

  private static final int COLOR_ENCODING = 104;
  private static final int PIXEL_FORMAT = 24;

  private static final int GRAY = 1;
  private static final int D65 = 1;
  private static final int SRGB_PRIMARIES = 1;
  private static final int SRGB_TRANSFER = 13;
  private static final int RELATIVE_INTENT = 1;
  private static final int UINT8 = 2;

  private Structs() {}

  /**
   * The part of JxlBasicInfo that counts here.
   *
   * @param width in pixels as stored
   * @param height in pixels as stored
   * @param gray whether there is one colour channel
   * @param alpha whether there is transparency
   */
  record Picture(int width, int height, boolean gray, boolean alpha) {}

  static Memory basicInfo() {
    return zeros(BASIC_INFO);
  }

  static Picture info(Memory basicInfo) {
    return new Picture(
        basicInfo.getInt(4),
        basicInfo.getInt(8),
        basicInfo.getInt(52) == 1,
        basicInfo.getInt(60) != 0);
  }

  /** JxlColorEncoding of sRGB: what pixels come in where the file holds no samples as they were. */
  static Memory srgb(boolean gray) {
    Memory encoding = zeros(COLOR_ENCODING);
    encoding.setInt(0, gray ? GRAY : 0);
    encoding.setInt(4, D65);
    encoding.setInt(24, SRGB_PRIMARIES);
    encoding.setInt(80, SRGB_TRANSFER);
    encoding.setInt(96, RELATIVE_INTENT);
    return encoding;
  }

  /** JxlPixelFormat of interleaved bytes. */
  static Memory pixelFormat(int channels) {
    Memory format = zeros(PIXEL_FORMAT);
    format.setInt(0, channels);
    format.setInt(4, UINT8);
    return format;
  }

  private static Memory zeros(int size) {
    Memory memory = new Memory(size);
    memory.clear();
    return memory;
  }
}
