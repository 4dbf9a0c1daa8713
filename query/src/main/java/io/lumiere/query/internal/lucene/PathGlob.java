package io.lumiere.query.internal.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Matches paths by a pattern: {@code *} is any run of characters within a name, {@code **} any run
 * of them across folders, {@code ?} one character within a name; all else stands for itself. A
 * pattern without a {@code /} is held against the file's name in whatever folder.
 */
public final class PathGlob {
  private static final Automaton WITHIN_NAME =
      Operations.union(
          List.of(
              Automata.makeCharRange(0, '/' - 1),
              Automata.makeCharRange('/' + 1, Character.MAX_CODE_POINT)));

  private PathGlob() {}

  /** A query for the keyword {@code field}. Any string is a pattern. */
  public static Query query(String field, String glob) {
    String pattern = glob.startsWith("/") ? glob.substring(1) : glob;
    Automaton automaton =
        pattern.contains("/")
            ? parse(pattern)
            : Operations.concatenate(List.of(anyFolders(), parse(pattern)));
    return new AutomatonQuery(new Term(field, glob), determinized(automaton));
  }

  /**
   * Without choices it runs faster; a pattern like {@code *a????????????} has too many for that.
   */
  private static Automaton determinized(Automaton automaton) {
    try {
      return Operations.determinize(automaton, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    } catch (TooComplexToDeterminizeException e) {
      return automaton;
    }
  }

  private static Automaton anyFolders() {
    return Operations.optional(
        Operations.concatenate(List.of(Automata.makeAnyString(), Automata.makeChar('/'))));
  }

  private static Automaton parse(String pattern) {
    List<Automaton> parts = new ArrayList<>();
    int[] points = pattern.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (points[i] == '*' && i + 1 < points.length && points[i + 1] == '*') {
        i++;
        if (i + 1 < points.length && points[i + 1] == '/') {
          // "**/" also matches no folder at all.
          i++;
          parts.add(anyFolders());
        } else {
          parts.add(Automata.makeAnyString());
        }
      } else if (points[i] == '*') {
        parts.add(Operations.repeat(WITHIN_NAME));
      } else if (points[i] == '?') {
        parts.add(WITHIN_NAME);
      } else {
        parts.add(Automata.makeChar(points[i]));
      }
    }
    return Operations.concatenate(parts);
  }
}
