package io.lumiere.query.language;

import io.lumiere.query.language.fields.QueryFields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A search as it was understood. Immutable.
 *
 * <p>Where it has {@link #problems}, the rest is still understood: what a problem is about is read
 * as bare words or left out. A caller that wants no guesses calls {@link #orThrow}.
 */
public final class ParsedQuery {
  private final String text;
  private final Node root;
  private final List<Problem> problems;
  private final LocalDate today;
  private final List<WrittenWords> words;
  private final List<WrittenPart> parts;
  private final QueryFields fields;
  private final Interpretation interpretation;

  ParsedQuery(
      String text,
      Node root,
      List<Problem> problems,
      List<WrittenWords> words,
      List<WrittenPart> parts,
      QueryFields fields,
      LocalDate today) {
    this.text = text;
    this.root = root;
    this.problems = problems.stream().sorted(Comparator.comparingInt(Problem::column)).toList();
    this.words = List.copyOf(words);
    this.parts = List.copyOf(parts);
    this.fields = fields;
    this.today = today;
    this.interpretation = new Interpreter().interpret(root);
  }

  /** The search as it was written. */
  public String text() {
    return text;
  }

  /** The tree. */
  public Node root() {
    return root;
  }

  /** What is wrong with it, in the order in which it is written. */
  public List<Problem> problems() {
    return problems;
  }

  /** Where words stand that photos are to have, in the order in which they are written. */
  public List<WrittenWords> words() {
    return words;
  }

  /** What each part of it was understood as, in the order in which they are written. */
  public List<WrittenPart> parts() {
    return parts;
  }

  /** What day it was when it was read. */
  public LocalDate today() {
    return today;
  }

  /** Whether its seasons are those of the southern half of the Earth. */
  public boolean isSouthern() {
    return fields.dates().southern();
  }

  /** Another search, read as on the day of this one. */
  public ParsedQuery reparse(String other) {
    return new Parser(other, fields, today).parse();
  }

  /** What it asks of an index. */
  public Interpretation interpretation() {
    return interpretation;
  }

  /** The same with further problems, such as that there is no photo that it names. */
  public ParsedQuery with(List<Problem> further) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(further);
    return new ParsedQuery(text, root, all, words, parts, fields, today);
  }

  /**
   * This, if nothing is wrong with it.
   *
   * @throws QuerySyntaxException if something is
   */
  public ParsedQuery orThrow() {
    if (!problems.isEmpty()) {
      throw new QuerySyntaxException(this);
    }
    return this;
  }

  /** How it was understood, in words, a line each; the last says what day "today" is. */
  public List<String> explain() {
    List<String> lines = new ArrayList<>(new Explanation().lines(root, interpretation.isRanked()));
    lines.add("today is " + today);
    return lines;
  }

  /** Each problem: the search, a mark under the place, what is wrong; empty where nothing is. */
  public String describeProblems() {
    return problems.stream()
        .map(problem -> Carets.under(text, problem) + "\n" + problem.text())
        .collect(Collectors.joining("\n"));
  }
}
