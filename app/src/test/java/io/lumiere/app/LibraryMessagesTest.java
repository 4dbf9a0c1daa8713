package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What libraries say makes sense in any program: options and commands are named by this one. */
class LibraryMessagesTest {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
  private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern COMMAND_LINE =
      Pattern.compile("(?<![\\w-])--[a-z]|\\blumiere [a-z]|\\./lumiere");

  /** Options of programs that libraries run. */
  private static final Set<String> OF_OTHER_PROGRAMS = Set.of("--unpack");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base",
        "native",
        "images",
        "schema",
        "models",
        "indexer",
        "query",
        "views",
        "exchange",
        "workspace",
        "gallery"
      })
  void noneNamesAnOptionOrACommand(String module) throws IOException {
    Path sources = Path.of("..", module, "src", "main", "java");
    try (Stream<Path> files = Files.walk(sources)) {
      List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(java).isNotEmpty();
      for (Path file : java) {
        assertThat(literals(Files.readString(file)))
            .describedAs("%s", file)
            .filteredOn(literal -> !OF_OTHER_PROGRAMS.contains(literal))
            .noneMatch(literal -> COMMAND_LINE.matcher(literal).find());
      }
    }
  }

  @Test
  void anOptionAndACommandAreFound() {
    assertThat(literals("\"name it with \"\n  + \"--index\"; // \"a comment\""))
        .containsExactly("name it with --index");
    for (String text : List.of("with --index", "run 'lumiere index DIR'", "run ./lumiere setup")) {
      assertThat(COMMAND_LINE.matcher(text).find()).describedAs(text).isTrue();
    }
  }

  /** Strings that are put together with a plus count as one. */
  private static List<String> literals(String source) {
    String code = JOINT.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll("");
    return LITERAL.matcher(code).results().map(match -> match.group(1)).toList();
  }
}
