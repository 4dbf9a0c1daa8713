package io.lumiere.indexer.internal.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.testing.ProcessorSeconds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each verdict here is that of {@code git check-ignore} 2.39 as well. */
class IgnoreRulesTest {
  @TempDir private Path temp;

  private static boolean ignores(String lines, String path) {
    return walk(IgnoreRules.of(Arrays.asList(lines.split("\n", -1))), path);
  }

  @Test
  void aSetOfManyCharacters() {
    String set = "[" + "xyz".repeat(300_000) + "a]";
    assertThat(ignores(set + ".jpg", "a.jpg")).isTrue();
    assertThat(ignores(set + ".jpg", "b.jpg")).isFalse();
  }

  /** As a walk does: a folder that is passed over hides all in it. */
  private static boolean walk(IgnoreRules rules, String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (rules.ignores(path.substring(0, slash), true)) {
        return true;
      }
    }
    return rules.ignores(path, false);
  }

  @ParameterizedTest
  @CsvSource({
    "a.jpg, a.jpg",
    "a.jpg, x/y/a.jpg",
    "/a.jpg, a.jpg",
    "x/a.jpg, x/a.jpg",
    "x/, x/y/a.jpg",
    "y/, x/y/a.jpg",
    "/x/, x/a.jpg",
    "x, x/a.jpg",
    "*.jpg, x/a.jpg",
    "/*.jpg, a.jpg",
    "x/*, x/y/a.jpg",
    "**/a.jpg, a.jpg",
    "**/a.jpg, x/y/a.jpg",
    "**/y/a.jpg, x/y/a.jpg",
    "x/**, x/y/a.jpg",
    "x/**/a.jpg, x/a.jpg",
    "x/**/a.jpg, x/y/z/a.jpg",
    "?.jpg, a.jpg",
    "[a-c].jpg, b.jpg",
    "[!a-c].jpg, d.jpg",
    "[^a-c].jpg, d.jpg",
    "[]-].jpg, ].jpg",
    "[a-].jpg, -.jpg",
    "[[:digit:]].jpg, 7.jpg",
    "[[:alpha:]_].jpg, _.jpg",
    "[[:x].jpg, :.jpg",
    "'[\\]a].jpg', ].jpg",
    "'\\*.jpg', *.jpg",
    "'\\#.jpg', #.jpg",
    "'\\!.jpg', !.jpg",
    "'a b.jpg', a b.jpg",
    "'a.jpg   ', a.jpg",
    "'a\\ ', 'a '",
    "a**c.jpg, abbc.jpg",
    "x/a**c.jpg, x/abc.jpg",
    "***.jpg, a.jpg",
  })
  void passesOver(String line, String path) {
    assertThat(ignores(line, path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a.jpg, b.jpg",
    "a.jpg, a.jpg.xmp",
    "/a.jpg, x/a.jpg",
    "x/a.jpg, y/x/a.jpg",
    "a.jpg/, a.jpg",
    "/x/, y/x/a.jpg",
    "*.jpg, a.JPG",
    "x/*.jpg, x/y/a.jpg",
    "x*jpg, x/a.jpg",
    "x?a.jpg, x/a.jpg",
    "x[/]a.jpg, x/a.jpg",
    "x/a**c.jpg, x/ab/c.jpg",
    "#a.jpg, #a.jpg",
    "!a.jpg, a.jpg",
    "[a.jpg, [a.jpg",
    "[[:none:]].jpg, a.jpg",
    "[a-.jpg, a.jpg",
    "'a\\', a",
    "'a.jpg\t', a.jpg",
    "//a.jpg, a.jpg",
    "/, x/a.jpg",
    "'   ', a.jpg",
  })
  void leaves(String line, String path) {
    assertThat(ignores(line, path)).isFalse();
  }

  @Test
  void theLastLineThatMatchesCounts() {
    assertThat(ignores("*.jpg\n!a.jpg", "a.jpg")).isFalse();
    assertThat(ignores("!a.jpg\n*.jpg", "a.jpg")).isTrue();
    assertThat(ignores("*\n!*.jpg", "a.jpg")).isFalse();
    assertThat(ignores("x/\n!x/a.jpg", "x/a.jpg")).as("nothing comes out of a folder").isTrue();
    assertThat(ignores("x/*\n!x/a.jpg", "x/a.jpg")).isFalse();
  }

  @Test
  void deeperFilesComeFirstAndTheCommandLineBeforeAll() throws IOException {
    Path top = Files.writeString(temp.resolve("top"), "\ufeff*.jpg\r\n\r\n# a word\r\n/y/\r\n");
    Path deep = Files.writeString(temp.resolve("deep"), "!a.jpg\n/b.png\nz/c.png");
    IgnoreRules above = IgnoreRules.of(List.of("last.jpg")).with(top, "");
    IgnoreRules rules = above.with(deep, "x");

    assertThat(walk(above, "x/a.jpg")).isTrue();
    assertThat(rules.ignores("x/a.jpg", false)).isFalse();
    assertThat(rules.ignores("x/y/a.jpg", false)).isFalse();
    assertThat(rules.ignores("x/c.jpg", false)).isTrue();
    assertThat(rules.ignores("x/b.png", false)).isTrue();
    assertThat(rules.ignores("x/y/b.png", false)).isFalse();
    assertThat(rules.ignores("x/z/c.png", false)).isTrue();
    assertThat(walk(above, "y/c.png")).isTrue();
    assertThat(rules.ignores("x/last.jpg", false)).isTrue();
    assertThat(walk(IgnoreRules.of(List.of("!x.jpg")).with(top, ""), "x.jpg")).isFalse();
  }

  @Test
  void unicodeFormsAreAlike() {
    String apart = Normalizer.normalize("Café/é.jpg", Normalizer.Form.NFD);

    assertThat(ignores("Café/?.jpg", apart)).isTrue();
    assertThat(ignores(Normalizer.normalize("é.jpg", Normalizer.Form.NFD), "é.jpg")).isTrue();
    assertThat(ignores("?.jpg", "😀.jpg")).isTrue();
  }

  @Test
  @ProcessorSeconds(5)
  void aPatternOfManyStarsTakesNoTime() {
    String name = "a".repeat(255);

    assertThat(ignores("*a".repeat(100) + "b", name)).isFalse();
    assertThat(ignores("**/" + "*a*/**/".repeat(50) + "b", (name + "/").repeat(15) + "c"))
        .isFalse();
  }

  @Test
  void aFileThatCannotBeRulesIsRefused() throws IOException {
    Path large = Files.write(temp.resolve("large"), new byte[(1 << 20) + 1]);

    assertThatThrownBy(() -> IgnoreRules.of(List.of()).with(large, ""))
        .hasMessageContaining("1048576");
    assertThatThrownBy(() -> IgnoreRules.of(List.of()).with(temp, ""))
        .isInstanceOf(IOException.class);
  }
}
