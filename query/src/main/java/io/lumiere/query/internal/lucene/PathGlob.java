package io.lumiere.query.internal.lucene;

import com.ibm.icu.text.CanonicalIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * A pattern of paths: {@code *} is any run of characters within a name, {@code **} any run of them
 * across folders, {@code ?} one character within a name; all else stands for itself, in whichever
 * Unicode form, and {@code \} for {@code /}. A pattern without a {@code /} is compared with the
 * file's name, in any folder. Any string is a pattern.
 */
final class PathGlob {
  private static final Automaton WITHIN_NAME =
      Operations.union(
          List.of(
              Automata.makeCharRange(0, '/' - 1),
              Automata.makeCharRange('/' + 1, Character.MAX_CODE_POINT)));

  /**
   * A letter's accents may follow it, as macOS writes names; they do not count as characters. Only
   * accents of Latin, Greek, Cyrillic and kana: each range makes patterns slower.
   */
  private static final Automaton ACCENTS =
      Operations.repeat(anyOf(new UnicodeSet("[\\u0300-\\u036F\\u3099\\u309A]")));

  private final boolean isFolded;

  private PathGlob(boolean isFolded) {
    this.isFolded = isFolded;
  }

  /**
   * The paths that match a pattern.
   *
   * @param isFolded whether upper and lower case are the same
   */
  static Automaton automaton(String glob, boolean isFolded) {
    String slashes = Normalizer2.getNFCInstance().normalize(glob.replace('\\', '/'));
    String pattern = slashes.startsWith("/") ? slashes.substring(1) : slashes;
    Automaton paths = new PathGlob(isFolded).parse(pattern);
    return determinized(
        pattern.contains("/") ? paths : Operations.concatenate(List.of(anyFolders(), paths)));
  }

  /**
   * A deterministic automaton runs faster, but a pattern like {@code *a????????????} would need too
   * many states.
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

  private static Automaton anyOf(UnicodeSet characters) {
    List<Automaton> patterns = new ArrayList<>();
    for (UnicodeSet.EntryRange range : characters.ranges()) {
      patterns.add(Automata.makeCharRange(range.codepoint, range.codepointEnd));
    }
    characters.strings().forEach(string -> patterns.add(Automata.makeString(string)));
    return Operations.union(patterns);
  }

  private Automaton parse(String pattern) {
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
        parts.add(ACCENTS);
      } else {
        int end = i + 1;
        while (end < points.length && isAccent(points[end])) {
          end++;
        }
        parts.add(letter(new String(points, i, end - i)));
        i = end - 1;
      }
    }
    return Operations.concatenate(parts);
  }

  private static boolean isAccent(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  /** A letter with its accents, in each form that means the same. */
  private Automaton letter(String written) {
    if (written.length() == 1 && written.charAt(0) < 0x80 && !isFolded) {
      return Automata.makeChar(written.charAt(0));
    }
    // Nobody writes this many accents, and their permutations would be too many.
    if (written.length() > 5) {
      return string(written);
    }
    List<Automaton> forms = new ArrayList<>();
    CanonicalIterator same = new CanonicalIterator(written);
    for (String form = same.next(); form != null; form = same.next()) {
      forms.add(string(form));
    }
    return Operations.union(forms);
  }

  private Automaton string(String text) {
    return isFolded
        ? Operations.concatenate(text.codePoints().mapToObj(PathGlob::anyCase).toList())
        : Automata.makeString(text);
  }

  private static Automaton anyCase(int point) {
    return anyOf(new UnicodeSet(point, point).closeOver(UnicodeSet.CASE_INSENSITIVE));
  }
}
