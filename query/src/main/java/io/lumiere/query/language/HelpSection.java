package io.lumiere.query.language;

import java.util.List;

/**
 * A part of the language's help. Immutable.
 *
 * @param title what it is about
 */
public record HelpSection(String title, List<Line> lines) {
  public HelpSection {
    lines = List.copyOf(lines);
  }

  /**
   * What some searches do. Immutable.
   *
   * @param examples searches, at least one
   * @param text what they do
   * @param otherNames of the field that the examples are of
   */
  public record Line(List<String> examples, String text, List<String> otherNames) {
    public Line {
      examples = List.copyOf(examples);
      otherNames = List.copyOf(otherNames);
    }
  }
}
