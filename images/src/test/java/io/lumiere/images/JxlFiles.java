package io.lumiere.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The files in {@code src/test/resources/jxl}, made by {@code src/test/python/jxl_goldens.py}. */
final class JxlFiles {
  private JxlFiles() {}

  /** A whole file. */
  static byte[] read(String name) {
    try (InputStream in = JxlFiles.class.getResourceAsStream("/jxl/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no test file " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts libjxl where the decoder looks for it; skips the test where set-up does not have it. */
  static void needLibjxl() throws IOException {
    Path list = Path.of("target", "jxl-package.txt");
    List<String> packages = Files.exists(list) ? Files.readAllLines(list) : List.of();
    Assumptions.assumeFalse(packages.isEmpty(), "set-up has no libjxl for this platform");
    JpegXlSetup.ensure(
        Path.of(System.getenv("LUMIERE_CACHE")), Path.of(packages.getFirst()), line -> {});
  }
}
