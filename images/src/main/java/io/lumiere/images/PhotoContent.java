package io.lumiere.images;

import io.lumiere.images.container.ByteView;
import io.lumiere.images.internal.format.Signatures;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.raw.RawFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells by a file's first bytes whether it is a photo of a format that the decoder reads. Stricter
 * than the decoder where a format's mark is short enough for a text to begin with it. Thread-safe.
 */
public final class PhotoContent {
  private static final int HEAD = 512;
  private static final Set<Long> BMP_HEADERS = Set.of(12L, 40L, 52L, 56L, 64L, 108L, 124L);

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
    ByteView in = ByteView.of(head);
    ImageFormat format = Signatures.find(in);
    if (format == null) {
      return RawFiles.isRaw(in);
    }
    return switch (format) {
      case BMP -> in.has(6, "\0\0\0\0") && BMP_HEADERS.contains(in.littleEndian().u32(14));
      case PNM -> PNM.matcher(in.latin(0, in.length())).matches();
      default -> true;
    };
  }
}
