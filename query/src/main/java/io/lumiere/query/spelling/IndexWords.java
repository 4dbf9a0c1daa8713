package io.lumiere.query.spelling;

import io.lumiere.query.internal.words.IndexStems;
import io.lumiere.query.internal.words.WordsQueries;
import io.lumiere.schema.Stems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/** The words of one state of one index. Not thread-safe. */
public final class IndexWords implements KnownWords {
  private final IndexSearcher searcher;
  private final IndexStems stems;
  private final Map<String, FieldTerms> fields = new HashMap<>();

  /**
   * The words of an index.
   *
   * @param stems that its words may have
   */
  public IndexWords(IndexSearcher searcher, IndexStems stems) {
    this.searcher = searcher;
    this.stems = stems;
    for (FieldInfo info : FieldInfos.getMergedFieldInfos(searcher.getIndexReader())) {
      if (info.getIndexOptions() != IndexOptions.NONE) {
        boolean isWords =
            info.getIndexOptions().compareTo(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS) >= 0;
        fields.put(
            info.name,
            isWords ? new FieldTerms.OfWords(info.name) : new FieldTerms.OfKeywords(info.name));
      }
    }
  }

  @Override
  public boolean has(String word, @Nullable String field) throws IOException {
    return hasItself(word, field) || !stems(word, field, true).isEmpty();
  }

  /** Whether some photo has the very word. */
  public boolean hasItself(String word, @Nullable String field) throws IOException {
    return isIn(word, searched(field, name -> true));
  }

  /** The stems of a word that photos have, or other words of: as they stand in the index. */
  public List<String> stems(String word, @Nullable String field) throws IOException {
    return stems(word, field, false);
  }

  private List<String> stems(String word, @Nullable String field, boolean firstAlone)
      throws IOException {
    List<FieldTerms> stemmed = searched(field, Stems.FIELDS::contains);
    List<String> found = new ArrayList<>();
    for (String term : stemmed.isEmpty() ? List.<String>of() : stems.terms(word)) {
      if (isIn(term, stemmed)) {
        found.add(term);
        if (firstAlone) {
          return found;
        }
      }
    }
    return found;
  }

  private List<FieldTerms> searched(@Nullable String field, Predicate<String> filter) {
    return (field == null ? WordsQueries.fields() : List.of(field))
        .stream().filter(filter).filter(fields::containsKey).map(fields::get).toList();
  }

  private boolean isIn(String word, List<FieldTerms> some) throws IOException {
    for (FieldTerms field : some) {
      if (field.has(searcher, word)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Map<String, Integer> near(String word, @Nullable String field, int edits)
      throws IOException {
    CompiledAutomaton near = FuzzyQuery.getFuzzyAutomaton(word, edits, edits - 1, true);
    Map<String, Integer> frequencies = new HashMap<>();
    for (FieldTerms each : searched(field, name -> true)) {
      each.near(searcher.getIndexReader(), near, frequencies);
    }
    return frequencies;
  }

  @Override
  public int photos(String word, @Nullable String field) throws IOException {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    searched(field, name -> true).forEach(each -> either.add(each.having(word), Occur.SHOULD));
    return searcher.count(either.build());
  }
}
