package io.lumiere.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * How the words fields are analysed, to index and to search:
 *
 * <ol>
 *   <li>the names of files, folders and cameras are taken apart by {@link #split};
 *   <li>Lucene's {@code StandardTokenizer} cuts the text into words as Unicode's annex 29 says;
 *       each Chinese or Japanese ideograph is a word of its own;
 *   <li>Lucene's {@code ICUFoldingFilter} makes letters of one look alike: no case, no accents, no
 *       full width, no ligatures; {@code Łódź} is {@code lodz}, {@code Straße} is {@code strasse};
 *   <li>no stop words are left out and no endings are cut;
 *   <li>in some fields {@link Stems} stand beside the words, which {@link #analyzer} does not add.
 * </ol>
 *
 * <p>Terms are plain text. An application that has lucene-core alone finds them by folded terms
 * such as {@code cafe}, and a Chinese word by a {@code PhraseQuery} of its characters. A dictionary
 * that cuts Chinese text into words cuts the same word otherwise in another sentence (日落, sunset,
 * within 海边的日落 becomes two); so it is asked for searches alone, not for what is indexed, and no
 * word is missed. Thread-safe.
 */
public final class Words {
  /** So far apart are two keywords of a photo, which no phrase joins. */
  private static final int GAP = 100;

  private static final String LETTERS = "\\p{L}\\p{M}\\p{N}";
  private static final String EMOJI_STARTS = "\\p{IsExtended_Pictographic}\\x{1F1E6}-\\x{1F1FF}";

  /** What joins emoji, colours them or ends them. */
  private static final String EMOJI_PARTS =
      "\\p{IsEmoji_Modifier}\\x{200D}\\x{FE0F}\\x{E0020}-\\x{E007F}";

  private static final Pattern RUN =
      Pattern.compile(
          "[" + LETTERS + "]+|[" + EMOJI_STARTS + "][" + EMOJI_STARTS + EMOJI_PARTS + "]*");

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^" + LETTERS + EMOJI_STARTS + EMOJI_PARTS + "]+");

  private static final Pattern HUMP =
      Pattern.compile(
          // A letter may have its accents behind it.
          "(?<=\\p{Ll}\\p{M}{0,3})(?=\\p{Lu})"
              + "|(?<=\\p{Lu}\\p{M}{0,3})(?=\\p{Lu}\\p{M}{0,3}\\p{Ll})"
              + "|(?<=[\\p{L}\\p{M}])(?=\\p{N})"
              + "|(?<=\\p{N})(?=\\p{L})");

  private Words() {}

  /** A new analyzer for every words field, to index and to search. */
  public static Analyzer analyzer() {
    return new FoldingAnalyzer();
  }

  /**
   * The words of a name, separated by spaces: runs of letters and digits, and after each run its
   * parts where it changes from lower to upper case or between letters and digits. {@code
   * "DSC01234_oldTown"} gives {@code "DSC01234 DSC 01234 oldTown old Town"}: a search for the whole
   * or for a part finds it.
   */
  public static String split(String name) {
    return pieces(name).stream()
        .map(piece -> name.substring(piece.start(), piece.end()))
        .collect(Collectors.joining(" "));
  }

  /** The smallest parts that {@link #split} takes a name into. */
  public static List<String> parts(String name) {
    List<Piece> pieces = pieces(name);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      boolean hasParts = i + 1 < pieces.size() && pieces.get(i + 1).start() < pieces.get(i).end();
      if (!hasParts) {
        parts.add(name.substring(pieces.get(i).start(), pieces.get(i).end()));
      }
    }
    return parts;
  }

  /** What separates the words of a name: all but letters, digits and emoji. */
  public static Pattern betweenWords() {
    return BETWEEN_WORDS;
  }

  /**
   * Where the words of {@link #split} stand in the name, in their order; a run is followed by its
   * parts, which lie within it.
   */
  public static List<Piece> pieces(String name) {
    List<Piece> pieces = new ArrayList<>();
    Matcher runs = RUN.matcher(name);
    while (runs.find()) {
      pieces.add(new Piece(runs.start(), runs.end()));
      String[] parts = HUMP.split(runs.group());
      int from = runs.start();
      for (int i = 0; i < parts.length && parts.length > 1; i++) {
        pieces.add(new Piece(from, from + parts[i].length()));
        from += parts[i].length();
      }
    }
    return pieces;
  }

  /**
   * A part of a text.
   *
   * @param start where it begins, in UTF-16 units
   * @param end where it has ended
   */
  public record Piece(int start, int end) {}

  private static final class FoldingAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer tokenizer = new StandardTokenizer();
      return new TokenStreamComponents(tokenizer, new ICUFoldingFilter(tokenizer));
    }

    /** What becomes of a part of a word, such as a prefix. */
    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return new ICUFoldingFilter(in);
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return GAP;
    }
  }
}
