package io.lumiere.query.language;

import io.lumiere.query.internal.lucene.PathGlobQuery;
import io.lumiere.query.internal.lucene.TakenQueries;
import io.lumiere.query.language.fields.WordsReader;
import io.lumiere.schema.Fields;
import java.time.LocalDate;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A filter, and what it keeps in words. Immutable.
 *
 * @param words such as {@code ISO above 800}
 * @param field the language's field that it is about, such as {@code iso}; empty where it is about
 *     no single one
 * @param query the photos that it keeps
 */
public record PhotoFilter(String words, String field, Query query) {
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
    String first = from == null ? "" : " on " + from + " or later";
    String last = to == null ? "" : " on " + to + " or earlier";
    String both = first.isEmpty() || last.isEmpty() ? "" : " and";
    return new PhotoFilter(
        "photos taken" + first + both + last, "date", TakenQueries.between(from, to));
  }

  /**
   * Photos whose path matches, as {@code path:GLOB} keeps them: {@code *} is any run of characters
   * within a name, {@code **} across folders, {@code ?} one character; all else stands for itself.
   * Case matters where a path matches as it is written. Without a {@code /} the file's name is what
   * must match, in whatever folder.
   */
  public static PhotoFilter path(String glob) {
    return new PhotoFilter(
        "photos whose path matches " + glob, "path", new PathGlobQuery(Fields.PATH, glob));
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
    return new PhotoFilter("photos of cameras named " + words, "camera", query);
  }
}
