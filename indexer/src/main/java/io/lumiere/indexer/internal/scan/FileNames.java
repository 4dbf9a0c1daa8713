package io.lumiere.indexer.internal.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;

/** Reads names of files that the platform's encoding cannot represent. */
final class FileNames {
  private static final char REPLACEMENT = '\ufffd';

  private FileNames() {}

  /** Whether {@code name} has lost characters, so that it cannot be turned back into a path. */
  static boolean isLossy(String name) {
    return name.indexOf(REPLACEMENT) >= 0;
  }

  /** The name of {@code entry} read as UTF-8, whatever encoding the JVM was started with. */
  static String utf8(Path entry) {
    // A URI holds the name's bytes as they are.
    String raw = entry.toUri().getRawPath();
    int end = raw.endsWith("/") ? raw.length() - 1 : raw.length();
    String name = raw.substring(raw.lastIndexOf('/', end - 1) + 1, end);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '%') {
        bytes.write(Integer.parseInt(name, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.writeBytes(name.substring(i, i + 1).getBytes(ISO_8859_1));
      }
    }
    return bytes.toString(UTF_8);
  }
}
