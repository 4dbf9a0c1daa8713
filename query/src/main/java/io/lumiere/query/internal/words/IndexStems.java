package io.lumiere.query.internal.words;

import io.lumiere.query.statistics.IndexStatistics;
import io.lumiere.schema.Language;
import io.lumiere.schema.Stems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one state of an index that have the stem of a word. What language a search is in is
 * not known: the stemmers of all languages that the index has are asked. Not thread-safe.
 */
public final class IndexStems {
  private final IndexStatistics statistics;
  private final Map<String, Set<String>> known = new HashMap<>();
  private @Nullable Stems stems;

  /** For the languages that an index has. */
  public IndexStems(IndexStatistics statistics) {
    this.statistics = statistics;
  }

  /**
   * The terms: those that are indexed with other words of the stem, and the stem itself where it is
   * another word. Empty where the word has no stem.
   *
   * @param word folded
   */
  public Set<String> terms(String word) {
    return known.computeIfAbsent(word, this::find);
  }

  /**
   * Documents whose field has another word of a word's stem.
   *
   * @param word folded
   * @param orItself whether the word itself matches as well
   */
  Query query(String field, String word, boolean orItself) {
    List<Query> terms = new ArrayList<>();
    if (orItself) {
      terms.add(new TermQuery(new Term(field, word)));
    }
    terms(word).forEach(term -> terms.add(new TermQuery(new Term(field, term))));
    if (terms.size() == 1) {
      return terms.getFirst();
    }
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    terms.forEach(term -> either.add(term, Occur.SHOULD));
    return terms.isEmpty() ? new MatchNoDocsQuery("'" + word + "' has no stem") : either.build();
  }

  /** What there is to know of the state of the index. */
  IndexStatistics statistics() {
    return statistics;
  }

  private Set<String> find(String word) {
    if (stems == null) {
      stems = new Stems(languages());
    }
    Set<String> terms = new LinkedHashSet<>();
    for (String stem : stems.of(word)) {
      terms.add(Stems.MARK + stem);
      if (!stem.equals(word)) {
        terms.add(stem);
      }
    }
    return terms;
  }

  private Set<Language> languages() {
    Set<Language> languages = EnumSet.of(Language.ENGLISH);
    try {
      languages.addAll(statistics.languages());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return languages;
  }
}
