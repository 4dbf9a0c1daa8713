package io.lumiere.query.highlight;

import java.util.List;

/**
 * A text of a photo in which something stands that was sought. Immutable.
 *
 * @param field the field that has it, one of {@link io.lumiere.schema.Fields}
 * @param text a title, a keyword, a file's name, ... as it was written; of a long one a passage,
 *     with {@code …} where it was cut
 * @param ranges what was found, at least one, in the order of the text; they do not overlap
 */
public record Highlight(String field, String text, List<Range> ranges) {
  /**
   * A part of a text.
   *
   * @param start where it begins, in UTF-16 units as those of {@link String}
   * @param end where it has ended
   */
  public record Range(int start, int end) {
    public Range {
      if (start < 0 || start >= end) {
        throw new IllegalArgumentException("no range of a text: " + start + " to " + end);
      }
    }

    Range shifted(int by) {
      return new Range(start + by, end + by);
    }
  }

  public Highlight {
    ranges = List.copyOf(ranges);
    int from = 0;
    for (Range range : ranges) {
      if (range.start < from || range.end > text.length()) {
        throw new IllegalArgumentException(
            "ranges " + ranges + " overlap or do not lie within '" + text + "'");
      }
      from = range.end;
    }
    if (ranges.isEmpty()) {
      throw new IllegalArgumentException("nothing is marked in '" + text + "'");
    }
  }

  /** The text with marks around what was found. The text itself is not escaped. */
  public String marked(String before, String after) {
    StringBuilder marked = new StringBuilder();
    int from = 0;
    for (Range range : ranges) {
      marked.append(text, from, range.start).append(before);
      marked.append(text, range.start, range.end).append(after);
      from = range.end;
    }
    return marked.append(text, from, text.length()).toString();
  }
}
