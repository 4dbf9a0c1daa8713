package io.lumiere.query.spelling;

import io.lumiere.query.internal.words.WordsQueries;
import io.lumiere.query.language.WrittenWords;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Finds words of a search that no photo has, and the words of the index that were likely meant.
 * Words that a model may know are rarely taken for mistakes: words of fewer than {@value #SHORTEST}
 * letters, numbers and names with digits are never corrected, and in words of fewer than six
 * letters no letter is changed unless a field was named. For one state of the photos; not
 * thread-safe.
 */
public final class Speller {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 24;

  /** The most unknown words that are corrected; further ones stay as they are. */
  private static final int MOST = 8;

  /**
   * The characters that begin a value after a field's name: the word before them may be such a
   * name.
   */
  private static final String OPERATORS = ":<>=";

  private static final Analyzer ANALYZER = Words.analyzer();

  private final NearestWord nearest;
  private final KnownWords words;
  private final Predicate<String> isWord;
  private final Map<Asked, Optional<NearestWord.Found>> known = new HashMap<>();

  /** A word and the field that is to have it; null for any. */
  private record Asked(String word, @Nullable String field) {
    // Written out, as Java makes a record's own at run time, which every search would wait for.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Asked asked
          && word.equals(asked.word)
          && Objects.equals(field, asked.field);
    }

    @Override
    public int hashCode() {
      return 31 * word.hashCode() + Objects.hashCode(field);
    }
  }

  /** A part of the text and what it becomes. */
  private record Change(int start, int end, NearestWord.Found found, String replacement) {}

  /**
   * A speller by the words of photos.
   *
   * @param isWord whether a word, folded, is known to be correct even if no photo has it
   */
  public Speller(KnownWords words, Predicate<String> isWord) {
    this.words = words;
    this.isWord = isWord;
    this.nearest = new NearestWord(words);
  }

  /**
   * What was likely meant, in the order of the text; empty where nothing should be changed.
   *
   * @param text the search
   * @param written the parts of it whose words photos are to have
   */
  public List<Suggestion> suggest(String text, List<WrittenWords> written) throws IOException {
    List<Change> changes = new ArrayList<>();
    Set<Asked> unknown = new HashSet<>();
    for (WrittenWords part : written) {
      int from = text.offsetByCodePoints(0, part.column());
      int to = text.offsetByCodePoints(from, part.length());
      collect(text, from, to, part.field(), unknown, changes);
    }
    StringBuilder corrected = new StringBuilder(text);
    for (Change change : changes.reversed()) {
      corrected.replace(change.start(), change.end(), change.replacement());
    }
    return changes.stream().map(change -> suggestion(text, change, corrected.toString())).toList();
  }

  private static Suggestion suggestion(String text, Change change, String corrected) {
    return new Suggestion(
        text.codePointCount(0, change.start()),
        text.codePointCount(0, change.end()),
        text.substring(change.start(), change.end()),
        change.replacement(),
        change.found().photos(),
        corrected);
  }

  private void collect(
      String text,
      int from,
      int to,
      @Nullable String field,
      Set<Asked> unknown,
      List<Change> changes)
      throws IOException {
    try (TokenStream tokens = ANALYZER.tokenStream("words", text.substring(from, to))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken() && unknown.size() <= MOST) {
        int start = from + offset.startOffset();
        int end = from + offset.endOffset();
        String as = text.substring(start, end);
        if (mayBeWrong(term.toString(), as) && !namesField(text, end)) {
          Asked asked = new Asked(term.toString(), field);
          Optional<NearestWord.Found> found = meant(asked, unknown);
          found.ifPresent(
              word -> changes.add(new Change(start, end, word, likeWritten(word.word(), as))));
        }
      }
      tokens.end();
    }
  }

  private static boolean mayBeWrong(String term, String written) {
    int letters = term.codePointCount(0, term.length());
    return letters >= SHORTEST
        && letters <= LONGEST
        && NearestWord.isWord(term)
        && !WordsQueries.isStopWord(term)
        && term.codePoints().noneMatch(Character::isIdeographic)
        // Two words in one, such as oldTown, are not a misspelt word.
        && Words.pieces(written).size() == 1;
  }

  private static boolean namesField(String text, int end) {
    return end < text.length() && OPERATORS.indexOf(text.charAt(end)) >= 0;
  }

  private Optional<NearestWord.Found> meant(Asked asked, Set<Asked> unknown) throws IOException {
    Optional<NearestWord.Found> before = known.get(asked);
    if (before != null) {
      return before;
    }
    Optional<NearestWord.Found> found = Optional.empty();
    if (!words.has(asked.word(), asked.field()) && !isWord.test(asked.word())) {
      unknown.add(asked);
      if (unknown.size() <= MOST) {
        found = nearest.to(asked.word(), asked.field());
      }
    }
    known.put(asked, found);
    return found;
  }

  /** Capitalised if the written word was. */
  private static String likeWritten(String word, String written) {
    int first = written.codePointAt(0);
    return Character.isUpperCase(first) || Character.isTitleCase(first)
        ? Character.toString(Character.toUpperCase(word.codePointAt(0)))
            + word.substring(word.offsetByCodePoints(0, 1))
        : word;
  }
}
