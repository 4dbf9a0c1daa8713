package io.lumiere.query;

import io.lumiere.query.internal.words.IndexStems;
import io.lumiere.query.internal.words.NameQuery;
import io.lumiere.query.internal.words.Sought;
import io.lumiere.query.internal.words.WordsQueries;
import io.lumiere.query.language.Interpretation;
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
 * @param named ranks photos by the name of their file; null where none has a name that was written
 * @param besideName how much what photos show and their other words count, so that a photo with
 *     that name comes first
 */
record WantedWords(
    List<Sought> sought,
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
  static WantedWords of(Wanted wanted, IndexSearcher searcher, String archive) throws IOException {
    IndexStems stems = new IndexStems(searcher.getIndexReader());
    if (!wanted.isInWords) {
      return new WantedWords(List.of(), stems, null, null, 1);
    }
    List<Sought> sought = sought(wanted);
    Query named = named(wanted.written(), searcher, archive);
    return new WantedWords(
        sought,
        stems,
        without(unwanted(wanted), WORDS.some(sought, stems)),
        named,
        named == null ? 1 : weightBeside(wanted.written()));
  }

  private static List<Sought> sought(Wanted wanted) {
    Interpretation asked = wanted.asked();
    if (asked != null) {
      return asked.sought();
    }
    return wanted.text == null ? List.of() : WORDS.words(wanted.text);
  }

  private static @Nullable Query without(List<Query> unwanted, @Nullable Query some) {
    if (some == null || unwanted.isEmpty()) {
      return some;
    }
    BooleanQuery.Builder wanted = new BooleanQuery.Builder().add(some, Occur.MUST);
    unwanted.forEach(query -> wanted.add(query, Occur.MUST_NOT));
    return wanted.build();
  }

  /** Photos that get nothing for their words. */
  private static List<Query> unwanted(Wanted wanted) {
    List<Query> unwanted = new ArrayList<>();
    Interpretation asked = wanted.asked();
    String known = null;
    if (asked != null && !asked.unwanted().isEmpty()) {
      asked.unwanted().forEach(sought -> unwanted.add(WORDS.filter(sought)));
      known = asked.away();
    }
    for (String text : wanted.unwanted.texts()) {
      Query all = text.equals(known) ? null : WORDS.allWords(text);
      if (all != null) {
        unwanted.add(all);
      }
    }
    return unwanted;
  }

  private static @Nullable Query named(String written, IndexSearcher searcher, String archive)
      throws IOException {
    if (written.isBlank()) {
      return null;
    }
    Query named = NameQuery.ranked(written, archive);
    return searcher.search(named, 1).scoreDocs.length == 0 ? null : named;
  }

  /** A name with an extension says nothing else; one without may be a word as well. */
  private static float weightBeside(String name) {
    return FileName.of(NameQuery.unquoted(name)).isPhoto() ? 0.5f : 0.9f;
  }
}
