package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The classes and files that the documentation names exist. */
class NamedClassesTest {
  private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)[.`]");
  private static final Pattern FILE = Pattern.compile("`([a-z]+/[A-Za-z0-9/._-]+)`");

  /** Where a path of a recipe may begin: see the page of the architecture. */
  private static final String SOURCES = "src/main/java/io/lumiere";

  /** What the pages name besides our own classes. */
  private static final Set<String> OTHERS =
      Set.of(
          "BigDecimal",
          "Optional",
          "System",
          "IndexWriter",
          "RescoreTopNQuery",
          "Gemm",
          "InnerProduct");

  @Test
  void everyClassExists() throws IOException {
    Set<String> known;
    try (Stream<Path> files = Files.walk(Pages.ROOT)) {
      known =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    Set<String> unknown = new TreeSet<>();
    for (Path page : Pages.ofTheCode()) {
      Matcher named = TYPE.matcher(Files.readString(page));
      while (named.find()) {
        if (!known.contains(named.group(1)) && !OTHERS.contains(named.group(1))) {
          unknown.add(page.getFileName() + ": " + named.group(1));
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyFileExists() throws IOException {
    Set<String> unknown = new TreeSet<>();
    for (Path page : Pages.ofTheCode()) {
      Matcher named = FILE.matcher(Files.readString(page));
      while (named.find()) {
        if (!exists(named.group(1))) {
          unknown.add(page.getFileName() + ": " + named.group(1));
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  /** Whether it is a path of the repository, or of a module's sources without what all have. */
  private static boolean exists(String name) {
    String module = name.substring(0, name.indexOf('/'));
    Path source = Pages.ROOT.resolve(module).resolve(SOURCES).resolve(name);
    return name.equals(SOURCES)
        || Files.exists(Pages.ROOT.resolve(name))
        || Files.exists(source)
        || Files.exists(source.resolveSibling(source.getFileName() + ".java"));
  }
}
