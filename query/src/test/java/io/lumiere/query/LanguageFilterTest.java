package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Confidence;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Place;
import io.lumiere.schema.Precision;
import io.lumiere.schema.Taken;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters of the language keep what a look at each photo keeps, on random photos. */
class LanguageFilterTest {
  private static final QueryParser PARSER =
      new QueryParser(Clock.fixed(Instant.parse("2024-02-29T12:00:00Z"), ZoneOffset.UTC));
  private static final List<Precision> PRECISIONS =
      List.of(Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.TIME, Precision.TIME);
  private static final List<String> FORMATS = List.of("jpeg", "png", "heic");
  private static final List<Confidence> CONFIDENCES = List.of(Confidence.values());

  @TempDir Path folder;

  private static Photo photo(Random random, int i) {
    Precision precision = PRECISIONS.get(random.nextInt(PRECISIONS.size()));
    LocalDateTime local =
        LocalDate.of(2019, 1, 1)
            .atStartOfDay()
            .plusSeconds(random.nextLong(6L * 366 * 86_400))
            .plusNanos(random.nextInt(1000) * 1_000_000L);
    if (random.nextInt(4) == 0) {
      local = local.toLocalDate().atStartOfDay().minusNanos(random.nextInt(2) * 1_000_000L);
    }
    local =
        switch (precision) {
          case YEAR -> local.toLocalDate().withDayOfYear(1).atStartOfDay();
          case MONTH -> local.toLocalDate().withDayOfMonth(1).atStartOfDay();
          case DAY -> local.toLocalDate().atStartOfDay();
          case TIME -> local;
        };
    Confidence confidence = CONFIDENCES.get(random.nextInt(CONFIDENCES.size()));
    String source = confidence == Confidence.LOW && random.nextBoolean() ? Taken.FILE_TIME : "exif";
    Taken taken = new Taken(local, null, null, source, confidence, precision);
    return Photo.builder(
            "id" + i,
            new PhotoFile("a/" + i + ".jpg", "b".repeat(64), random.nextInt(3000), Instant.EPOCH),
            new ImageInfo(
                1 + random.nextInt(4), 1 + random.nextInt(4), 1, FORMATS.get(random.nextInt(3))))
        .taken(random.nextInt(8) == 0 ? null : taken)
        .camera(
            Camera.builder()
                .lens(random.nextBoolean() ? "EF24-70mm f/2.8L" : "Objektiv É 50mm")
                .iso(random.nextInt(3) == 0 ? null : random.nextInt(10) * 100)
                .exposure(random.nextInt(3) == 0 ? null : 1.0 / (1 + random.nextInt(5)))
                .focalLength(random.nextInt(3) == 0 ? null : random.nextInt(5) * 10f)
                .build())
        .place(
            random.nextInt(3) == 0
                ? null
                : new Place(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180, null))
        .build();
  }

  private static boolean within(Photo photo, LocalDate from, LocalDate to) {
    Taken taken = photo.taken();
    if (taken == null) {
      return false;
    }
    LocalDate first = taken.local().toLocalDate();
    LocalDate last =
        switch (taken.precision()) {
          case YEAR -> LocalDate.of(first.getYear(), 12, 31);
          case MONTH -> YearMonth.from(first).atEndOfMonth();
          case DAY, TIME -> first;
        };
    return !first.isBefore(from) && !last.isAfter(to);
  }

  private static boolean at(Photo photo, Precision least, Predicate<LocalDateTime> test) {
    return photo.taken() != null
        && photo.taken().precision().compareTo(least) >= 0
        && test.test(photo.taken().local());
  }

  private record Case(String text, Predicate<Photo> keeps) {}

