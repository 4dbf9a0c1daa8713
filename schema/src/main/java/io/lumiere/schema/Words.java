package io.lumiere.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/**
 * How the words fields are analysed. File and folder names are first taken apart by {@link #split},
 * so that {@code IMG_20210704_SunsetBeach} holds "sunset" and "beach"; everything then goes through
 * Lucene's {@code StandardAnalyzer} without stop words, which is in lucene-core, so any application
 * can search these fields.
 */
public final class Words {
  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern HUMP =
      Pattern.compile(
          "(?<=\\p{Ll})(?=\\p{Lu})"
              + "|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
              + "|(?<=[\\p{L}\\p{M}])(?=\\p{N})"
              + "|(?<=\\p{N})(?=\\p{L})");

  private Words() {}

  /** A new analyzer for every words field, to index and to search. */
  public static Analyzer analyzer() {
    return new StandardAnalyzer();
  }

  /**
   * The words of a name, parted by spaces: runs of letters and digits, and after each run its parts
   * where it changes from lower to upper case or between letters and digits. {@code
   * "DSC01234_oldTown"} gives {@code "DSC01234 DSC 01234 oldTown old Town"}: a search for the whole
   * or for a part finds it.
   */
  public static String split(String name) {
    Set<String> words = new LinkedHashSet<>();
    for (String run : PUNCTUATION.split(name)) {
      if (!run.isEmpty()) {
        words.add(run);
        words.addAll(List.of(HUMP.split(run)));
      }
    }
    return String.join(" ", words);
  }
}
