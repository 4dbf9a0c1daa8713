package io.lumiere.web.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Compresses replies for clients that take it. Thread-safe. */
final class Gzip {
  private static final int WORTH_IT = 1024;

  /** Fast: the client is mostly on the same machine. */
  static final int FAST = 1;

  /** For what is compressed once and sent many times. */
  static final int BEST = 9;

  private Gzip() {}

  /** Whether a reply of that length should be compressed for these Accept-Encoding headers. */
  static boolean helps(int length, List<String> accepted) {
    return length >= WORTH_IT && accepted.stream().anyMatch(Gzip::takesGzip);
  }

  private static boolean takesGzip(String header) {
    for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
      String[] pieces = part.replace(" ", "").split(";");
      if (pieces[0].equals("gzip")) {
        return pieces.length == 1 || !pieces[1].matches("q=0(\\.0*)?");
      }
    }
    return false;
  }

  static byte[] compress(byte[] bytes, int level) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (OutputStream gzip = new Levelled(out, level)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail.
    }
    return out.toByteArray();
  }

  private static final class Levelled extends GZIPOutputStream {
    Levelled(OutputStream out, int level) throws IOException {
      super(out);
      def.setLevel(level);
    }
  }
}
