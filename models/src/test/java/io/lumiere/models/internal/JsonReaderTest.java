package io.lumiere.models.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model's files say, in JSON. */
class JsonReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " [ ] ",
        "{\"a\": {\"b\": [\"c\", {}, [], [\"d\"]]}, \"e\" : \"f\"}",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00 é 😀\"",
        "{\"a\": \"1\", \"a\": \"2\"}",
        "[null, \"\"]"
      })
  void readsWhatJacksonReads(String json) throws IOException {
    assertThat(read(json)).isEqualTo(new ObjectMapper().readValue(json, Object.class));
  }

  @Test
  void numbersAreWholeOrNot() throws IOException {
    assertThat(read("[0, -7, 9007199254740993, 1.5, -2e-3, 1E2]"))
        .isEqualTo(List.of(0L, -7L, 9007199254740993L, 1.5, -2e-3, 1e2));
    assertThat(read("[true, false, null]")).isEqualTo(Arrays.asList("true", "false", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "\"",
        "\"\\",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"a\nb\"",
        "{a: 1}",
        "{\"a\"}",
        "{\"a\": }",
        "{\"a\": 1,}",
        "{\"a\": 1 \"b\": 2}",
        "[1,]",
        "[1 2]",
        "[1}",
        "tru",
        "nil",
        "-",
        "1.2.3",
        "99999999999999999999",
        "<html>"
      })
  void refusesWhatIsNotJson(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("null");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    assertThatThrownBy(() -> JsonReader.read(new byte[] {'"', (byte) 0xFF, '"'}))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesWhatIsNestedTooDeeply() throws IOException {
    List<Object> expected = new ArrayList<>();
    assertThat(read("[".repeat(100) + "]".repeat(100))).isInstanceOf(expected.getClass());
    assertThatThrownBy(() -> read("[".repeat(101) + "]".repeat(101)))
        .hasMessageContaining("nested");
  }

  private static Object read(String json) throws IOException {
    return JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
