package io.lumiere.schema;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts words to stems, so that {@code beach} meets {@code beaches}. The stem of an emoji is the
 * same without a colour of skin. Words with digits, Chinese and Japanese words have no stem.
 * Immutable and thread-safe.
 */
public final class Stems {
  /**
   * Stands before a stem in an index, where the stem is not the word itself; no word begins with
   * it. So an index has {@code beaches} and, at the same position, {@code ~beach}.
   */
  public static final String MARK = "~";

  /** The fields that have stems beside their words. */
  public static final Set<String> FIELDS =
      PhotoFields.all().stream()
          .filter(row -> row.type() == FieldType.STEMMED_WORDS)
          .map(PhotoField::name)
          .collect(Collectors.toUnmodifiableSet());

  private static final int SHORTEST = 3;
  private static final int LONGEST = 40;
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}'\u2019]+");
  private static final Pattern WITHOUT_STEMS =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}]");
  private static final Pattern SKIN = Pattern.compile("\\p{IsEmoji_Modifier}");
  private static final Map<String, String> IRREGULAR = Language.irregularWords();

  /** Making a stemmer costs many times what a stem does, and one can do for one thread only. */
  private static final ThreadLocal<Map<Language, Stemmer>> STEMMERS =
      ThreadLocal.withInitial(() -> new EnumMap<>(Language.class));

  private final Set<Language> languages = EnumSet.noneOf(Language.class);

  /** Stems in some languages. */
  public Stems(Collection<Language> languages) {
    this.languages.addAll(languages);
  }

  /**
   * The stems of a word, folded as the index has words; the word itself is among them where it is
   * its own stem. Empty where it has none.
   *
   * @param word one word as it was written or folded
   */
  public Set<String> of(String word) {
    Set<String> stems = new LinkedHashSet<>();
    if (word.length() <= LONGEST) {
      if (SKIN.matcher(word).find()) {
        stems.add(fold(SKIN.matcher(word).replaceAll("")));
      } else if (isStemmed(word)) {
        String lower = Normalizer2.getNFCInstance().normalize(word).toLowerCase(Locale.ROOT);
        add(lower, stems);
        add(fold(word), stems); // Accents are often left out, by people who search above all.
      } else if (isEmoji(word)) {
        stems.add(fold(word));
      }
    }
    return stems;
  }

  private static boolean isStemmed(String word) {
    return word.length() >= SHORTEST
        && LETTERS.matcher(word).matches()
        && !WITHOUT_STEMS.matcher(word).find();
  }

  private static boolean isEmoji(String word) {
    return word.codePoints().noneMatch(point -> Character.isLetterOrDigit(point));
  }

  private void add(String word, Set<String> stems) {
    String irregular = languages.contains(Language.ENGLISH) ? IRREGULAR.get(word) : null;
    if (irregular != null) {
      stems.add(irregular);
      return;
    }
    for (Language language : languages) {
      Stemmer stemmer = STEMMERS.get().computeIfAbsent(language, Stemmer::new);
      String stem = fold(stemmer.stem(word));
      if (stem.length() >= SHORTEST) {
        stems.add(stem);
      }
    }
  }

  private static String fold(String text) {
    return ICUFoldingFilter.NORMALIZER.normalize(text);
  }

  /** One of Lucene's stemmers, which take streams, for one word after the other. */
  private static final class Stemmer {
    private final OneWord word = new OneWord();
    private final TokenStream stemmed;
    private final CharTermAttribute term;

    Stemmer(Language language) {
      this.stemmed = language.stemmer(word);
      this.term = stemmed.addAttribute(CharTermAttribute.class);
    }

    String stem(String text) {
      try {
        word.next = text;
        stemmed.reset();
        stemmed.incrementToken();
        return term.toString();
      } catch (IOException e) {
        throw new UncheckedIOException("reading a string failed", e);
      }
    }
  }

  private static final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String next = "";

    @Override
    public boolean incrementToken() {
      clearAttributes();
      term.append(next);
      return true;
    }
  }
}
