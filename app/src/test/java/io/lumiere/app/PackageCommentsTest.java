package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each package says what it is for, and that what may be null is marked. */
class PackageCommentsTest {
  private static final Path SOURCES = Path.of("src", "main", "java");

  @Test
  void everyPackageHasOne() throws IOException {
    Set<String> wrong = new TreeSet<>();
    Set<Path> packages = packages();
    for (Path folder : packages) {
      Path info = folder.resolve("package-info.java");
      String text = Files.exists(info) ? Files.readString(info) : "";
      if (!text.startsWith("/**") || !text.contains("@NullMarked")) {
        wrong.add(Pages.ROOT.relativize(folder).toString());
      }
    }
    assertThat(packages).hasSizeGreaterThan(50);
    assertThat(wrong).isEmpty();
  }

  private static Set<Path> packages() throws IOException {
    Set<Path> packages = new TreeSet<>();
    for (String module : Modules.read(Pages.ROOT).names()) {
      Path sources = Pages.ROOT.resolve(module).resolve(SOURCES);
      if (Files.exists(sources)) {
        try (Stream<Path> files = Files.walk(sources)) {
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .forEach(packages::add);
        }
      }
    }
    return packages;
  }
}
