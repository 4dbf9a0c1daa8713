package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.drew.imaging.ImageProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;

/**
 * The EXIF, XMP and text chunks of a PNG file (ISO/IEC 15948), with the profiles in texts, up to
 * the first one that is broken. Compressed texts are inflated up to a limit: a few kilobytes can
 * hold gigabytes.
 */
final class PngBlocks {
  private static final int MAX_TEXT = 4 << 20;
  private static final String XMP_KEYWORD = "XML:com.adobe.xmp";

  private PngBlocks() {}

  static boolean accepts(byte[] bytes) {
    return Blocks.starts(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
  }

  static void read(byte[] bytes, Metadata metadata, Notes notes) {
    int at = 8;
    while (at + 12 <= bytes.length) {
      int length = ByteBuffer.wrap(bytes).getInt(at);
      if (length < 0 || length > bytes.length - at - 12) {
        return;
      }
      String type = new String(bytes, at + 4, 4, ISO_8859_1);
      int start = at + 8;
      Blocks.attempt(
          "PNG " + type,
          notes,
          () -> readChunk(type, bytes, start, start + length, metadata, notes));
      at = start + length + 4;
    }
  }

  private static void readChunk(
      String type, byte[] bytes, int start, int end, Metadata metadata, Notes notes)
      throws IOException, ImageProcessingException {
    switch (type) {
      case "eXIf" ->
          new ExifReader()
              .extract(new ByteArrayReader(Arrays.copyOfRange(bytes, start, end)), metadata);
      case "tEXt" -> {
        int value = afterNul(bytes, start, end);
        addText(metadata, notes, keyword(bytes, start, value), Texts.latin(bytes, value, end));
      }
      case "zTXt" -> {
        int value = afterNul(bytes, start, end);
        byte[] text = inflate(bytes, value + 1, end);
        addText(metadata, notes, keyword(bytes, start, value), Texts.latin(text, 0, text.length));
      }
      case "iTXt" -> readInternationalText(bytes, start, end, metadata, notes);
      default -> {}
    }
  }

  private static void readInternationalText(
      byte[] bytes, int start, int end, Metadata metadata, Notes notes)
      throws IOException, ImageProcessingException {
    int flags = afterNul(bytes, start, end);
    int value = afterNul(bytes, afterNul(bytes, flags + 2, end), end);
    String keyword = keyword(bytes, start, flags);
    boolean compressed = bytes[flags] == 1;
    byte[] text = compressed ? inflate(bytes, value, end) : Arrays.copyOfRange(bytes, value, end);
    if (keyword.equals(XMP_KEYWORD)) {
      XmpPacket.read(text, metadata, notes);
    } else {
      addText(
          metadata, notes, keyword, new String(text, 0, Math.min(text.length, MAX_TEXT), UTF_8));
    }
  }

  private static void addText(Metadata metadata, Notes notes, String keyword, String text)
      throws IOException, ImageProcessingException {
    if (PngProfiles.accepts(keyword)) {
      PngProfiles.read(keyword, text, metadata, notes);
    } else {
      metadata.addDirectory(new PngText(keyword, text));
    }
  }

  private static String keyword(byte[] bytes, int start, int afterNul) {
    return new String(bytes, start, afterNul - start - 1, ISO_8859_1);
  }

  private static int afterNul(byte[] bytes, int start, int end) throws IOException {
    for (int i = start; i < end; i++) {
      if (bytes[i] == 0) {
        return i + 1;
      }
    }
    throw new IOException("a text chunk ends within its keyword");
  }

  private static byte[] inflate(byte[] bytes, int start, int end) throws IOException {
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(bytes, start, end - start))) {
      return in.readNBytes(MAX_TEXT);
    }
  }
}
