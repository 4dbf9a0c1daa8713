package io.lumiere.indexer.internal.kinds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells by a file's first bytes whether it is a photo of a format that the decoder reads. Stricter
 * than the decoder where a format's mark is short enough for a text to begin with it.
 */
public final class PhotoContent {
  private static final int HEAD = 512;

  private static final String[] MARKS = {
    "\u00ff\u00d8\u00ff", // JPEG
    "\u0089PNG\r\n\u001a\n",
    "GIF87a",
    "GIF89a",
    "II*\0", // TIFF, and raw files that are TIFF
    "MM\0*",
    "II+\0",
    "MM\0+",
    "IIRO", // Olympus
    "IIRS",
    "MMOR",
    "IIU\0", // Panasonic
    "\u00ffO\u00ffQ", // JPEG 2000
    "v/1\u0001", // OpenEXR
    "\u00ff\n", // JPEG XL
    "FUJIFILMCCD-RAW",
  };

  private static final Set<String> BRANDS =
      Set.of(
          "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1",
          "avif", "avis", "crx ");

  private static final Set<Integer> BMP_HEADERS = Set.of(12, 40, 52, 56, 64, 108, 124);

  private static final Pattern PNM =
      Pattern.compile(
          "P[1-6]\\s(?:\\s|#[^\\n]*\\n)*\\d{1,6}\\s(?:\\s|#[^\\n]*\\n)*\\d{1,6}\\s.*",
          Pattern.DOTALL);

  private PhotoContent() {}

  /** Looks into a file. */
  public static boolean isPhoto(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return isPhoto(in.readNBytes(HEAD));
    }
  }

  /** Whether a file that begins with these bytes is a photo. */
  static boolean isPhoto(byte[] head) {
    String text = new String(head, ISO_8859_1);
    for (String mark : MARKS) {
      if (text.startsWith(mark)) {
        return true;
      }
    }
    return (text.startsWith("RIFF") && text.startsWith("WEBP", 8))
        || text.startsWith("jP  \r\n\u0087\n", 4)
        || text.startsWith("JXL \r\n\u0087\n", 4)
        || (text.startsWith("ftyp", 4) && hasBrand(text))
        || isBmp(text)
        || PNM.matcher(text).matches();
  }

  /** Whether the first box names a brand of pictures, Canon's raw files' among them. */
  private static boolean hasBrand(String text) {
    int length = text.charAt(2) << 8 | text.charAt(3);
    for (int at = 8; at + 4 <= Math.min(length, text.length()); at += 4) {
      // The brand's version stands between its name and those of others.
      if (at != 12 && BRANDS.contains(text.substring(at, at + 4))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBmp(String text) {
    return text.startsWith("BM")
        && text.startsWith("\0\0\0\0", 6)
        && text.startsWith("\0\0\0", 15)
        && BMP_HEADERS.contains((int) text.charAt(14));
  }
}
