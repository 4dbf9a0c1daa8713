package io.lumiere.query.language;

import io.lumiere.query.internal.words.FieldWord;
import io.lumiere.query.internal.words.NameQuery;
import io.lumiere.query.language.fields.QueryFields;
import io.lumiere.query.language.fields.Value;
import io.lumiere.query.language.fields.WordsReader;
import io.lumiere.schema.FileName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tree of one search, by recursive descent over its tokens. The methods have the names of
 * the rules of the package's grammar, which are read as:
 *
 * <pre>{@code
 * text     = { query | ")" }
 * query    = { "AND" | term }
 * term     = operand { "OR" operand }
 * operand  = { "-" | "NOT" } unsigned
 * unsigned = "(" query ")" | phrase | filter | special | word
 * }</pre>
 *
 * <p>Any tokens can be read: what no rule allows is reported as a {@link Problem} and skipped. Used
 * for one search; not thread-safe.
 */
final class Parser {
  private static final int MAX_DEPTH = 40;
  private static final int MAX_PARTS = 100;

  private static final String OR_ALONE =
      "OR needs an alternative on either side; in quotes it is a word";

  private final String text;
  private final QueryFields fields;
  private final LocalDate today;
  private final List<Problem> problems = new ArrayList<>();
  private final List<WrittenWords> words = new ArrayList<>();
  private final List<WrittenPart> written = new ArrayList<>();
  private final TokenCursor tokens;
  private final FieldParser fieldParser;
  private int parts;
  private boolean unwanted;

  Parser(String text, QueryFields fields, LocalDate today) {
    this.text = text;
    this.fields = fields;
    this.today = today;
    this.tokens = new TokenCursor(new Lexer(points(), fields, problems).tokens());
    this.fieldParser = new FieldParser(tokens, fields, problems, this::note);
  }

  /** The search as it is understood. */
  ParsedQuery parse() {
    Node.All root = text();
    checkLikeness(root, false);
    return !problems.isEmpty() && isPastedName()
        ? pastedName()
        : new ParsedQuery(text, root, problems, words, written, fields, today);
  }

  private ParsedQuery pastedName() {
    Node.Word name = new Node.Word(text.strip());
    WrittenPart whole = WrittenPart.of(name, 0, text.codePointCount(0, text.length()));
    return new ParsedQuery(text, name, List.of(), List.of(), List.of(whole), fields, today);
  }

  /** The text's code points, with quotes of all kinds made {@code "}. */
  private int[] points() {
    int[] points =
        text.codePoints().limit(QueryParser.MAX_LENGTH).map(Parser::withPlainQuotes).toArray();
    if (text.codePointCount(0, text.length()) > points.length) {
      problems.add(
          new Problem(
              QueryParser.MAX_LENGTH,
              1,
              "a search has at most " + QueryParser.MAX_LENGTH + " characters",
              null));
    }
    return points;
  }

  private static int withPlainQuotes(int point) {
    return point == '\u201c' || point == '\u201d' || point == '\u201e' ? '"' : point;
  }

  /**
   * Whether the text can be nothing but a photo's file name, such as {@code IMG (2.JPG}, so that
   * what looks like a mistake is not one.
   */
  private boolean isPastedName() {
    return text.length() <= QueryParser.MAX_LENGTH
        && text.indexOf('"') < 0
        && FileName.of(NameQuery.unquoted(text)).isPhoto()
        && !tokens.hasFields();
  }

  private Node.All text() {
    List<Node> nodes = new ArrayList<>();
    while (!tokens.isAtEnd()) {
      nodes.addAll(query(0));
      // A bracket that closes none: its opening one was nested too deeply, which is reported
      // already.
      tokens.skip(1);
    }
    return new Node.All(nodes);
  }

  /** Up to the bracket that closes it, or the end. */
  private List<Node> query(int depth) {
    List<Node> nodes = new ArrayList<>();
    while (!tokens.isAtEnd() && !tokens.isAt(Token.Kind.CLOSE)) {
      if (tokens.isAt(Token.Kind.AND)) {
        tokens.skip(1);
      } else if (tokens.isAt(Token.Kind.OR)) {
        problem(tokens.next(), OR_ALONE, "\"OR\"");
      } else {
        int from = tokens.peek().column();
        Node term = term(depth);
        add(nodes, term);
        if (depth == 0 && term != null) {
          note(WrittenPart.of(term, from, tokens.end()));
        }
      }
    }
    return nodes;
  }

