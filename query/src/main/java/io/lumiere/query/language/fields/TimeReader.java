package io.lumiere.query.language.fields;

import io.lumiere.query.internal.lucene.TakenPattern;
import io.lumiere.query.internal.lucene.TakenQueries;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times of day by the clock on the wall: {@code 18:00..21:00}, {@code 6pm..9pm}, {@code
 * 22..4}, {@code 18:30}, {@code 18}, {@code >=22:00}, {@code morning}. A range includes all of its
 * last minute or hour.
 */
final class TimeReader {
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm|h)?");
  private static final Pattern END_OF_DAY = Pattern.compile("24(?:[:.]00)?\\s*h?");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private TimeReader() {}

  /**
   * What a time on a clock stands for.
   *
   * @param from its first moment
   * @param to its last
   */
  private record TimeRange(LocalTime from, LocalTime to) {
    static TimeRange hours(int from, int to) {
      return new TimeRange(LocalTime.of(from, 0), last(LocalTime.of(to, 0)));
    }

    static LocalTime last(LocalTime next) {
      return next.minusNanos(1_000_000);
    }
  }

  static Meaning read(Value value) throws FieldValueException {
    return Meaning.ofAnyUnquoted(value, TimeReader::item);
  }

  private static Meaning item(Value item) throws FieldValueException {
    Value.Bounds range = item.range();
    if (range != null && !range.isOpen()) {
      LocalTime from =
          range.from().text().isEmpty() ? LocalTime.MIDNIGHT : expect(range.from()).from();
      LocalTime to =
          range.to().text().isEmpty() ? TimeRange.last(LocalTime.MIDNIGHT) : end(range.to());
      return meaning(new TimeRange(from, to));
    }
    Value operand = item.operand().unquoted();
    TimeRange span = expect(operand);
    boolean isEnd = isEndOfDay(operand);
    return switch (item.operator()) {
      case ">", ">=" -> {
        LocalTime first =
            item.operator().equals(">") ? span.to().plusNanos(1_000_000) : span.from();
        if (isEnd || (first.equals(LocalTime.MIDNIGHT) && item.operator().equals(">"))) {
          throw item.mistake("no time of day is after that", null);
        }
        yield meaning(new TimeRange(first, TimeRange.last(LocalTime.MIDNIGHT)));
      }
      case "<" -> {
        if (span.from().equals(LocalTime.MIDNIGHT) && !isEnd) {
          throw item.mistake("no time of day is before that", null);
        }
        yield meaning(new TimeRange(LocalTime.MIDNIGHT, TimeRange.last(span.from())));
      }
      case "<=" ->
          meaning(
              new TimeRange(
                  LocalTime.MIDNIGHT, isEnd ? TimeRange.last(LocalTime.MIDNIGHT) : span.to()));
      default -> meaning(span);
    };
  }

  private static boolean isEndOfDay(Value value) {
    return END_OF_DAY.matcher(value.text().toLowerCase(Locale.ROOT)).matches();
  }

  /**
   * 21:00 as an end is that minute; 21 as an end is nine o'clock, not the hour after it; 24 and
   * 24:00 are the end of the day.
   */
  private static LocalTime end(Value value) throws FieldValueException {
    if (isEndOfDay(value)) {
      return TimeRange.last(LocalTime.MIDNIGHT);
    }
    TimeRange span = expect(value);
    boolean isHour = value.text().matches("\\d{1,2}\\s*(?i:am|pm|h)?");
    return isHour ? TimeRange.last(span.from().plusMinutes(1)) : span.to();
  }

  private static Meaning meaning(TimeRange span) {
    String words = "taken from " + span.from().format(MINUTE) + " to " + span.to().format(MINUTE);
    return new Meaning(words, TakenQueries.at(new TakenPattern.TimeOfDay(span.from(), span.to())));
  }

  private static TimeRange expect(Value value) throws FieldValueException {
    String text = value.text().toLowerCase(Locale.ROOT);
    Optional<TimeRange> span =
        switch (text) {
          case "morning" -> Optional.of(TimeRange.hours(5, 12));
          case "noon" -> Optional.of(TimeRange.hours(12, 13));
          case "afternoon" -> Optional.of(TimeRange.hours(12, 18));
          case "evening" -> Optional.of(TimeRange.hours(18, 22));
          case "night" -> Optional.of(TimeRange.hours(22, 5));
          case "midnight" -> Optional.of(TimeRange.hours(0, 1));
          default -> clock(text);
        };
    return span.orElseThrow(() ->
        value.mistake(
            "'" + value.text() + "' is not a time of day: write 18:30, 6pm, morning, 22:00..4:00",
            null));
  }

  private static Optional<TimeRange> clock(String text) {
    Matcher clock = CLOCK.matcher(text);
    if (!clock.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(clock.group(1));
    String half = clock.group(3);
    if ("am".equals(half) || "pm".equals(half)) {
      if (hour < 1 || hour > 12) {
        return Optional.empty();
      }
      hour = hour % 12 + (half.equals("pm") ? 12 : 0);
    }
    int minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
    if (hour == 24 && minute == 0) {
      hour = 0;
    }
    if (hour > 23 || minute > 59) {
      return Optional.empty();
    }
    LocalTime from = LocalTime.of(hour, minute);
    LocalTime next = clock.group(2) == null ? from.plusHours(1) : from.plusMinutes(1);
    return Optional.of(new TimeRange(from, TimeRange.last(next)));
  }
}
