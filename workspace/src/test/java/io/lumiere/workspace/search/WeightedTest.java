package io.lumiere.workspace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a value ends and its weight begins. */
class WeightedTest {
  @ParameterizedTest
  @CsvSource({
    "at night=0.7, at night, 0.7",
    "at night=-2, at night, -2",
    "x=.5, x, 0.5",
    "x=+3., x, 3",
    "x=1e-2, x, 0.01",
    "2+2=4=1, 2+2=4, 1",
    "E=mc=3, E=mc, 3",
    "日落=2, 日落, 2",
  })
  void whatFollowsTheLastEqualsSignIsAWeight(String argument, String value, double weight) {
    assertThat(Weighted.text(argument)).isEqualTo(new Weighted(value, weight));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "E=mc", "x=", "=5", " =5", "x=1 2", "x=NaN", "x=.", "x=0x1", "x= 1"})
  void withoutANumberAllIsTheValue(String argument) {
    assertThat(Weighted.text(argument)).isEqualTo(new Weighted(argument, null));
  }

  @Test
  void aFileOfThatNameIsTheFile(@TempDir Path folder) throws IOException {
    String file = Files.createFile(folder.resolve("f=2")).toString();
    assertThat(Weighted.file(file)).isEqualTo(new Weighted(file, null));
    assertThat(Weighted.file(file + "=3")).isEqualTo(new Weighted(file, 3.0));
    assertThat(Weighted.file(folder + "/other=3").value()).isEqualTo(folder + "/other");
    assertThat(Weighted.file("no\0name")).isEqualTo(new Weighted("no\0name", null));
  }
}
