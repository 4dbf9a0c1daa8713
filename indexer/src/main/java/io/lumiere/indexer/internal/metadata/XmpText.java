package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.regex.Pattern;

/**
 * Turns the bytes of an XMP packet into text. The encoding that a packet declares is ignored: many
 * packets declare a wrong one, and the bytes show it.
 */
final class XmpText {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What XML allows of these are tab, line feed and carriage return. */
  private static final Pattern NO_XML =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ufffe\\uffff]");

  private XmpText() {}

  /** The text; characters that XML forbids are spaces. */
  static String decode(byte[] bytes, Notes notes) {
    String text;
    if (zeros(bytes, 1) > zeros(bytes, 0)) {
      text = new String(bytes, UTF_16LE);
    } else if (zeros(bytes, 0) > zeros(bytes, 1)) {
      text = new String(bytes, UTF_16BE);
    } else {
      text = utf8(bytes);
    }
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--; // Padding, often of zeros.
    }
    String trimmed = text.substring(0, end);
    String clean = NO_XML.matcher(trimmed).replaceAll(" ");
    if (!clean.equals(trimmed)) {
      notes.addDamage("the XMP block is damaged: it has characters that XML does not allow");
    }
    return clean;
  }

  /** How many of the first bytes at even or odd places are zero: in UTF-16, half of them are. */
  private static int zeros(byte[] bytes, int from) {
    int zeros = 0;
    int end = Math.min(bytes.length, 400);
    for (int i = from; i < end; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros > end / 8 ? zeros : 0;
  }

  /** UTF-8, except for invalid bytes, which are read as Windows-1252. */
  private static String utf8(byte[] bytes) {
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        return out.flip().toString();
      }
      for (int i = result.length(); i > 0; i--) {
        out.put(new String(new byte[] {in.get()}, WINDOWS_1252));
      }
      decoder.reset();
    }
  }
}