  private static Case random(Random random) {
    LocalDate from = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2000));
    LocalDate to = from.plusDays(random.nextInt(500));
    int number = random.nextInt(10) * 100;
    return switch (random.nextInt(16)) {
      case 0 -> new Case("date:" + from + ".." + to, photo -> within(photo, from, to));
      case 1 -> new Case("date:>=" + from, photo -> within(photo, from, LocalDate.MAX));
      case 2 -> new Case("date:<" + from, photo -> within(photo, LocalDate.MIN, from.minusDays(1)));
      case 3 -> {
        YearMonth month = YearMonth.from(from);
        yield new Case(
            "date:" + month, photo -> within(photo, month.atDay(1), month.atEndOfMonth()));
      }
      case 4 -> {
        int year = from.getYear();
        yield new Case(
            "year:" + year,
            photo -> within(photo, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
      }
      case 5 ->
          new Case(
              "taken:weekend",
              photo -> at(photo, Precision.DAY, time -> time.getDayOfWeek().getValue() >= 6));
      case 6 ->
          new Case(
              "month:11..2",
              photo -> at(photo, Precision.MONTH, time -> (time.getMonthValue() + 1) % 12 <= 3));
      case 7 -> {
        LocalTime start = LocalTime.of(random.nextInt(24), random.nextInt(60));
        LocalTime end = LocalTime.of(random.nextInt(24), random.nextInt(60));
        LocalTime last = end.plusSeconds(59).plusNanos(999_999_999);
        yield new Case(
            "time:" + start + ".." + end,
            photo ->
                at(
                    photo,
                    Precision.TIME,
                    time -> {
                      boolean after = !time.toLocalTime().isBefore(start);
                      boolean before = !time.toLocalTime().isAfter(last);
                      return start.isAfter(end) ? after || before : after && before;
                    }));
      }
      case 13 -> new Case("has:date", photo -> photo.taken() != null && !photo.taken().isGuessed());
      case 14 ->
          new Case("confidence:guess", photo -> photo.taken() != null && photo.taken().isGuessed());
      case 15 ->
          new Case(
              "confidence:high,medium",
              photo -> photo.taken() != null && photo.taken().confidence() != Confidence.LOW);
      case 8 ->
          new Case(
              "iso:>" + number,
              photo ->
                  photo.camera().settings().iso() != null
                      && photo.camera().settings().iso() > number);
      case 9 ->
          new Case(
              "focal:10..20,40",
              photo ->
                  photo.camera().settings().focalLength() != null
                      && Set.of(10f, 20f, 40f).contains(photo.camera().settings().focalLength()));
      case 10 ->
          new Case(
              "exposure:1/3",
              photo ->
                  photo.camera().settings().exposure() != null
                      && photo.camera().settings().exposure() == 1.0 / 3);
      case 11 -> new Case("is:landscape", photo -> photo.image().width() > photo.image().height());
      default ->
          new Case("lens:24-70", photo -> String.valueOf(photo.camera().lens()).startsWith("EF"));
    };
  }

  @Test
  void filtersKeepWhatALookAtEachPhotoKeeps(@Seeded Random random) throws IOException {
    long seed = Seeds.ofRun();
    List<Photo> photos = new ArrayList<>();
    try (TestArchive archive = new TestArchive(folder)) {
      for (int i = 0; i < 400; i++) {
        photos.add(photo(random, i));
        archive.add(photos.getLast(), 1, 0, 0, 0);
        if (i % 150 == 0) {
          archive.commit();
        }
      }
      archive.addFailure("broken.jpg", "broken");
      archive.commit();
    }
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      for (int i = 0; i < 60; i++) {
        Case a = random(random);
        Case b = random(random);
        checkDays(search, photos, LocalDate.of(2019, 1, 1).plusDays(random.nextInt(900)), seed);
        check(search, photos, a.text(), a.keeps(), seed);
        check(search, photos, "-" + a.text(), a.keeps().negate(), seed);
        check(search, photos, a.text() + " " + b.text(), a.keeps().and(b.keeps()), seed);
        check(
            search, photos, a.text() + " OR -" + b.text(), a.keeps().or(b.keeps().negate()), seed);
      }
    }
  }

  /** Days of a request mean what they mean in the language. */
  private static void checkDays(PhotoSearch search, List<Photo> photos, LocalDate from, long seed) {
    LocalDate to = from.plusDays(400);
    Set<String> expected =
        photos.stream()
            .filter(photo -> within(photo, from, to))
            .map(Photo::id)
            .collect(Collectors.toCollection(TreeSet::new));
    SearchRequest request = SearchRequest.builder().from(from).to(to).limit(1000).build();
    assertThat(search.search(request).hits())
        .as("from %s to %s, seed %d", from, to, seed)
        .extracting(hit -> hit.photo().id())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void check(
      PhotoSearch search, List<Photo> photos, String text, Predicate<Photo> keeps, long seed) {
    Set<String> expected =
        photos.stream().filter(keeps).map(Photo::id).collect(Collectors.toCollection(TreeSet::new));
    SearchRequest request =
        SearchRequest.builder().query(PARSER.parse(text).orThrow()).limit(1000).build();
    Set<String> found =
        search.search(request).hits().stream()
            .map(hit -> hit.photo().id())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found).as("'%s', seed %d", text, seed).isEqualTo(expected);
  }
}
