package io.lumiere.query.language;

import io.lumiere.query.language.dates.FriendlyDates;
import io.lumiere.query.language.fields.QueryFields;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads searches. It reads any string: mistakes are reported as {@link Problem}s, and read as bare
 * words or left out. Thread-safe.
 */
public final class QueryParser {
  /** The longest search, in code points; what follows is left out. */
  public static final int MAX_LENGTH = 4_000;

  /** The names of the field that is not a filter. */
  static final List<String> SIMILAR = List.of("similar", "like");

  private final Clock clock;
  private final boolean southern;

  /**
   * The fields of the last day: they depend on it, and making them takes longer than reading a
   * search.
   */
  private final AtomicReference<FieldsOfDay> last;

  private record FieldsOfDay(LocalDate today, QueryFields fields) {
    FieldsOfDay(LocalDate today, boolean southern) {
      this(today, new QueryFields(new FriendlyDates(today, southern)));
    }
  }

  /** A parser for the day and zone of a clock; its seasons are those of the north. */
  public QueryParser(Clock clock) {
    this(clock, false);
  }

  /**
   * A parser.
   *
   * @param clock says, each time a search is read, what day it is today
   * @param southern whether seasons are those of the southern half of the Earth
   */
  public QueryParser(Clock clock, boolean southern) {
    this.clock = clock;
    this.southern = southern;
    this.last = new AtomicReference<>(new FieldsOfDay(LocalDate.now(clock), southern));
  }

  /** Reads a search. */
  public ParsedQuery parse(String text) {
    LocalDate today = LocalDate.now(clock);
    FieldsOfDay day = last.get();
    if (!day.today().equals(today)) {
      day = new FieldsOfDay(today, southern);
      last.set(day);
    }
    return new Parser(text, day.fields(), today).parse();
  }

  /** Whether a name is one of the field that is not a filter, whatever its case. */
  static boolean isSimilar(String name) {
    return SIMILAR.contains(name.toLowerCase(Locale.ROOT));
  }

  /** What can be written, by subject. */
  public static List<HelpSection> help() {
    return QueryHelp.sections(new QueryFields(new FriendlyDates(LocalDate.EPOCH, false)));
  }

  /** The same as lines for a terminal. */
  public static List<String> helpLines() {
    return QueryHelp.lines(new QueryFields(new FriendlyDates(LocalDate.EPOCH, false)));
  }
}
