package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.Chunk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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

  private final Metadata metadata;
  private final Notes notes;
  private int inflated;

  private PngBlocks(Metadata metadata, Notes notes) {
    this.metadata = metadata;
    this.notes = notes;
  }

  static boolean accepts(ByteView file) {
    return file.has(0, "\u0089PNG\r\n\u001a\n");
  }

  static void read(ByteView file, Metadata metadata, Notes notes) {
    PngBlocks blocks = new PngBlocks(metadata, notes);
    for (Chunk chunk : Chunk.ofPng(file)) {
      if (!chunk.isWhole()) {
        return;
      }
      Blocks.attempt("PNG " + chunk.type(), notes, () -> blocks.read(chunk));
    }
  }

  private void read(Chunk chunk) throws IOException, ImageProcessingException {
    ByteView content = chunk.content();
    switch (chunk.type()) {
      case "eXIf" -> Blocks.readExif(content, metadata);
      case "tEXt" -> addText(keyword(content), Texts.latin(content.from(afterNul(content, 0))));
      case "zTXt" -> {
        ByteView text = ByteView.of(inflate(content.from(afterNul(content, 0) + 1)));
        addText(keyword(content), Texts.latin(text));
      }
      case "iTXt" -> readInternationalText(content);
      default -> {}
    }
  }

  private void readInternationalText(ByteView content)
      throws IOException, ImageProcessingException {
    long flags = afterNul(content, 0);
    ByteView value = content.from(afterNul(content, afterNul(content, flags + 2)));
    String keyword = keyword(content);
    byte[] text = content.u8(flags) == 1 ? inflate(value) : value.copy();
    if (keyword.equals(XMP_KEYWORD)) { // Not cut as other texts are.
      XmpPacket.read(text, metadata, notes);
    } else {
      addText(keyword, new String(text, 0, Math.min(text.length, MAX_TEXT), UTF_8));
    }
  }

  private void addText(String keyword, String text) throws IOException, ImageProcessingException {
    if (keyword.equals(XMP_KEYWORD)) {
      XmpPacket.read(text.getBytes(UTF_8), metadata, notes);
    } else if (PngProfiles.accepts(keyword)) {
      PngProfiles.read(keyword, text, metadata, notes);
    } else {
      metadata.addDirectory(new PngText(keyword, text));
    }
  }

  private static String keyword(ByteView content) throws IOException {
    return content.latin(0, (int) afterNul(content, 0) - 1);
  }

  private static long afterNul(ByteView content, long from) throws IOException {
    long nul = content.find(0, from);
    if (nul < 0) {
      throw new IOException("a text chunk ends within its keyword");
    }
    return nul + 1;
  }

  private byte[] inflate(ByteView compressed) throws IOException {
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(compressed.copy()))) {
      byte[] text = in.readNBytes(Math.min(MAX_TEXT, MAX_INFLATED - inflated));
      inflated += text.length;
      return text;
    }
  }
}
