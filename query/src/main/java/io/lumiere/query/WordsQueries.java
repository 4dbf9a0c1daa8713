package io.lumiere.query;

import io.lumiere.schema.Fields;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Makes queries on the words fields. Any text is accepted: nothing in it is syntax. Thread-safe.
 */
final class WordsQueries {
  /** Which fields a search's words are looked for in, and how much a match in each counts. */
  private static final Map<String, Float> FIELDS =
      Map.of(
          Fields.TITLE, 2f,
          Fields.KEYWORDS, 2f,
          Fields.DESCRIPTION, 1f,
          Fields.FILENAME, 1.5f,
          Fields.FOLDERS, 1f,
          Fields.CAMERA, 1f);

  /** A word in two fields counts little more than in one. */
  private static final float TIE_BREAKER = 0.1f;

  /**
   * Of the words of a search, this part must match: one word of many is no match of what was meant.
   */
  private static final double REQUIRED = 2 / 3.0;

  private static final int MAX_WORDS = 64;

  /** Words that say nothing of a photo. */
  private static final Set<String> STOP_WORDS =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "into", "is", "it",
          "its", "of", "on", "or", "over", "that", "the", "their", "there", "this", "to", "was",
          "with");

  private final Analyzer analyzer = Words.analyzer();

  /**
   * Documents that hold most of the text's words in any words field; null where the text has none.
   */
  @Nullable Query anyField(String text) {
    List<Query> words = new ArrayList<>();
    for (String word : meaningful(words(text))) {
      List<Query> fields = new ArrayList<>();
      FIELDS.forEach((field, boost) ->
          fields.add(new BoostQuery(new TermQuery(new Term(field, word)), boost)));
      words.add(new DisjunctionMaxQuery(fields, TIE_BREAKER));
    }
    if (words.isEmpty()) {
      return null;
    }
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    words.forEach(word -> builder.add(word, BooleanClause.Occur.SHOULD));
    return builder.setMinimumNumberShouldMatch((int) Math.ceil(words.size() * REQUIRED)).build();
  }

  /** Documents that hold all of the text's words in one field; null where the text has none. */
  @Nullable Query allWords(String field, String text) {
    Set<String> words = words(text);
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    words.forEach(
        word -> builder.add(new TermQuery(new Term(field, word)), BooleanClause.Occur.FILTER));
    return words.isEmpty() ? null : builder.build();
  }

  private static Set<String> meaningful(Set<String> words) {
    Set<String> meaningful = new LinkedHashSet<>(words);
    meaningful.removeAll(STOP_WORDS);
    return meaningful;
  }

  private Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    try (TokenStream tokens = analyzer.tokenStream("words", Words.split(text))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (words.size() < MAX_WORDS && tokens.incrementToken()) {
        words.add(term.toString());
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException("reading a string failed", e);
    }
  }
}
