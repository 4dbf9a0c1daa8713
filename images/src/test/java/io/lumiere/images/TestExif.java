package io.lumiere.images;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Puts an EXIF block with an orientation into files that have none. */
public final class TestExif {
  private TestExif() {}

  /** A block of one directory with one entry. */
  public static byte[] block(int orientation, ByteOrder order) {
    byte[] mark = ascii(order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM");
    ByteBuffer block = ByteBuffer.allocate(26).order(order);
    block.put(mark).putShort((short) 42).putInt(8);
    block.putShort((short) 1);
    block.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    return block.array();
  }

  /** As the first segment of a JPEG. */
  public static byte[] inJpeg(byte[] jpeg, byte[] exif) {
    return insert(jpeg, 2, jpegSegment(0xe1, concat(ascii("Exif\0\0"), exif)));
  }

  /** Where a JPEG's frame has its marker. */
  static int frame(byte[] jpeg) {
    int at = 2;
    while (jpeg[at] != (byte) 0xff || jpeg[at + 1] < (byte) 0xc0 || jpeg[at + 1] > (byte) 0xc2) {
      at += 2 + ((jpeg[at + 2] & 0xff) << 8 | (jpeg[at + 3] & 0xff));
    }
    return at;
  }

  /** A segment with its marker and length. */
  public static byte[] jpegSegment(int marker, byte[] content) {
    int length = content.length + 2;
    byte[] head = {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length};
    return concat(head, content);
  }

  /** As a chunk after a PNG's IHDR. */
  public static byte[] inPng(byte[] png, byte[] exif) {
    return insert(png, 33, pngChunk("eXIf", exif));
  }

  /** A chunk with its length and check sum. */
  public static byte[] pngChunk(String type, byte[] content) {
    byte[] body = concat(ascii(type), content);
    CRC32 crc = new CRC32();
    crc.update(body);
    ByteBuffer chunk = ByteBuffer.allocate(body.length + 8);
    return chunk.putInt(content.length).put(body).putInt((int) crc.getValue()).array();
  }

  /** A simple WebP made an extended one, which has EXIF at its end. */
  public static byte[] inWebp(byte[] webp, int width, int height, byte[] exif) {
    byte[] flags = {0x08, 0, 0, 0};
    byte[] extended = concat(flags, little24(width - 1), little24(height - 1));
    byte[] image = Arrays.copyOfRange(webp, 12, webp.length);
    return riff(concat(riffChunk("VP8X", extended), image, riffChunk("EXIF", exif)));
  }

  /** A whole WebP file of these chunks. */
  public static byte[] riff(byte[] chunks) {
    return riffChunk("RIFF", concat(ascii("WEBP"), chunks));
  }

  /** A chunk, padded to an even length. */
  public static byte[] riffChunk(String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(8 + content.length + content.length % 2);
    chunk.order(ByteOrder.LITTLE_ENDIAN).put(ascii(type)).putInt(content.length).put(content);
    return chunk.array();
  }

  /** Three bytes, least first. */
  public static byte[] little24(int value) {
    return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
  }

  /** {@code inserted} at a place in {@code file}. */
  public static byte[] insert(byte[] file, int at, byte[] inserted) {
    return concat(Arrays.copyOf(file, at), inserted, Arrays.copyOfRange(file, at, file.length));
  }

  /** One after the other. */
  public static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** The characters as bytes. */
  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
