package io.lumiere.models.starter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The real starter model for tests, made once from the packages that the build has obtained. */
public final class StarterFixture {
  /** Where the build writes the packages' paths, in the order of the arguments of set-up. */
  private static final Path PACKAGES = Path.of("target", "starter-packages.txt");

  private StarterFixture() {}

  /** The packages' files: EfficientNet, MiniLM, timm, open_clip, cn_clip. */
  public static List<Path> packages() {
    try {
      return Files.readAllLines(PACKAGES).stream().filter(l -> !l.isBlank()).map(Path::of).toList();
    } catch (IOException e) {
      throw new IllegalStateException(
          PACKAGES + " is not there: the phase generate-test-resources writes it", e);
    }
  }

  /** The model's folder. */
  public static Path model() {
    return Made.MODEL;
  }

  private static final class Made {
    static final Path MODEL = make();
  }

  private static Path make() {
    List<Path> p = packages();
    Path cache = p.get(0).resolve("../..").normalize(); // Packages are in CACHE/packages.
    return StarterSetup.ensure(cache, p.get(0), p.get(1), p.get(2), System.out::println);
  }
}