  private @Nullable Node term(int depth) {
    List<Node> nodes = new ArrayList<>();
    add(nodes, operand(depth));
    while (tokens.isAt(Token.Kind.OR)) {
      Token or = tokens.next();
      if (isNothingNext()) {
        problem(or, OR_ALONE, "\"OR\"");
      } else {
        add(nodes, operand(depth));
      }
    }
    return nodes.size() > 1 ? new Node.Any(nodes) : nodes.isEmpty() ? null : nodes.getFirst();
  }

  private @Nullable Node operand(int depth) {
    if (!tokens.isAt(Token.Kind.NOT)) {
      return unsigned(depth);
    }
    Token not = tokens.peek();
    boolean negative = false;
    while (tokens.isAt(Token.Kind.NOT)) {
      negative = !negative;
      tokens.skip(1);
    }
    if (isNothingNext()) {
      problem(not, "nothing follows that is not wanted", null);
      return null;
    }
    boolean outside = unwanted;
    unwanted ^= negative;
    Node node = unsigned(depth);
    unwanted = outside;
    if (node == null || !negative) {
      return node;
    }
    return node instanceof Node.Similar like
        ? new Node.Similar(like.photo().turned())
        : new Node.Not(node);
  }

  private @Nullable Node unsigned(int depth) {
    return switch (tokens.next()) {
      case Token.Mark open -> brackets(open, depth);
      case Token.Field field -> isWithinLimit(field) ? fieldParser.read(field) : null;
      case Token.Text written when !isWithinLimit(written) -> null;
      case Token.Text written -> written.quoted() ? phrase(written) : word(written);
    };
  }

  private boolean isWithinLimit(Token token) {
    if (++parts == MAX_PARTS + 1) {
      problem(
          token, "a search has at most " + MAX_PARTS + " parts; what follows is left out", null);
    }
    return parts <= MAX_PARTS;
  }

  private @Nullable Node brackets(Token.Mark open, int depth) {
    if (depth >= MAX_DEPTH) {
      problem(open, "brackets are nested more than " + MAX_DEPTH + " deep", null);
      // The content is read as if there were no bracket.
      return null;
    }
    List<Node> nodes = query(depth + 1);
    if (tokens.isAtEnd()) {
      problem(open, "the bracket is never closed", null);
    } else {
      tokens.skip(1);
    }
    return nodes.size() > 1 ? new Node.All(nodes) : nodes.isEmpty() ? null : nodes.getFirst();
  }

  /** A special or a word. */
  private Node word(Token.Text written) {
    FieldWord special = WordsReader.special(written.text()).orElse(null);
    if (special != null) {
      return new Node.Required(written.text(), special, false);
    }
    note(new WrittenWords(written.column(), written.length(), null));
    return new Node.Word(written.text());
  }

  private @Nullable Node phrase(Token.Text written) {
    List<FieldWord> phrase =
        WordsReader.read(new Value("\"" + written.text() + "\"", written.column()));
    if (phrase.isEmpty()) {
      problem(written, "there is no letter or digit within the quotes", null);
      return null;
    }
    note(new WrittenWords(written.column(), written.length(), null));
    return new Node.Required(written.text(), phrase.getFirst(), true);
  }

  /** Words that follow each other are one part. */
  private void note(WrittenPart part) {
    if (!written.isEmpty() && written.getLast().isContinuedBy(part)) {
      written.add(written.removeLast().joined(part));
    } else {
      written.add(part);
    }
  }

  /** Words that photos should not have are not recorded: their spelling is not checked. */
  private void note(WrittenWords written) {
    if (!unwanted) {
      words.add(written);
    }
  }

  /**
   * Likeness ranks all photos, so it cannot be one of two alternatives, nor be left out.
   *
   * @param isWithin whether the node is a part of an OR or of what is not wanted
   */
  private void checkLikeness(Node node, boolean isWithin) {
    switch (node) {
      case Node.All all -> all.parts().forEach(part -> checkLikeness(part, isWithin));
      case Node.Any any -> any.parts().forEach(part -> checkLikeness(part, true));
      case Node.Not not -> checkLikeness(not.part(), true);
      case Node.Similar like when isWithin ->
          problems.add(
              like.photo()
                  .problem(
                      "likeness ranks all photos, so it cannot be a part of an OR or of -(...):"
                          + " write it outside, as in (cat OR dog) similar:"
                          + like.photo().photo(),
                      null));
      default -> {
        // These nodes do not rank by likeness.
      }
    }
  }

  private boolean isNothingNext() {
    return tokens.isAtEnd() || tokens.isAt(Token.Kind.CLOSE, Token.Kind.OR, Token.Kind.AND);
  }

  private static void add(List<Node> nodes, @Nullable Node node) {
    if (node != null) {
      nodes.add(node);
    }
  }

  private void problem(Token token, String message, @Nullable String suggestion) {
    problems.add(Problem.at(token, message, suggestion));
  }
}
