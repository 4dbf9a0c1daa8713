package io.lumiere.query.language.fields;

import io.lumiere.query.internal.lucene.TakenPattern;
import io.lumiere.query.internal.lucene.TakenQueries;
import io.lumiere.query.language.dates.FriendlyDates;
import io.lumiere.query.language.dates.When;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads days of taking: dates as people say them, ranges and comparisons of them.
 *
 * @param dates what the words mean today
 */
record DateReader(FriendlyDates dates) implements ValueReader {
  @Override
  public Meaning read(Value value) throws FieldValueException {
    // The comma of "July 4th, 2021" does not separate alternatives.
    Value plain = value.unquoted();
    Optional<When> whole = dates.read(plain.text());
    return whole.isPresent() ? meaning(whole.get()) : Meaning.ofAnyUnquoted(plain, this::item);
  }

  private Meaning item(Value item) throws FieldValueException {
    Value.Bounds range = item.range();
    if (range != null && !range.isOpen()) {
      return range(item, range);
    }
    Value operand = item.operand().unquoted();
    When when = expect(operand);
    if (item.operator().isEmpty() || item.operator().equals("=")) {
      return meaning(when);
    }
    When.Days days = expectDays(operand);
    return switch (item.operator()) {
      case ">" -> between(days.to().plusDays(1), null);
      case ">=" -> between(days.from(), null);
      case "<" -> between(null, days.from().minusDays(1));
      default -> between(null, days.to());
    };
  }

  private Meaning range(Value item, Value.Bounds range) throws FieldValueException {
    When first = range.from().text().isEmpty() ? null : expect(range.from());
    When last = range.to().text().isEmpty() ? null : expect(range.to());
    if (first instanceof When.Recurring from && last instanceof When.Recurring to) {
      return meaning(
          patterns(from.pattern(), to.pattern())
              .orElseThrow(() ->
                  item.mistake("a range is of days, or of months, or of days of the week", null)));
    }
    LocalDate from = first == null ? null : expectDays(range.from()).from();
    LocalDate to = last == null ? null : expectDays(range.to()).to();
    if (from != null && to != null && from.isAfter(to)) {
      throw item.mistake(
          "the range ends before it begins: " + from + " to " + to,
          range.to().text() + ".." + range.from().text());
    }
    return between(from, to);
  }

  /** A range from one recurring time to another, possibly past the end of a year or week. */
  private static Optional<When> patterns(TakenPattern from, TakenPattern to) {
    if (from instanceof TakenPattern.Months first && to instanceof TakenPattern.Months last) {
      Set<Month> months = EnumSet.noneOf(Month.class);
      Month end = last(last.months());
      for (Month month = first(first.months()); months.add(month) && month != end; ) {
        month = month.plus(1);
      }
      return Optional.of(new When.Recurring(new TakenPattern.Months(months)));
    }
    if (from instanceof TakenPattern.Weekdays first && to instanceof TakenPattern.Weekdays last) {
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      DayOfWeek end = Collections.max(last.days());
      for (DayOfWeek day = Collections.min(first.days()); days.add(day) && day != end; ) {
        day = day.plus(1);
      }
      return Optional.of(new When.Recurring(new TakenPattern.Weekdays(days)));
    }
    return Optional.empty();
  }

  /** The first of consecutive months, which may extend past the end of the year. */
  private static Month first(Set<Month> months) {
    return months.stream()
        .filter(month -> !months.contains(month.minus(1)))
        .findFirst()
        .orElse(Month.JANUARY);
  }

  private static Month last(Set<Month> months) {
    return months.stream()
        .filter(month -> !months.contains(month.plus(1)))
        .findFirst()
        .orElse(Month.DECEMBER);
  }

  private When expect(Value value) throws FieldValueException {
    return dates
        .read(value.text())
        .orElseThrow(() ->
            value.mistake(
                "'"
                    + value.text()
                    + "' is not a date: write 2021, 2021-07, 2021-07-04, june 2021, summer 2021,"
                    + " yesterday, last june, 3 days ago, weekend",
                null));
  }

  private When.Days expectDays(Value value) throws FieldValueException {
    if (expect(value) instanceof When.Days days) {
      return days;
    }
    throw value.mistake(
        "'" + value.text() + "' comes back every year or week: say which",
        value.text() + " " + dates.today().getYear());
  }

  private static Meaning meaning(When when) {
    return switch (when) {
      case When.Days days -> between(days.from(), days.to());
      case When.Recurring recurring ->
          new Meaning("taken " + recurring.words(), TakenQueries.at(recurring.pattern()));
    };
  }

  private static Meaning between(@Nullable LocalDate from, @Nullable LocalDate to) {
    String words;
    if (from != null && to != null) {
      words = new When.Days(from, to).words();
    } else {
      words = from == null ? "until " + to : "from " + from + " on";
    }
    return new Meaning("taken " + words, TakenQueries.between(from, to));
  }
}
