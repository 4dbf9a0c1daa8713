package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test that is named after a class lives in the package of that class. */
class TestPackagesTest {
  private static final String JAVA = ".java";
  private static final String TEST = "Test" + JAVA;

  @Test
  void testsLiveWithWhatTheyTest() throws IOException {
    Set<String> astray = new TreeSet<>();
    int found = 0;
    for (String module : Modules.read(Pages.ROOT).names()) {
      Map<String, Set<Path>> classes = packages(module, "main", JAVA);
      for (Map.Entry<String, Set<Path>> test : packages(module, "test", TEST).entrySet()) {
        Set<Path> homes = classes.getOrDefault(test.getKey(), Set.of());
        if (!homes.isEmpty()) {
          found++;
          test.getValue().stream()
              .filter(folder -> !homes.contains(folder))
              .forEach(folder -> astray.add(module + ": " + folder + ": " + test.getKey()));
        }
      }
    }
    assertThat(found).isGreaterThan(50);
    assertThat(astray).isEmpty();
  }

  /** The packages of a module's classes, as folders, by the classes' names without the ending. */
  private static Map<String, Set<Path>> packages(String module, String part, String ending)
      throws IOException {
    Path sources = Pages.ROOT.resolve(module).resolve(Path.of("src", part, "java"));
    Map<String, Set<Path>> packages = new HashMap<>();
    if (Files.exists(sources)) {
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.toString().endsWith(ending))
            .forEach(file -> {
              String name = file.getFileName().toString();
              packages
                  .computeIfAbsent(
                      name.substring(0, name.length() - ending.length()), key -> new HashSet<>())
                  .add(sources.relativize(file.getParent()));
            });
      }
    }
    return packages;
  }
}
