package io.lumiere.query.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Describes in words how a search was understood. Used for one tree; not thread-safe. */
final class Explanation {
  private final List<String> shown = new ArrayList<>();
  private final List<String> must = new ArrayList<>();
  private final List<String> away = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final List<String> like = new ArrayList<>();
  private final List<String> unlike = new ArrayList<>();

  List<String> lines(Node root, boolean isRanked) {
    take(root);
    List<String> lines = new ArrayList<>();
    add(lines, "ranks by what photos show and by their words: ", shown, " ");
    add(lines, "ranks by likeness to ", like, ", ");
    add(lines, isRanked ? "ranks by unlikeness to " : "leaves out ", unlike, ", ");
    add(lines, isRanked ? "moves away from " : "leaves out photos with the words ", away, ", ");
    add(lines, "keeps photos whose words have ", must, " and ");
    kept.forEach(filter -> lines.add("keeps " + filter));
    if (lines.isEmpty()) {
      lines.add("keeps all photos");
    }
    return lines;
  }

  private static void add(List<String> lines, String what, List<String> parts, String between) {
    if (!parts.isEmpty()) {
      lines.add(what + String.join(between, parts));
    }
  }

  private void take(Node node) {
    switch (node) {
      case Node.All all -> all.parts().forEach(this::take);
      case Node.Word word -> shown.add(word.text());
      case Node.Required required -> {
        must.add(describe(required));
        if (required.isShown()) {
          shown.add(required.text());
        }
      }
      case Node.Similar similar ->
          (similar.photo().isLiked() ? like : unlike).add(similar.photo().photo());
      case Node.Any any when any.isWordsOnly() -> shown.add("(" + Interpreter.text(any) + ")");
      case Node.Not not when not.part().isWordsOnly() -> away.add(Interpreter.text(not.part()));
      case Node.Any any -> kept.add(describe(any));
      case Node.Not not -> kept.add(describe(not));
      case Node.Filter filter -> kept.add(describe(filter));
    }
  }

  /** What a filter keeps, such as {@code photos whose words have "golden gate"}. */
  static String keeps(Node node) {
    return switch (node) {
      case Node.Required required -> "photos whose words have " + describe(node);
      case Node.Not not -> "photos without " + describe(not.part());
      default -> "photos with " + describe(node);
    };
  }

  static String describe(Node node) {
    return switch (node) {
      case Node.Word word -> "words have " + word.text();
      case Node.Required required ->
          required.isShown() ? "\"" + required.text() + "\"" : required.text();
      case Node.Filter filter -> filter.meaning().words();
      case Node.Similar similar -> "like " + similar.photo().photo();
      case Node.Not not -> "not (" + describe(not.part()) + ")";
      case Node.All all ->
          all.parts().stream()
              .map(Explanation::describe)
              .collect(Collectors.joining(" and ", "(", ")"));
      case Node.Any any ->
          any.parts().stream().map(Explanation::describe).collect(Collectors.joining(" or "));
    };
  }
}
