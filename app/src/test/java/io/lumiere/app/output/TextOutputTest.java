package io.lumiere.app.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextOutputTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TextOutput out = new TextOutput(bytes, true);

  @ParameterizedTest
  @CsvSource({
    "001b, \\u001b",
    "000a, \\n",
    "000d, \\r",
    "0009, \\t",
    "0000, \\u0000",
    "007f, \\u007f",
    "009b, \\u009b",
    "0085, \\u0085",
    "2028, \\u2028",
    "2029, \\u2029",
    "200e, \\u200e",
    "202e, \\u202e",
    "2066, \\u2066",
    "061c, \\u061c",
    "feff, \\ufeff",
    "e0001, \\udb40\\udc01",
    "d83d, \\ud83d"
  })
  void whatMovesOrTurnsOrHidesIsEscaped(String codePoint, String escape) {
    String name = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b.jpg";
    out.println(name);
    out.printf("%d %s%n", 7, name);
    out.format(Locale.ROOT, "%-9s|%n", name);
    out.print((Object) name);
    out.append(name).println();
    String escaped = "a" + escape + "b.jpg";
    assertThat(printed())
        .isEqualTo(
            "%s\n7 %s\n%-9s|\n%s%s\n".formatted(escaped, escaped, escaped, escaped, escaped));
  }

  @Test
  void whatIsOnlyForeignStaysAsItIs() {
    String names = "Zürich 日落 👨‍👩‍👧 می‌خواهم שלום C:\\photos ﬁ é";
    out.println(names);
    assertThat(printed()).isEqualTo(names + "\n");
  }

  @Test
  void jsonMeansTheSame() throws IOException {
    String name = "a\u001b[2J\n\u009b\u202e\u2028\"\\\ud83d👨‍👩‍👧.jpg";
    Console console = new Console(System.in, bytes, OutputStream.nullOutputStream(), Map.of());
    JsonLine.print(console, line -> line.writeStringField("path", name));
    assertThat(printed()).endsWith("}\n").doesNotContain("\u009b", "\u202e", "\u2028", "\u001b");
    assertThat(new ObjectMapper().readTree(printed()).get("path").asText()).isEqualTo(name);
  }

  @Test
  void whoHasReadEnoughEndsACommandQuietly() {
    TextOutput unread = new TextOutput(new Failing("Broken pipe"), true);
    unread.println("first");
    assertThatThrownBy(() -> unread.println("second"))
        .isInstanceOfSatisfying(
            OutputLostException.class, lost -> assertThat(lost.isEnough()).isTrue());
    TextOutput full = new TextOutput(new Failing("No space left on device"), true);
    full.println("first");
    assertThatThrownBy(full::requireReader)
        .hasMessageContaining("No space left on device")
        .isInstanceOfSatisfying(
            OutputLostException.class, lost -> assertThat(lost.isEnough()).isFalse());
    TextOutput errors = new TextOutput(new Failing("Broken pipe"), false);
    errors.println("first");
    assertThatCode(() -> errors.println("second")).doesNotThrowAnyException();
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Takes nothing. */
  private static final class Failing extends OutputStream {
    private final String reason;

    Failing(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(reason);
    }
  }
}
