package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each public type says whether threads may share it: that it is immutable, thread-safe or not. */
class PublicTypesTest {
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^public (?:(?:static|final|sealed|non-sealed|abstract) )*"
              + "(?:class|interface|enum|record) (\\w+)([^{]*)",
          Pattern.MULTILINE);

  /** Modules that nothing depends on, so that no other code can share their types. */
  private static final Set<String> PROGRAMS = Set.of("bench", "examples");

  private static final Pattern THREADS =
      Pattern.compile("thread|immutable", Pattern.CASE_INSENSITIVE);

  @Test
  void saysWhetherItIsThreadSafe() throws IOException {
    Set<String> silent = new TreeSet<>();
    List<Path> sources = sources();
    for (Path source : sources) {
      String text = Files.readString(source);
      Matcher type = PUBLIC_TYPE.matcher(text);
      if (type.find()
          && !isException(type.group(2))
          && !THREADS.matcher(comment(text, type)).find()) {
        silent.add(Pages.ROOT.relativize(source).toString());
      }
    }
    assertThat(sources).hasSizeGreaterThan(200);
    assertThat(silent).isEmpty();
  }

  /** An exception is handed on and never shared while it changes. */
  private static boolean isException(String heritage) {
    return heritage.contains("Exception");
  }

  /** The Javadoc in front of a type, with what stands between the two. */
  private static String comment(String text, Matcher type) {
    return text.substring(Math.max(0, text.lastIndexOf("/**", type.start())), type.start());
  }

  /** All sources outside of tests and internal packages. */
  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : Modules.read(Pages.ROOT).names()) {
      if (PROGRAMS.contains(module)) {
        continue;
      }
      Path folder = Pages.ROOT.resolve(module).resolve(Path.of("src", "main", "java"));
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("internal"))
              .forEach(sources::add);
        }
      }
    }
    return sources;
  }
}
