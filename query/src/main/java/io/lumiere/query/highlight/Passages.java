package io.lumiere.query.highlight;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.lumiere.query.highlight.Highlight.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts long texts down to the passages that show what was found. */
final class Passages {
  /** A text of no more characters is shown as it is. */
  static final int WHOLE = 200;

  /** About how many characters a passage has; more where one range is longer. */
  static final int LENGTH = 160;

  /** The most passages of one text. */
  static final int MOST = 3;

  static final String CUT = "…";

  private Passages() {}

  /**
   * The text, or passages of it in its order: that which shows most of the words, and others while
   * they show words that are in none before.
   *
   * @param ranges in the order of the text, not overlapping, at least one
   */
  static List<Highlight> of(String field, String text, List<Range> ranges) {
    if (text.length() <= WHOLE) {
      return List.of(new Highlight(field, text, ranges));
    }
    return best(text, groups(ranges)).stream()
        .sorted(Comparator.comparingInt(group -> group.getFirst().start()))
        .map(group -> passage(field, text, group))
        .toList();
  }

  /** Ranges that fit into one passage together. */
  private static List<List<Range>> groups(List<Range> ranges) {
    List<List<Range>> groups = new ArrayList<>();
    for (Range range : ranges) {
      if (groups.isEmpty() || range.end() - groups.getLast().getFirst().start() > LENGTH) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(range);
    }
    return groups;
  }

  private static List<List<Range>> best(String text, List<List<Range>> groups) {
    List<List<Range>> best = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    while (best.size() < MOST) {
      int most = 0;
      List<Range> next = List.of();
      for (List<Range> group : groups) {
        Set<String> words = words(text, group);
        words.removeAll(shown);
        if (words.size() > most) {
          most = words.size();
          next = group;
        }
      }
      if (most == 0) {
        break;
      }
      best.add(next);
      shown.addAll(words(text, next));
    }
    return best;
  }

  private static Set<String> words(String text, List<Range> group) {
    return group.stream()
        .map(range -> text.substring(range.start(), range.end()).toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Highlight passage(String field, String text, List<Range> group) {
    int first = group.getFirst().start();
    int last = group.getLast().end();
    int room = Math.max(0, LENGTH - (last - first));
    int start = Math.max(0, Math.min(first - room / 2, text.length() - LENGTH));
    int end = Math.min(text.length(), Math.max(last, start + LENGTH));
    // A passage begins and ends where a line might.
    BreakIterator lines = BreakIterator.getLineInstance(ULocale.ROOT);
    lines.setText(text);
    int from = start == 0 ? 0 : Math.min(first, lines.following(start - 1));
    int to = end == text.length() ? end : Math.max(last, lines.preceding(end + 1));
    String before = from == 0 ? "" : CUT;
    return new Highlight(
        field,
        before + text.substring(from, to).stripTrailing() + (to == text.length() ? "" : CUT),
        group.stream().map(range -> range.shifted(before.length() - from)).toList());
  }
}
