package io.lumiere.app.output;

import io.lumiere.query.highlight.Highlight;
import java.util.List;

/** Prints texts with marks around what was sought in them. */
final class HighlightText {
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private final Console console;

  HighlightText(Console console) {
    this.console = console;
  }

  /** Prints a line for each text: bold in a terminal, unless NO_COLOR is set; else in brackets. */
  void print(List<Highlight> highlights, String indent) {
    boolean bold = console.showsResults() && console.variable("NO_COLOR") == null;
    for (Highlight highlight : highlights) {
      String marked = bold ? marked(highlight, BOLD, PLAIN) : marked(highlight, "[", "]");
      console.out().printExact(indent + highlight.field() + ": " + marked);
      console.out().println();
    }
  }

  /** Escapes what stands before, in and after each range, as escapes change the lengths. */
  private static String marked(Highlight highlight, String before, String after) {
    String text = highlight.text();
    StringBuilder marked = new StringBuilder();
    int from = 0;
    for (Highlight.Range range : highlight.ranges()) {
      marked.append(PrintedText.of(text.substring(from, range.start()))).append(before);
      marked.append(PrintedText.of(text.substring(range.start(), range.end()))).append(after);
      from = range.end();
    }
    return marked.append(PrintedText.of(text.substring(from))).toString();
  }
}
