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
    return Meaning.ofAny(value.unquoted(), TimeReader::item);
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
    TimeRange span = expect(item.operand());
    return switch (item.operator()) {
      case ">=" -> meaning(new TimeRange(span.from(), TimeRange.last(LocalTime.MIDNIGHT)));
      case ">" -> {
        LocalTime next = span.to().plusNanos(1_000_000);
        if (next.equals(LocalTime.MIDNIGHT)) {
          throw item.mistake("no time of day is after that", null);
        }
        yield meaning(new TimeRange(next, TimeRange.last(LocalTime.MIDNIGHT)));
      }
      case "<" -> {
        if (span.from().equals(LocalTime.MIDNIGHT)) {
          throw item.mistake("no time of day is before that", null);
        }
        yield meaning(new TimeRange(LocalTime.MIDNIGHT, TimeRange.last(span.from())));
      }
      case "<=" -> meaning(new TimeRange(LocalTime.MIDNIGHT, span.to()));
      default -> meaning(span);
    };
  }

  /** 21:00 as an end is that minute; 21 as an end is nine o'clock, not the hour after it. */
  private static LocalTime end(Value value) throws FieldValueException {
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
      return Optional.of(new TimeRange(LocalTime.MIDNIGHT, TimeRange.last(LocalTime.MIDNIGHT)));
    }
    if (hour > 23 || minute > 59) {
      return Optional.empty();
    }
    LocalTime from = LocalTime.of(hour, minute);
    LocalTime next = clock.group(2) == null ? from.plusHours(1) : from.plusMinutes(1);
    return Optional.of(new TimeRange(from, TimeRange.last(next)));
  }
}
