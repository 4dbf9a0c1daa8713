package io.lumiere.query.language;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What searches are understood as, on Wednesday, 3 June 2026. */
class QueryParserTest {
  private static final QueryParser PARSER =
      new QueryParser(
          Clock.fixed(Instant.parse("2026-06-02T23:30:00Z"), ZoneId.of("Europe/Paris")));

  /** The lines of the explanation but the last, joined by semicolons. */
  private static String explained(String text) {
    ParsedQuery query = PARSER.parse(text);
    assertThat(query.problems()).as(text).isEmpty();
    List<String> lines = query.explain();
    assertThat(lines.getLast()).isEqualTo("today is 2026-06-03");
    return String.join("; ", lines.subList(0, lines.size() - 1))
        .replace("ranks by what photos show and by their words: ", "ranks ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "sunset beach | ranks sunset beach",
        "\"golden gate\" sunset | ranks golden gate sunset; keeps photos whose words have \"golden"
            + " gate\"",
        "sunset -people | ranks sunset; moves away from people",
        "-people | leaves out photos with the words people",
        "sunset -\"people\" | ranks sunset; keeps not (\"people\")",
        "cat OR dog beach | ranks (cat or dog) beach",
        "(cat OR dog) AND (a b) | ranks (cat or dog) a b",
        "cat OR year:2021 | keeps words have cat or year 2021",
        "photo* lissabon~ | keeps photos whose words have photo* and lissabon~",
        "camera:\"Pixel 6\" | keeps camera has \"Pixel 6\"",
        "(camera:\"Pixel 6\") cat | ranks cat; keeps camera has \"Pixel 6\"",
        "camera=\"Pixel 6\" cat | ranks cat; keeps camera is \"Pixel 6\"",
        "(keyword=\")(\",a) | keeps keyword is \")(\" or keyword is a",
        "type=jpeg cat | ranks cat; keeps type is jpeg",
        "iso:>800 | keeps ISO above 800",
        "iso>=800 | keeps ISO 800 or more",
        "focal:24..35 f:<=2.8 | keeps focal length 24 to 35; keeps aperture 2.8 or less",
        "rating:4.. | keeps rating 4 or more",
        "type:heic,JPG | keeps type heic or type jpeg",
        "-type:heic | keeps not (type heic)",
        "type:heic sunset | ranks sunset; keeps type heic",
        "type:dng,pnm,raw | keeps type dng or type pnm or type raw",
        "type:nrw,ppm,crw,sr2 | keeps type nrw or type ppm or type crw or type sr2",
        "type:cr2,cr3,nef,arw,orf,rw2 | keeps type cr2 or type cr3 or type nef or type arw or type"
            + " orf or type rw2",
        "type:raf,pef,srw,rwl,pgm | keeps type raf or type pef or type srw or type rwl or type pgm",
        "type:heic, cr2 sunset beach | ranks sunset beach; keeps type heic or type cr2",
        "has:gps | keeps has gps",
        "is:panorama | keeps is panorama",
        "date:2021-06..2021-08 | keeps taken from 2021-06-01 to 2021-08-31",
        "taken:weekend | keeps taken on a Saturday or Sunday",
        "time:18:00..21:00 | keeps taken from 18:00 to 21:00",
        "time:10pm..4am | keeps taken from 22:00 to 04:00",
        "time:0..24 time:18..24:00 | keeps taken from 00:00 to 23:59; keeps taken from 18:00 to"
            + " 23:59",
        "time:..24 time:24..6 | keeps taken from 00:00 to 23:59; keeps taken from 00:00 to 06:00",
        "time:<24:00 time:<=24 | keeps taken from 00:00 to 23:59; keeps taken from 00:00 to 23:59",
        "time:24:00 time:24 | keeps taken from 00:00 to 00:00; keeps taken from 00:00 to 00:59",
        "similar:path/to.jpg | ranks by likeness to path/to.jpg",
        "like:a.jpg similar:b.jpg -similar:c.jpg | ranks by likeness to a.jpg, b.jpg; ranks by"
            + " unlikeness to c.jpg",
        "-(similar:a.jpg) -similar:\"b c.jpg\" | leaves out a.jpg, b c.jpg",
        "place:Lisbon path:trips/** | keeps place has Lisbon; keeps path matches trips/**",
        "path=trips/lake.jpg id=x | keeps path matches trips/lake.jpg; keeps id is x",
        "title=\"red harbour\" name=IMG* | keeps title has \"red harbour\"; keeps name has IMG*",
        "similar=a.jpg has=gps iso:=800 | ranks by likeness to a.jpg; keeps has gps; keeps ISO 800",
        "near:48.85,2.35,10km | keeps within 10.0 km of 48.85, 2.35",
        "near:48.85, 2.35, 500 m sunset | ranks sunset; keeps within 0.500 km of 48.85, 2.35",
        "date:last june sunset | ranks sunset; keeps taken from 2025-06-01 to 2025-06-30",
        "date:summer 2021 beach | ranks beach; keeps taken from 2021-06-01 to 2021-08-31",
        "date:summer beach | ranks beach; keeps taken in June or July or August of any year",
        "taken:yesterday | keeps taken on 2026-06-02",
        "date:4 July 2021..6 July 2021 | keeps taken from 2021-07-04 to 2021-07-06",
        "date:>=2021-06 | keeps taken from 2021-06-01 on",
        "date:<2021 | keeps taken until 2020-12-31",
        "YEAR:2019..2021 | keeps year 2019 to 2021",
        "month:11..2 | keeps taken in November to February of any year",
        "exposure:1/250 size:>10MB | keeps exposure 1/250; keeps size above 10MB",
        "date:\"last week\",yesterday is:\"live\",burst | keeps taken from 2026-05-25 to 2026-05-31"
            + " or taken on 2026-06-02; keeps is live or is burst",
        "rating:\">=4\",1 date:>=\"june 2021\" | keeps rating 4 or more or rating 1; keeps taken"
            + " from 2021-06-01 on",
        "date:\"4 July 2021\"..\"6 July 2021\" | keeps taken from 2021-07-04 to 2021-07-06",
        "12:30 C:\\x note: blue AC/DC - | ranks 12:30 C:\\x note: blue AC/DC -",
        "http://x.org/a?b=1 std::x | ranks http://x.org/a?b=1 std::x",
        "file:///home/ann/x.jpg | ranks file:///home/ann/x.jpg",
        ":) IMG(2) 12\" \uD83C\uDF05 | ranks :) IMG(2) 12\" \uD83C\uDF05",
        "a=b x>y or and not | ranks a=b x>y or and not",
        "“golden gate” | ranks golden gate; keeps photos whose words have \"golden gate\"",
        "海边 日落 | ranks 海边 日落",
        "'' | ranks ''",
        "() | keeps all photos",
      })
  void searchesAreUnderstood(String text, String explanation) {
    assertThat(explained(text)).isEqualTo(explanation);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "sunset camra:canon | 7 | 5 | there is no field 'camra'; did you mean camera:canon?",
        "日落 yaer:2021 | 3 | 4 | there is no field 'yaer'; did you mean year:2021?",
        "is:panorma | 3 | 7 | did you mean panorama?",
        "iso:fast | 4 | 4 | 'fast' cannot be read as ISO",
        "iso:100,fast | 8 | 4 | 'fast' cannot be read as ISO",
        "date:2021-13 | 5 | 7 | '2021-13' is not a date",
        "date:2021..2019 | 5 | 10 | ends before it begins",
        "time:25:00 | 5 | 5 | is not a time of day",
        "time:>=24:00 | 5 | 7 | no time of day is after that",
        "near:95,2,1km | 5 | 8 | '95' is not within -90..90",
        "title: blue | 0 | 6 | did you mean title:blue?",
        "path= | 0 | 5 | a value must follow path: at once",
        "\"golden gate | 0 | 1 | the quote is never closed; did you mean \"golden gate\"?",
        "(cat OR dog | 0 | 1 | the bracket is never closed",
        "portland OR | 9 | 2 | OR needs an alternative on either side",
        "sunset NOT | 7 | 3 | nothing follows",
        "\"!!\" | 0 | 4 | no letter or digit",
        "cat OR similar:a.jpg | 7 | 13 | write it outside, as in (cat OR dog) similar:a.jpg",
        "x -(similar:a b) | 4 | 9 | likeness ranks all photos",
        "similar:c (cat OR (b similar:a)) | 21 | 9 | likeness ranks all photos",
        "type:jpge | 5 | 4 | did you mean jpeg?",
        "type:\"heic sunset\" | 6 | 11 | no photo has the type 'heic sunset'",
        "Re:Zero | 0 | 2 | there is no field 'Re', and quotes make it words; did you mean"
            + " \"Re:Zero\"?",
      })
  void problemsSayWhereAndWhat(String text, int column, int length, String message) {
    List<Problem> problems = PARSER.parse(text).problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().text()).contains(message);
    assertThat(problems.getFirst().column()).isEqualTo(column);
    assertThat(problems.getFirst().length()).isEqualTo(length);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-20, false, winter, 2026-12-01 to 2027-02-28",
    "2027-02-28, false, winter, 2026-12-01 to 2027-02-28",
    "2027-03-01, false, winter, 2027-12-01 to 2028-02-29",
    "2027-12-01, false, winter, 2027-12-01 to 2028-02-29",
    "2027-01-20, true, summer, 2026-12-01 to 2027-02-28",
    "2027-01-20, false, summer, 2027-06-01 to 2027-08-31",
  })
  void aSeasonThatBeganLastYearIsThisOne(
      String today, boolean southern, String season, String days) {
    Clock clock = Clock.fixed(Instant.parse(today + "T12:00:00Z"), ZoneOffset.UTC);
    assertThat(new QueryParser(clock, southern).parse("date:this " + season).explain().getFirst())
        .isEqualTo("keeps taken from " + days);
  }

  @Test
  void caretsStandUnderThePlace() {
    assertThat(PARSER.parse("sunset camra:canon").describeProblems())
        .startsWith("sunset camra:canon\n       ^^^^^\nthere is no field 'camra'");
    // Each of these letters is two columns wide.
    assertThat(PARSER.parse("日落 yaer:2021").describeProblems())
        .startsWith("日落 yaer:2021\n     ^^^^\n");
    assertThat(PARSER.parse("\u001b[31m camra:x").describeProblems()).startsWith(" [31m camra:x\n");
  }

  @Test
  void strictCallersGetAnException() {
    assertThat(PARSER.parse("sunset").orThrow().problems()).isEmpty();
    assertThatThrownBy(() -> PARSER.parse("yaer:2021").orThrow())
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("^^^^");
  }

  @Test
  void whatIsWrongIsReadAsWords() {
    Interpretation asked = PARSER.parse("sunset camra:canon iso:fast").interpretation();
    assertThat(asked.shows()).isEqualTo("sunset camra:canon fast");
    assertThat(asked.filter()).isNull();
  }

  @Test
  void moreAlternativesThanAValueTakesAreTold() {
    String years = IntStream.range(1900, 1964).mapToObj(String::valueOf).collect(joining(","));
    assertThat(PARSER.parse("year:" + years).problems()).isEmpty();
    assertThat(PARSER.parse("year:" + years + ",1964").problems())
        .extracting(Problem::text)
        .containsExactly("a value has at most 64 alternatives");
  }

  @Test
  void helpNamesEveryField() {
    assertThat(String.join("\n", QueryParser.helpLines()))
        .contains("camera:\"Pixel 6\"")
        .contains("time:22:00..4:00")
        .contains("keyword:beach");
  }
}
