package io.lumiere.query.language;

import io.lumiere.base.LumiereException;
import io.lumiere.query.internal.lucene.GuessedDates;
import io.lumiere.query.internal.lucene.PathGlobQuery;
import io.lumiere.query.internal.lucene.PhotoIds;
import io.lumiere.query.internal.lucene.TakenQueries;
import io.lumiere.query.language.fields.WordsReader;
import io.lumiere.schema.Fields;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A filter, and what it keeps in words. Immutable.
 *
 * @param words such as {@code ISO above 800}
 * @param field the language's field that it is about, such as {@code iso}; empty where it is about
 *     no single one
 * @param query the photos that it keeps
 * @param call how it was made, which {@link FilterCalls#filter} reads; null where only the query
 *     knows
 */
public record PhotoFilter(String words, String field, Query query, @Nullable String call) {
  /** The most that {@link #ids} and {@link #anyOf} take. */
  public static final int MAX_IDS = 100_000;

  /** Half of the Earth's circumference: no two places are farther apart. */
  private static final double MAX_METRES = 20_040_000;

  /** A filter that only its query knows. */
  public PhotoFilter(String words, String field, Query query) {
    this(words, field, query, null);
  }

  /**
   * Photos taken within some days, both ends among them; as {@code date:FROM..TO} keeps them.
   * Photos without a date are left out, and so are those of which only a month or year is known
   * that begins before the first day or ends after the last.
   *
   * @param from the first day; null where there is none
   * @param to the last day; null where there is none
   * @throws IllegalArgumentException if the days are the wrong way round
   */
  public static PhotoFilter taken(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null && from.isAfter(to)) {
      throw new IllegalArgumentException(
          "the range of dates ends before it begins: " + from + " to " + to);
    }
    return new PhotoFilter(
        days(from, to), "date", TakenQueries.between(from, to), FilterCalls.of("taken", from, to));
  }

  /** Photos with a date that is not only the time of their file, as {@code has:date} keeps them. */
  public static PhotoFilter dated() {
    return new PhotoFilter(days(null, null), "date", GuessedDates.known(), FilterCalls.of("dated"));
  }

  private static String days(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null) {
      return "photos taken on " + from + " or later and on " + to + " or earlier";
    }
    if (from != null) {
      return "photos taken on " + from + " or later";
    }
    return to == null ? "photos taken" : "photos taken on " + to + " or earlier";
  }

  /**
   * Photos whose path matches, as {@code path:GLOB} keeps them: {@code *} is any run of characters
   * within a name, {@code **} across folders, {@code ?} one character; all else stands for itself.
   * Case matters where a path matches as it is written. Without a {@code /} the file's name is what
   * must match, in whatever folder.
   */
  public static PhotoFilter path(String glob) {
    return new PhotoFilter(
        "photos whose path matches " + glob,
        "path",
        new PathGlobQuery(Fields.PATH, glob),
        FilterCalls.of("path", glob));
  }

  /**
   * Photos of cameras whose make and model hold all of some words, as {@code camera:WORD} keeps
   * them; case and accents do not matter.
   *
   * @throws IllegalArgumentException if there is no letter or digit in {@code words}
   */
  public static PhotoFilter camera(String words) {
    Query query =
        WordsReader.all(Fields.CAMERA, words)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "camera '"
                        + words
                        + "' has no letters or digits: give words of its make or model"));
    return new PhotoFilter(
        "photos of cameras named " + words, "camera", query, FilterCalls.of("camera", words));
  }

  /**
   * Photos that the filters of a search keep; its bare words keep all.
   *
   * @param today what days such as yesterday in it count from
   * @throws LumiereException if the search has mistakes
   */
  public static PhotoFilter kept(String search, LocalDate today) {
    Clock day = Clock.fixed(today.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    Query filter = new QueryParser(day).parse(search).orThrow().interpretation().filter();
    return new PhotoFilter(
        "photos that pass the filters of " + search,
        "",
        filter == null ? new FieldExistsQuery(Fields.ID) : filter,
        FilterCalls.of("kept", search, today));
  }

  /**
   * Photos with any of some ids, such as those of a list; ids that no photo has do not matter.
   *
   * @param called what to call these photos in words, such as {@code photos of a list}
   * @throws IllegalArgumentException if there are more than {@value #MAX_IDS}
   */
  public static PhotoFilter ids(Collection<String> ids, String called) {
    checkCount(ids);
    List<Object> call = new ArrayList<>(ids);
    call.addFirst(called);
    return new PhotoFilter(called, "", PhotoIds.query(ids), FilterCalls.of("ids", call.toArray()));
  }

  /**
   * Photos that have just this keyword in a field, such as a burst.
   *
   * @param keywordField one of {@link Fields} that holds keywords
   */
  public static PhotoFilter exactly(String keywordField, String value) {
    return new PhotoFilter(
        "photos whose " + keywordField + " is " + value,
        "",
        new TermQuery(new Term(keywordField, value)),
        FilterCalls.of("exactly", keywordField, value));
  }

  /**
   * Photos that have any of some keywords in a field, such as contents by their hashes.
   *
   * @param keywordField one of {@link Fields} that holds keywords
   * @throws IllegalArgumentException if there are more than {@value #MAX_IDS}
   */
  public static PhotoFilter anyOf(String keywordField, Collection<String> values) {
    checkCount(values);
    List<Object> call = new ArrayList<>(values);
    call.addFirst(keywordField);
    return new PhotoFilter(
        "photos that have one of " + values.size() + " values of " + keywordField,
        "",
        new TermInSetQuery(keywordField, values.stream().map(BytesRef::new).toList()),
        FilterCalls.of("anyOf", call.toArray()));
  }

  private static void checkCount(Collection<String> values) {
    if (values.size() > MAX_IDS) {
      throw new IllegalArgumentException(
          values.size() + " values are more than the " + MAX_IDS + " that one filter takes");
    }
  }

  /**
   * Photos taken within a box on the map; it spans the date line where {@code east} is less than
   * {@code west}.
   *
   * @throws IllegalArgumentException if degrees are out of range, or the south is north of the
   *     north
   */
  public static PhotoFilter box(double west, double south, double east, double north) {
    if (south > north) {
      throw new IllegalArgumentException("the box's south " + south + " is north of " + north);
    }
    return new PhotoFilter(
        "photos taken between latitudes "
            + south
            + " and "
            + north
            + ", longitudes "
            + west
            + " and "
            + east,
        "box",
        LatLonPoint.newBoxQuery(Fields.LOCATION, south, north, west, east),
        FilterCalls.of("box", west, south, east, north));
  }

  /**
   * Photos taken no farther than some kilometres from a place.
   *
   * @param kilometres 0 or more
   * @throws IllegalArgumentException if degrees or kilometres are out of range
   */
  public static PhotoFilter near(double latitude, double longitude, double kilometres) {
    return new PhotoFilter(
        "photos taken within " + kilometres + " km of " + latitude + ", " + longitude,
        "near",
        LatLonPoint.newDistanceQuery(
            Fields.LOCATION, latitude, longitude, Math.min(kilometres * 1000, MAX_METRES)),
        FilterCalls.of("near", latitude, longitude, kilometres));
  }
}
