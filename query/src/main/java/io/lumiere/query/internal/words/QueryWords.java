package io.lumiere.query.internal.words;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.lumiere.schema.FileName;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Takes the texts of searches apart into words. Spaces separate words; within Chinese and Japanese
 * text a dictionary does. Thread-safe.
 */
public final class QueryWords {
  /** Words beyond this number are ignored. */
  static final int MAX_WORDS = 48;

  /**
   * Words beyond this number of terms in total are ignored: each term is a clause for each field,
   * and Lucene takes 1,024 clauses.
   */
  private static final int MAX_ALL_TERMS = 64;

  /** Terms of a word beyond this number are ignored. */
  private static final int MAX_TERMS = 16;

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  /** Each is a term of its own, so a word of them is a phrase. */
  private static final Pattern IDEOGRAPHIC = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}]");

  private final Analyzer analyzer = Words.analyzer();

  /** The text's words, each once, in their order. */
  public List<QueryWord> of(String text) {
    List<QueryWord> words = new ArrayList<>();
    for (String written : SPACE.split(text)) {
      if (IDEOGRAPHIC.matcher(written).find() && photo(written) == null) {
        byDictionary(written).forEach(word -> add(words, word));
      } else {
        add(words, written);
      }
    }
    return words;
  }

  /** The text's words in a row; empty where it has none. */
  public Optional<QueryPhrase> phrase(String text) {
    List<String> whole = terms(text);
    return whole.isEmpty()
        ? Optional.empty()
        : Optional.of(new QueryPhrase(whole, terms(QueryPhrase.splitNames(text)), photo(text)));
  }

  /** The file's name that a text is; null if it has no extension of photos. */
  private static @Nullable FileName photo(String text) {
    FileName name = FileName.of(text);
    return name.isPhoto() ? name : null;
  }

  /**
   * The form in which the index holds a part of a word; empty if the text has several words, or
   * none.
   */
  public Optional<String> folded(String text) {
    return Words.betweenWords().matcher(text).find() || text.isEmpty()
        ? Optional.empty()
        : Optional.of(analyzer.normalize("words", text).utf8ToString());
  }

  private void add(List<QueryWord> words, String written) {
    if (words.size() >= MAX_WORDS) {
      return;
    }
    List<String> terms = terms(written);
    boolean adjacent = IDEOGRAPHIC.matcher(written).find();
    FileName name = photo(written);
    List<String> parts = name != null ? parts(name.stem()) : adjacent ? List.of() : parts(written);
    QueryWord word = new QueryWord(terms, parts, adjacent && name == null, name);
    int all = word.termCount() + words.stream().mapToInt(QueryWord::termCount).sum();
    if (!terms.isEmpty() && !words.contains(word) && all <= MAX_ALL_TERMS) {
      words.add(word);
    }
  }

  private static List<String> byDictionary(String text) {
    // Not thread-safe, and made from a prototype that ICU keeps.
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
    breaks.setText(text);
    List<String> words = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      words.add(text.substring(from, to));
      from = to;
    }
    return words;
  }

  /** As {@link Words#split} takes names apart, without the runs that have parts. */
  private List<String> parts(String written) {
    return terms(String.join(" ", Words.parts(written)));
  }

  List<String> terms(String text) {
    try (TokenStream tokens = analyzer.tokenStream("words", text)) {
      List<String> terms = new ArrayList<>();
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (terms.size() < MAX_TERMS && tokens.incrementToken()) {
        terms.add(term.toString());
      }
      return terms;
    } catch (IOException e) {
      throw new UncheckedIOException("reading a string failed", e);
    }
  }
}
