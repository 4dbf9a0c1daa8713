package io.lumiere.query.language.fields;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that was likely meant: by optimal string alignment, the least number of letters
 * that must be added, left out, changed or swapped with the next. Thread-safe.
 *
 * @see <a href="https://doi.org/10.1145/363958.363994">Damerau: A technique for computer detection
 *     and correction of spelling errors</a>
 */
public final class Nearest {
  private static final int MAX_LENGTH = 24;

  private Nearest() {}

  /**
   * The name nearest to what was written; empty if more than a third of the letters would change,
   * unless what was written is the beginning of a name.
   */
  public static Optional<String> to(String written, Collection<String> names) {
    String word = written.toLowerCase(Locale.ROOT);
    if (word.isEmpty() || word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return names.stream()
        .filter(name -> isNear(word, name))
        .min(
            Comparator.<String>comparingInt(name -> distance(word, name))
                .thenComparing(name -> name));
  }

  private static boolean isNear(String word, String name) {
    int shorter = Math.min(word.length(), name.length());
    boolean isBeginning = word.length() >= 3 && name.startsWith(word);
    return isBeginning || (shorter > 1 && distance(word, name) <= Math.max(1, shorter / 3));
  }

  /** How many code points must be added, left out, changed or swapped with the next. */
  public static int distance(String a, String b) {
    int[] from = a.codePoints().toArray();
    int[] to = b.codePoints().toArray();
    int[][] cost = new int[from.length + 1][to.length + 1];
    for (int i = 0; i <= from.length; i++) {
      for (int j = 0; j <= to.length; j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
      }
    }
    return cost[from.length][to.length];
  }

  private static int step(int[][] cost, int[] a, int[] b, int i, int j) {
    boolean same = a[i - 1] == b[j - 1];
    int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
