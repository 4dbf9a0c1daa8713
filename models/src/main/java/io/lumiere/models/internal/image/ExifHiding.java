package io.lumiere.models.internal.image;

import io.lumiere.models.CorruptImageException;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Makes EXIF blocks invisible to OpenCV, whose parser believes every count in them: 26 bytes of
 * EXIF cost it 8 seconds and 4 GB. It has no need of them; the orientation is applied here.
 */
public final class ExifHiding {
  private static final int APP1 = 0xe1;
  private static final int APP15 = 0xef;
  private static final byte[] UNKNOWN_CHUNK = {'s', 'k', 'I', 'p'};

  private ExifHiding() {}

  /** Takes changes to a copy of the file. */
  @FunctionalInterface
  public interface Copy {
    /** Sets one byte. */
    void set(long offset, int value);
  }

  /** Gives segments and chunks that hold EXIF a type that nobody reads. */
  public static void hide(byte[] file, ImageFormat format, Copy copy) {
    try {
      switch (format) {
        case JPEG -> hideInJpeg(new HeaderBytes(file, false), copy);
        case PNG -> hideInPng(file, copy);
        case WEBP -> hideInWebp(new HeaderBytes(file, true), copy);
        default -> {}
      }
    } catch (CorruptImageException e) {
      // The file ends here: there is no more to hide, and decoding will say what is wrong.
      return;
    }
  }

  private static void hideInJpeg(HeaderBytes in, Copy copy) {
    JpegSegments segments = new JpegSegments(in);
    while (segments.next()) {
      if (segments.marker() == APP1) {
        copy.set(segments.at() - 1, APP15);
      }
    }
  }

  private static void hideInPng(byte[] file, Copy copy) {
    HeaderBytes in = new HeaderBytes(file, false);
    long at = 8;
    while (at + 12 <= in.length()) {
      long end = at + 8 + in.u32(at);
      if (in.has(at + 4, "eXIf") && end + 4 <= in.length()) {
        int type = (int) at + 4;
        byte[] chunk = Arrays.copyOfRange(file, type, (int) end);
        System.arraycopy(UNKNOWN_CHUNK, 0, chunk, 0, UNKNOWN_CHUNK.length);
        set(copy, type, UNKNOWN_CHUNK);
        CRC32 crc = new CRC32();
        crc.update(chunk);
        for (int i = 0; i < 4; i++) {
          copy.set(end + i, (int) (crc.getValue() >> (24 - 8 * i)) & 0xff);
        }
      }
      at = end + 4;
    }
  }

  private static void hideInWebp(HeaderBytes in, Copy copy) {
    long at = 12;
    while (at + 8 <= in.length()) {
      long length = in.u32(at + 4);
      if (in.has(at, "EXIF")) {
        set(copy, at, UNKNOWN_CHUNK);
      } else if (in.has(at, "VP8X")) {
        copy.set(at + 8, in.u8(at + 8) & ~WebpHeader.EXIF_FLAG);
      }
      at += 8 + length + (length & 1);
    }
  }

  private static void set(Copy copy, long at, byte[] values) {
    for (int i = 0; i < values.length; i++) {
      copy.set(at + i, values[i]);
    }
  }
}
