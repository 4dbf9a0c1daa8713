package io.lumiere.app.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.Hit;
import io.lumiere.query.highlight.Highlight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows where in a hit's words stands what was sought. */
final class HitHighlights {
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private HitHighlights() {}

  /** Prints a line for each text: bold in a terminal, unless NO_COLOR is set; else in brackets. */
  static void print(Console console, Hit hit) {
    boolean bold = console.showsResults() && console.variable("NO_COLOR") == null;
    for (Highlight found : hit.highlights()) {
      String marked = bold ? marked(found, BOLD, PLAIN) : marked(found, "[", "]");
      console.out().printExact("             " + found.field() + ": " + marked);
      console.out().println();
    }
  }

  /** Escapes what stands before, in and after each range, as escapes change the lengths. */
  private static String marked(Highlight found, String before, String after) {
    StringBuilder marked = new StringBuilder();
    int from = 0;
    for (Highlight.Range range : found.ranges()) {
      marked.append(PrintedText.of(found.text().substring(from, range.start()))).append(before);
      marked.append(PrintedText.of(found.text().substring(range.start(), range.end())));
      marked.append(after);
      from = range.end();
    }
    return marked.append(PrintedText.of(found.text().substring(from))).toString();
  }

  /** Writes a field's texts as an array, by the field's name; ranges count code points. */
  static void write(JsonGenerator json, Hit hit) throws IOException {
    Map<String, List<Highlight>> byField = new TreeMap<>();
    for (Highlight found : hit.highlights()) {
      byField.computeIfAbsent(found.field(), field -> new ArrayList<>()).add(found);
    }
    json.writeObjectFieldStart("highlights");
    for (Map.Entry<String, List<Highlight>> field : byField.entrySet()) {
      json.writeArrayFieldStart(field.getKey());
      for (Highlight found : field.getValue()) {
        write(json, found);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Highlight found) throws IOException {
    json.writeStartObject();
    json.writeStringField("text", found.text());
    json.writeArrayFieldStart("ranges");
    for (Highlight.Range range : found.ranges()) {
      int start = found.text().codePointCount(0, range.start());
      int length = found.text().codePointCount(range.start(), range.end());
      json.writeArray(new int[] {start, start + length}, 0, 2);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
