package io.lumiere.query.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No string makes the parser throw, and every problem lies within the string. */
class QueryFuzzTest {
  private static final QueryParser PARSER =
      new QueryParser(Clock.fixed(Instant.parse("2024-02-29T12:00:00Z"), ZoneOffset.UTC));

  private static final List<String> PIECES =
      List.of(
          ("( ) \" - , : .. > >= < = * ~ ~2 OR AND NOT | \\ / # f iso date taken time year month"
               + " near box path type has is similar camera lens place size exposure 2021 2021-07"
               + " 1/250 18:00 6pm 10km 99999999999999999999 -1 0 1e9 last june ago 3 days weekend"
               + " monday summer 1990s f/2.8 gps panorama jpeg golden gate é ß İ 海边 の 日落 👍🏽 ﷽"
               + " \uD800 \uDC00 \u0000 \u200F \u0301 \t \u2028 \u0085 “ ” … a b camra")
              .split(" "));

  @Test
  void stringsOfTheGrammarsPieces(@Seeded Random random) {
    long seed = Seeds.ofRun();
    for (int i = 0; i < 30_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(14); j > 0; j--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
        if (random.nextInt(3) == 0) {
          text.append(random.nextInt(4) == 0 ? ':' : ' ');
        }
      }
      check(text.toString(), seed);
    }
  }

  @Test
  void anyUnicode(@Seeded Random random) {
    long seed = Seeds.ofRun();
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(20); j > 0; j--) {
        int most = random.nextBoolean() ? 0x80 : random.nextBoolean() ? 0x10000 : 0x110000;
        text.appendCodePoint(random.nextInt(most));
      }
      check(text.toString(), seed);
    }
  }

  @Test
  void longOnesAreCutAndDeepOnesToldOf() {
    for (String piece :
        List.of(
            "(",
            ")",
            "-",
            "\"",
            "a ",
            "a:",
            "iso:",
            "date:last ",
            "\"a\" ",
            "(a OR ",
            "x:\"",
            "海")) {
      String text = piece.repeat(20_000);
      check(text, 0);
      assertThat(PARSER.parse(text).problems()).isNotEmpty();
    }
  }

  private static void check(String text, long seed) {
    ParsedQuery query;
    try {
      query = PARSER.parse(text);
      query.explain();
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("'" + text + "', seed " + seed, e);
    }
    int length = text.codePointCount(0, text.length());
    assertThat(query.problems())
        .as("'%s', seed %d", text, seed)
        .allMatch(problem -> problem.column() + problem.length() <= length + 1);
    assertThat(query.describeProblems().isEmpty()).isEqualTo(query.problems().isEmpty());
  }
}
