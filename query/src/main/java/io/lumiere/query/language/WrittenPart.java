package io.lumiere.query.language;

/**
 * A part of a search and what it was understood as. Immutable.
 *
 * @param kind what it does
 * @param label what it means, in words
 * @param from where it begins in the search, in code points
 * @param to where it has ended
 */
public record WrittenPart(Kind kind, String label, int from, int to) {
  /** What a part does. */
  public enum Kind {
    /** Ranks by what photos show and by their words. */
    SHOWS,
    /** Keeps photos whose words have it. */
    WORDS,
    /** Keeps photos. */
    FILTER,
    /** Moves the search away from it. */
    AWAY,
    /** Ranks by likeness to a photo. */
    SIMILAR
  }

  /** The part that a node was read from. */
  static WrittenPart of(Node node, int from, int to) {
    Kind kind =
        switch (node) {
          case Node.Word word -> Kind.SHOWS;
          case Node.Required required -> Kind.WORDS;
          case Node.Similar similar -> Kind.SIMILAR;
          case Node.Not not when not.part().isWordsOnly() -> Kind.AWAY;
          default -> node.isWordsOnly() ? Kind.SHOWS : Kind.FILTER;
        };
    Node meant = unsigned(kind, node);
    String label = meant.isWordsOnly() ? Interpreter.text(meant) : Explanation.describe(meant);
    return new WrittenPart(kind, label, from, to);
  }

  private static Node unsigned(Kind kind, Node node) {
    return kind == Kind.AWAY && node instanceof Node.Not not ? not.part() : node;
  }

  /** Whether another one goes on with the same words. */
  boolean isContinuedBy(WrittenPart next) {
    return kind == Kind.SHOWS && next.kind == Kind.SHOWS;
  }

  WrittenPart joined(WrittenPart next) {
    return new WrittenPart(kind, label + " " + next.label, from, next.to);
  }
}
