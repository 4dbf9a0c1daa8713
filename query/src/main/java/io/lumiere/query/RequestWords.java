package io.lumiere.query;

import io.lumiere.query.internal.words.IndexStems;
import io.lumiere.query.internal.words.NameQuery;
import io.lumiere.query.internal.words.WordExpression;
import io.lumiere.query.internal.words.WordsQueries;
import io.lumiere.query.language.Interpretation;
import io.lumiere.query.statistics.IndexStatistics;
import io.lumiere.query.statistics.StatedSearcher;
import io.lumiere.schema.FileName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a request looks for in photos' words, in one state of an index.
 *
 * @param sought the words; empty where they are not looked at
 * @param stems what the index has of their stems
 * @param inWords ranks photos by the words that they hold; null where there are none
 * @param named ranks photos by the name of their file; null where no photo has the name that was
 *     written
 * @param besideName how much what photos show and their other words count, so that a photo with
 *     that name comes first
 */
record RequestWords(
    List<WordExpression> sought,
    IndexStems stems,
    @Nullable Query inWords,
    @Nullable Query named,
    float besideName) {
  private static final WordsQueries WORDS = new WordsQueries();

  /**
   * The words of a request.
   *
   * @param archive the archive's root, with which what people paste may begin
   */
  static RequestWords of(SearchTarget target, IndexSearcher searcher, String archive)
      throws IOException {
    IndexStatistics statistics = StatedSearcher.of(searcher);
    IndexStems stems = new IndexStems(statistics);
    if (!target.isInWords) {
      return new RequestWords(List.of(), stems, null, null, 1);
    }
    List<WordExpression> sought = sought(target);
    Query named = named(target.written(), statistics, archive);
    return new RequestWords(
        sought,
        stems,
        without(negative(target), WORDS.anyOf(sought, stems)),
        named,
        named == null ? 1 : weightBeside(target.written()));
  }

  private static List<WordExpression> sought(SearchTarget target) {
    Interpretation asked = target.asked();
    if (asked != null) {
      return asked.sought();
    }
    return target.text == null ? List.of() : WORDS.words(target.text);
  }

  private static @Nullable Query without(List<Query> negative, @Nullable Query found) {
    if (found == null || negative.isEmpty()) {
      return found;
    }
    BooleanQuery.Builder both = new BooleanQuery.Builder().add(found, Occur.MUST);
    negative.forEach(query -> both.add(query, Occur.MUST_NOT));
    return both.build();
  }

  /** Queries whose photos get nothing for their words. */
  private static List<Query> negative(SearchTarget target) {
    List<Query> negative = new ArrayList<>();
    Interpretation asked = target.asked();
    String known = null;
    if (asked != null && !asked.unwanted().isEmpty()) {
      asked.unwanted().forEach(sought -> negative.add(WORDS.filter(sought)));
      known = asked.away();
    }
    for (String text : target.negative.texts()) {
      Query all = text.equals(known) ? null : WORDS.allWords(text);
      if (all != null) {
        negative.add(all);
      }
    }
    return negative;
  }

  private static @Nullable Query named(String written, IndexStatistics statistics, String archive)
      throws IOException {
    if (written.isBlank()) {
      return null;
    }
    Query named = NameQuery.ranked(written, archive);
    return statistics.finds(named) ? named : null;
  }

  /** A name with an extension can only be a file's name; one without may be a word as well. */
  private static float weightBeside(String name) {
    return FileName.of(NameQuery.unquoted(name)).isPhoto() ? 0.5f : 0.9f;
  }
}
