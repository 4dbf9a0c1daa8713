package io.lumiere.query.language;

import io.lumiere.query.language.fields.QueryField;
import io.lumiere.query.language.fields.QueryFields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The help of the language. */
final class QueryHelp {
  /** Where meanings begin in a terminal, and where lines end. */
  private static final int COLUMN = 24;

  private static final int WIDTH = 96;
  private static final String INDENT = " ".repeat(COLUMN);

  private QueryHelp() {}

  static List<HelpSection> sections(QueryFields fields) {
    return List.of(
        new HelpSection("Words and signs", forms(fields)),
        new HelpSection("Dates", dates()),
        new HelpSection("Fields", fields.all().stream().map(QueryHelp::field).toList()));
  }

  private static List<HelpSection.Line> forms(QueryFields fields) {
    String exact =
        fields.all().stream()
            .filter(QueryField::isExact)
            .map(QueryField::name)
            .collect(Collectors.joining(", "));
    return List.of(
        line("ranks by what photos show and by their words", "sunset beach"),
        line("these words in a row must be in the photo's words", "\"golden gate\""),
        line(
            "a file's name, with folders before it or without, comes first; quotes and name: keep"
                + " that name alone",
            "IMG_1234.JPG"),
        line(
            "words of the same stem are found, too, behind that word: beach; quotes and = are"
                + " exact",
            "beaches"),
        line("words that begin so; words spelt nearly so", "photo*", "lissabon~"),
        line("moves away from it; -\"people\" leaves out photos with that word", "-people"),
        line("either; OR joins its two neighbours", "cat OR dog", "(a b) OR c"),
        line("keeps photos; -field:value leaves them out", "camera:canon", "-camera:canon"),
        line(
            "more and less, from and to, alternatives",
            "iso:>800",
            "focal:24..35",
            "type:heic,png"),
        line("the whole value, as it is written: of " + exact, "keyword=\"red car\""),
        line(
            "ranks by likeness to a photo of the index, or to any picture's file; -similar: moves"
                + " away; several count by their mean",
            "similar:trips/lake.jpg"));
  }

  private static List<HelpSection.Line> dates() {
    return List.of(
        line(
            "a day, a month, a year, ten years",
            "date:2021-07-04",
            "date:2021-07",
            "date:2021",
            "date:1990s"),
        line("the same by their names", "date:4 July 2021", "date:june 2021", "date:summer 2021"),
        line(
            "counted from today; weeks begin on Monday",
            "date:yesterday",
            "date:last week",
            "date:last june",
            "date:3 days ago",
            "date:last 30 days"),
        line("of any year or week", "date:june", "date:winter", "date:weekend", "date:friday"));
  }

  private static HelpSection.Line line(String text, String... examples) {
    return new HelpSection.Line(List.of(examples), text, List.of());
  }

  private static HelpSection.Line field(QueryField field) {
    return new HelpSection.Line(
        List.of(field.name() + ":" + field.example()), field.help(), field.aliases());
  }

  /** The sections for a terminal: examples on the left, what they do on the right. */
  static List<String> lines(QueryFields fields) {
    List<String> lines = new ArrayList<>();
    for (HelpSection section : sections(fields)) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(section.title() + ":");
      section.lines().forEach(line -> addTo(lines, line));
    }
    return lines;
  }

  private static void addTo(List<String> lines, HelpSection.Line line) {
    String examples = "  " + String.join("  ", line.examples());
    String text =
        line.otherNames().isEmpty()
            ? line.text()
            : line.text() + " (also " + String.join(", ", line.otherNames()) + ")";
    List<String> wrapped = wrapped(text);
    if (examples.length() < COLUMN - 1) {
      lines.add(examples + " ".repeat(COLUMN - examples.length()) + wrapped.removeFirst());
    } else {
      lines.add(examples);
    }
    wrapped.forEach(rest -> lines.add(INDENT + rest));
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && COLUMN + line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
