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

  /** Of all texts of a file together. */
  private static final int MAX_INFLATED = 32 << 20;

  private static final String XMP_KEYWORD = "XML:com.adobe.xmp";

  private final byte[] bytes;
  private final Metadata metadata;
  private final Notes notes;
  private int inflated;

  private PngBlocks(byte[] bytes, Metadata metadata, Notes notes) {
    this.bytes = bytes;
    this.metadata = metadata;
    this.notes = notes;
  }

  static boolean accepts(byte[] bytes) {
    return Blocks.starts(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
  }

  static void read(byte[] bytes, Metadata metadata, Notes notes) {
    new PngBlocks(bytes, metadata, notes).read();
  }

  private void read() {
    int at = 8;
    while (at + 12 <= bytes.length) {
      int length = ByteBuffer.wrap(bytes).getInt(at);
      if (length < 0 || length > bytes.length - at - 12) {
        return;
      }
      String type = new String(bytes, at + 4, 4, ISO_8859_1);
      int start = at + 8;
      Blocks.attempt("PNG " + type, notes, () -> readChunk(type, start, start + length));
      at = start + length + 4;
    }
  }

  private void readChunk(String type, int start, int end)
      throws IOException, ImageProcessingException {
    switch (type) {
      case "eXIf" ->
          new ExifReader()
              .extract(new ByteArrayReader(Arrays.copyOfRange(bytes, start, end)), metadata);
      case "tEXt" -> {
        int value = afterNul(start, end);
        addText(keyword(start, value), Texts.latin(bytes, value, end));
      }
      case "zTXt" -> {
        int value = afterNul(start, end);
        byte[] text = inflate(value + 1, end);
        addText(keyword(start, value), Texts.latin(text, 0, text.length));
      }
      case "iTXt" -> readInternationalText(start, end);
      default -> {}
    }
  }

  private void readInternationalText(int start, int end)
      throws IOException, ImageProcessingException {
    int flags = afterNul(start, end);
    int value = afterNul(afterNul(flags + 2, end), end);
    String keyword = keyword(start, flags);
    boolean compressed = bytes[flags] == 1;
    byte[] text = compressed ? inflate(value, end) : Arrays.copyOfRange(bytes, value, end);
    if (keyword.equals(XMP_KEYWORD)) {
      XmpPacket.read(text, metadata, notes);
    } else {
      addText(keyword, new String(text, 0, Math.min(text.length, MAX_TEXT), UTF_8));
    }
  }

  private void addText(String keyword, String text) throws IOException, ImageProcessingException {
    if (PngProfiles.accepts(keyword)) {
      PngProfiles.read(keyword, text, metadata, notes);
    } else {
      metadata.addDirectory(new PngText(keyword, text));
    }
  }

  private String keyword(int start, int afterNul) {
    return new String(bytes, start, afterNul - start - 1, ISO_8859_1);
  }

  private int afterNul(int start, int end) throws IOException {
    for (int i = start; i < end; i++) {
      if (bytes[i] == 0) {
        return i + 1;
      }
    }
    throw new IOException("a text chunk ends within its keyword");
  }

  private byte[] inflate(int start, int end) throws IOException {
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(bytes, start, end - start))) {
      byte[] text = in.readNBytes(Math.min(MAX_TEXT, MAX_INFLATED - inflated));
      inflated += text.length;
      return text;
    }
  }
}
