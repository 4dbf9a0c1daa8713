package io.lumiere.indexer.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.schema.Precision;
import io.lumiere.testing.GeneratedPart;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/dates.md} to the code. */
class DateDocumentationTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "dates.md");
  private static final Pattern NAME =
      Pattern.compile("\\| `([^`]+)`[^|]*\\| ([^|]+?) \\| ([a-z]*) ?\\|");

  @Test
  void givesTheOrderOfTheSources() {
    new GeneratedPart(DOCUMENT, "sources").mustBe(DateSource.markdown());
  }

  @Test
  void saysWhatNamesMean() {
    List<String> rows = new GeneratedPart(DOCUMENT, "names").text().lines().skip(2).toList();
    assertThat(rows).hasSizeGreaterThan(20);
    for (String row : rows) {
      Matcher matcher = NAME.matcher(row);
      assertThat(matcher.matches()).as(row).isTrue();
      DateText date = FileNameDates.find(matcher.group(1));
      assertThat(date == null ? "none" : text(date)).as(row).isEqualTo(matcher.group(2));
      assertThat(date == null ? "" : date.precision().keyword())
          .as(row)
          .isEqualTo(matcher.group(3).toLowerCase(Locale.ROOT));
    }
  }

  private static String text(DateText date) {
    int length =
        date.precision() == Precision.YEAR ? 4 : date.precision() == Precision.MONTH ? 7 : 10;
    String day = date.local().toLocalDate().toString().substring(0, length);
    return date.hasTime() ? day + " " + date.local().toLocalTime() : day;
  }
}
