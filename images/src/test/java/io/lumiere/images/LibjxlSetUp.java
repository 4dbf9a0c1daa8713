package io.lumiere.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Sets libjxl up, which is no part of Lumiere, for the tests that need it. */
public final class LibjxlSetUp {
  private LibjxlSetUp() {}

  /** Puts libjxl where the decoder looks for it; skips the test where set-up does not have it. */
  public static void need() throws IOException {
    Path list = Path.of("target", "jxl-package.txt");
    List<String> packages = Files.exists(list) ? Files.readAllLines(list) : List.of();
    Assumptions.assumeFalse(packages.isEmpty(), "set-up has no libjxl for this platform");
    JpegXlSetup.ensure(
        Path.of(System.getenv("LUMIERE_CACHE")), Path.of(packages.getFirst()), line -> {});
  }
}
