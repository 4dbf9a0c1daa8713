package io.lumiere.query.language.dates;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The English names of months and of days of the week, whole or cut to three letters. */
final class CalendarNames {
  private static final Map<String, Month> MONTHS = new HashMap<>();
  private static final Map<String, DayOfWeek> DAYS = new HashMap<>();

  static {
    for (Month month : Month.values()) {
      String name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
      MONTHS.put(name, month);
      MONTHS.put(name.substring(0, 3), month);
    }
    MONTHS.put("sept", Month.SEPTEMBER);
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
      DAYS.putAll(Map.of(name, day, name + "s", day, name.substring(0, 3), day));
    }
    DAYS.putAll(Map.of("tues", DayOfWeek.TUESDAY, "thur", DayOfWeek.THURSDAY));
    DAYS.put("thurs", DayOfWeek.THURSDAY);
  }

  private CalendarNames() {}

  static Optional<Month> month(String word) {
    return Optional.ofNullable(MONTHS.get(word));
  }

  static Optional<DayOfWeek> day(String word) {
    return Optional.ofNullable(DAYS.get(word));
  }

  /** The whole names of months. */
  static List<String> months() {
    return List.of(Month.values()).stream()
        .map(month -> month.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
