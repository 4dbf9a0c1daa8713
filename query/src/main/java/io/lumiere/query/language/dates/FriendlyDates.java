package io.lumiere.query.language.dates;

import io.lumiere.query.internal.lucene.TakenPattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads dates as people say them, case aside: Immutable.
 *
 * <ul>
 *   <li>{@code 2021}, {@code 2021-07}, {@code 2021-07-04}, {@code 1990s}, {@code june 2021}, {@code
 *       4 July 2021}, {@code July 4th, 2021}, {@code summer 2021}, {@code christmas 2020};
 *   <li>{@code today}, {@code yesterday}, {@code this year}, {@code last week}, {@code last
 *       weekend}, {@code last june}, {@code last friday}, {@code last summer}, {@code last 30
 *       days}, {@code 3 days ago}, {@code 4 July} (the latest that is not to come);
 *   <li>{@code june}, {@code winter}, {@code weekend}, {@code weekdays}, {@code friday}: of any
 *       year or week.
 * </ul>
 *
 * <p>Weeks begin on Monday. A season is three whole months, and winter 2021 begins in December 2021
 * where winter does. "This" winter is that which goes on today, else that of this year. "Last" is
 * what ended before today, or before what goes on today.
 *
 * @param today the day on which it is said
 * @param southern whether seasons are those of the southern half of the Earth
 */
public record FriendlyDates(LocalDate today, boolean southern) {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z},]+");
  private static final Pattern LEFT_OUT = Pattern.compile("of|the|in|on");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /** What a text means; empty if it is not a possible date. */
  public Optional<When> read(String text) {
    List<String> words =
        BETWEEN_WORDS
            .splitAsStream(text.strip().toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty() && !LEFT_OUT.matcher(word).matches())
            .limit(5)
            .toList();
    return switch (words.size()) {
      case 1 -> one(words.getFirst());
      case 2 -> two(words.get(0), words.get(1)).map(days -> days);
      case 3 -> three(words.get(0), words.get(1), words.get(2)).map(days -> days);
      default -> Optional.empty();
    };
  }

  private Optional<When> one(String word) {
    Optional<When.Days> days =
        WrittenDates.read(word).or(() -> new RelativeDates(today, southern).one(word));
    return days.isPresent() ? days.map(found -> found) : recurring(word);
  }

  private Optional<When> recurring(String word) {
    if (word.equals("weekend") || word.equals("weekends")) {
      return Optional.of(new When.Recurring(new TakenPattern.Weekdays(WEEKEND)));
    }
    if (word.equals("weekday") || word.equals("weekdays")) {
      Set<DayOfWeek> days = EnumSet.complementOf(EnumSet.copyOf(WEEKEND));
      return Optional.of(new When.Recurring(new TakenPattern.Weekdays(days)));
    }
    Optional<TakenPattern> pattern =
        CalendarNames.day(word)
            .<TakenPattern>map(day -> new TakenPattern.Weekdays(EnumSet.of(day)))
            .or(() ->
                CalendarNames.month(word)
                    .map(Set::of)
                    .or(() -> Season.named(word, southern).map(Season::months))
                    .map(TakenPattern.Months::new));
    return pattern.map(When.Recurring::new);
  }

  private Optional<When.Days> two(String first, String second) {
    return number(second)
        .filter(year -> second.length() == 4)
        .flatMap(year -> named(first, year))
        .or(() -> new RelativeDates(today, southern).two(first, second))
        .or(() -> dayAndMonth(first, second))
        .or(() -> dayAndMonth(second, first));
  }

  private Optional<When.Days> named(String word, int year) {
    if (word.equals("christmas") || word.equals("xmas")) {
      return year < 1 ? Optional.empty() : Optional.of(RelativeDates.christmas(year));
    }
    if (year < 1) {
      return Optional.empty();
    }
    return CalendarNames.month(word)
        .map(month -> WrittenDates.month(year, month))
        .or(() -> Season.named(word, southern).map(season -> season.in(year)));
  }

  /** The latest that is not to come. */
  private Optional<When.Days> dayAndMonth(String day, String name) {
    Optional<Month> month = CalendarNames.month(name);
    Optional<Integer> number = WrittenDates.dayOfMonth(day);
    if (month.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    // The 29th of February may be years ago.
    for (int year = today.getYear(); year > today.getYear() - 9; year--) {
      Optional<When.Days> found = WrittenDates.day(year, month.get().getValue(), number.get());
      if (found.isPresent() && !found.get().from().isAfter(today)) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<When.Days> three(String first, String second, String third) {
    Optional<Integer> year = number(third).filter(number -> third.length() == 4);
    Optional<Month> month = CalendarNames.month(first).or(() -> CalendarNames.month(second));
    Optional<Integer> day =
        WrittenDates.dayOfMonth(CalendarNames.month(first).isPresent() ? second : first);
    if (year.isPresent() && month.isPresent() && day.isPresent()) {
      return WrittenDates.day(year.get(), month.get().getValue(), day.get());
    }
    return new RelativeDates(today, southern).three(first, second, third);
  }

  static Optional<Integer> number(String word) {
    return NUMBER.matcher(word).matches() ? Optional.of(Integer.parseInt(word)) : Optional.empty();
  }
}
