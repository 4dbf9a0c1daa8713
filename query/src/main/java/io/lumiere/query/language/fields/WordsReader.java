package io.lumiere.query.language.fields;

import io.lumiere.query.internal.lucene.KeywordWordsQuery;
import io.lumiere.query.internal.words.FieldWord;
import io.lumiere.query.internal.words.KeywordTerms;
import io.lumiere.query.internal.words.QueryFuzzy;
import io.lumiere.query.internal.words.QueryPrefix;
import io.lumiere.query.internal.words.QueryWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * Reads words: {@code word}, {@code "words in a row"}, {@code begin*}, {@code alike~}, {@code
 * alike~2}. Thread-safe.
 */
public final class WordsReader {
  private static final Pattern PREFIX = Pattern.compile("(.+)\\*");
  private static final Pattern FUZZY = Pattern.compile("(.+?)~([12]?)");

  /** Fuzzy words of fewer letters than this may differ by one. */
  private static final int LONG_WORD = 6;

  private static final QueryWords WORDS = new QueryWords();

  private WordsReader() {}

  /** Finds words in a words field. */
  static ValueReader inWords(String field, String name) {
    return new WordsValues(field, name, words -> all(field, words));
  }

  /** Finds words in a words field, and after {@code =} photos with a whole value. */
  static ValueReader inWords(String field, String name, Function<String, Query> exactly) {
    return new ExactReader(name, exactly, inWords(field, name));
  }

  /**
   * Finds words in a keyword field that has few values, such as lenses, and after {@code =} whole
   * values.
   */
  static ValueReader inKeywords(String field, String name) {
    return new ExactReader(
        name,
        value -> KeywordField.newExactQuery(field, value),
        new WordsValues(
            field, name, words -> new KeywordWordsQuery(field, new KeywordTerms.HoldsAll(words))));
  }

  /** Finds all words of a text in a words field; empty where it has none. Nothing is syntax. */
  public static Optional<Query> all(String field, String text) {
    List<FieldWord> words = List.copyOf(WORDS.of(text));
    return words.isEmpty() ? Optional.empty() : Optional.of(all(field, words));
  }

  private static Query all(String field, List<FieldWord> words) {
    if (words.size() == 1) {
      return words.getFirst().anyIn(field);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(word.anyIn(field), Occur.FILTER));
    return all.build();
  }

  /** The words of a value; empty where it has none. */
  public static List<FieldWord> read(Value item) {
    if (item.isQuoted()) {
      return WORDS.phrase(item.plain()).<List<FieldWord>>map(List::of).orElse(List.of());
    }
    String text = item.plain();
    return special(text).map(List::of).orElseGet(() -> List.copyOf(WORDS.of(text)));
  }

  /** A beginning, or a word that may be misspelt; empty where the text is neither. */
  public static Optional<FieldWord> special(String text) {
    return prefix(text).or(() -> fuzzy(text));
  }

  private static Optional<FieldWord> prefix(String text) {
    Matcher prefix = PREFIX.matcher(text);
    return prefix.matches()
        ? WORDS.folded(prefix.group(1)).map(QueryPrefix::new)
        : Optional.empty();
  }

  private static Optional<FieldWord> fuzzy(String text) {
    Matcher fuzzy = FUZZY.matcher(text);
    return fuzzy.matches()
        ? WORDS
            .folded(fuzzy.group(1))
            .map(word -> new QueryFuzzy(word, edits(fuzzy.group(2), word)))
        : Optional.empty();
  }

  private static int edits(String written, String word) {
    return written.isEmpty() ? (word.length() < LONG_WORD ? 1 : 2) : Integer.parseInt(written);
  }
}
