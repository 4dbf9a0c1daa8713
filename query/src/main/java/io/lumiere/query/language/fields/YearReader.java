package io.lumiere.query.language.fields;

import io.lumiere.query.internal.lucene.TakenPattern;
import io.lumiere.query.internal.lucene.TakenQueries;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** Years and months as numbers. */
final class YearReader {
  private static final int MAX_YEAR = 9999;

  private YearReader() {}

  /** Keeps photos taken in years. */
  static Query years(double from, double to) {
    int first = (int) Math.ceil(Math.max(from, 1));
    int last = (int) Math.floor(Math.min(to, MAX_YEAR));
    if (first > last) {
      return new MatchNoDocsQuery("no year from " + from + " to " + to);
    }
    return TakenQueries.between(
        from < 1 ? null : LocalDate.of(first, 1, 1),
        to > MAX_YEAR ? null : LocalDate.of(last, 12, 31));
  }

  /** A year of four digits. */
  static OptionalDouble year(String text) {
    return text.matches("\\d{4}") && !text.equals("0000")
        ? OptionalDouble.of(Integer.parseInt(text))
        : OptionalDouble.empty();
  }

  /** Keeps photos taken in months of whatever year: {@code 7}, {@code july}, {@code 11..2}. */
  static Meaning month(Value value) throws FieldValueException {
    return Meaning.ofAnyUnquoted(
        value,
        item -> {
          Value.Bounds range = item.range();
          Month first = expectMonth(range == null ? item.operand().unquoted() : range.from());
          Month last = range == null ? first : expectMonth(range.to());
          if (!item.operator().isEmpty() && !item.operator().equals("=")) {
            throw item.mistake("months come back every year: give a range", "11..2");
          }
          Set<Month> months = EnumSet.of(last);
          for (Month month = first; month != last; month = month.plus(1)) {
            months.add(month);
          }
          return new Meaning(
              "taken in "
                  + name(first)
                  + (range != null ? " to " + name(last) : "")
                  + " of any year",
              TakenQueries.at(new TakenPattern.Months(months)));
        });
  }

  private static Month expectMonth(Value value) throws FieldValueException {
    String text = value.text().toLowerCase(Locale.ROOT);
    for (Month month : Month.values()) {
      if (text.equals(Integer.toString(month.getValue()))
          || text.equals("0" + month.getValue())
          || (text.length() >= 3 && name(month).toLowerCase(Locale.ROOT).startsWith(text))) {
        return month;
      }
    }
    throw value.mistake("'" + value.text() + "' is not a month: write 7 or july", null);
  }

  private static String name(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
