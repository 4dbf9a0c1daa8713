package io.lumiere.query.language;

import io.lumiere.query.internal.words.FieldWord;
import io.lumiere.query.internal.words.NameQuery;
import io.lumiere.query.language.fields.Meaning;
import io.lumiere.query.language.fields.Mistake;
import io.lumiere.query.language.fields.QueryField;
import io.lumiere.query.language.fields.QueryFields;
import io.lumiere.query.language.fields.Value;
import io.lumiere.query.language.fields.WordsReader;
import io.lumiere.schema.FileName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the tree of one search, by recursive descent over its tokens. Not thread-safe. */
final class TokenReader {
  private static final int MAX_DEPTH = 40;
  private static final int MAX_PARTS = 100;

  /** How many words a value may go on for past its first space. */
  private static final int MAX_SPACES = 5;

  private final String text;
  private final QueryFields fields;
  private final LocalDate today;
  private final List<Problem> problems = new ArrayList<>();
  private final List<PhotoReference> similar = new ArrayList<>();
  private List<Token> tokens = List.of();
  private int at;
  private final List<WrittenWords> words = new ArrayList<>();
  private int parts;
  private boolean unwanted;

  TokenReader(String text, QueryFields fields, LocalDate today) {
    this.text = text;
    this.fields = fields;
    this.today = today;
  }

  ParsedQuery read() {
    int[] points =
        text.codePoints().limit(QueryParser.MAX_LENGTH + 1L).map(TokenReader::plain).toArray();
    if (points.length > QueryParser.MAX_LENGTH) {
      points = Arrays.copyOf(points, QueryParser.MAX_LENGTH);
      problems.add(
          new Problem(
              QueryParser.MAX_LENGTH,
              1,
              "a search has at most " + QueryParser.MAX_LENGTH + " characters",
              null));
    }
    tokens = new Lexer(points, fields, problems).tokens();
    ParsedQuery query = readTokens();
    return !query.problems().isEmpty() && isPastedName()
        ? new ParsedQuery(text, new Node.Word(text.strip()), List.of(), List.of(), fields, today)
        : query;
  }

  /**
   * Whether the text can be nothing but a photo's file name, such as {@code IMG (2.JPG}, so that
   * what looks wrong is not.
   */
  private boolean isPastedName() {
    return text.length() <= QueryParser.MAX_LENGTH
        && text.indexOf('"') < 0
        && FileName.of(NameQuery.unquoted(text)).isPhoto()
        && tokens.stream().noneMatch(token -> token instanceof Token.Field);
  }

  private ParsedQuery readTokens() {
    List<Node> all = new ArrayList<>();
    while (at < tokens.size()) {
      // A bracket that closes none was told of, or was too deep.
      all.addAll(group(0));
      at++;
    }
    Node.All root = new Node.All(all);
    checkSimilar(root);
    return new ParsedQuery(text, root, problems, words, fields, today);
  }

  /** All photos are ranked by likeness: that is no matter of either and or. */
  private void checkSimilar(Node.All root) {
    Set<PhotoReference> taken = new HashSet<>();
    collect(root, taken);
    for (PhotoReference photo : similar) {
      if (!taken.contains(photo) && !taken.contains(turned(photo))) {
        problems.add(
            photo.problem(
                "likeness ranks all photos, so it cannot be a part of an OR or of -(...): write it"
                    + " outside, as in (cat OR dog) similar:"
                    + photo.photo(),
                null));
      }
    }
  }

  private static void collect(Node node, Set<PhotoReference> into) {
    switch (node) {
      case Node.Similar like -> into.add(like.photo());
      case Node.All all -> all.parts().forEach(part -> collect(part, into));
      default -> {
        // Nothing in here ranks by likeness.
      }
    }
  }

  private static PhotoReference turned(PhotoReference photo) {
    return new PhotoReference(photo.photo(), !photo.wanted(), photo.column(), photo.length());
  }

  private static int plain(int point) {
    return point == '\u201c' || point == '\u201d' || point == '\u201e' ? '"' : point;
  }

  /** Up to the bracket that closes it, or the end. */
  private List<Node> group(int depth) {
    List<Node> all = new ArrayList<>();
    while (at < tokens.size() && !isMark(Token.Kind.CLOSE)) {
      Token or = tokens.get(at);
      if (isMark(Token.Kind.AND)) {
        at++;
      } else if (isMark(Token.Kind.OR)) {
        at++;
        problem(
            or, "OR stands between two things that may each be; in quotes it is a word", "\"OR\"");
      } else {
        Node first = alternatives(depth);
        if (first != null) {
          all.add(first);
        }
      }
    }
    return all;
  }

  private @Nullable Node alternatives(int depth) {
    List<Node> any = new ArrayList<>();
    add(any, operand(depth));
    while (isMark(Token.Kind.OR)) {
      Token or = tokens.get(at++);
      if (at >= tokens.size()
          || isMark(Token.Kind.CLOSE)
          || isMark(Token.Kind.OR)
          || isMark(Token.Kind.AND)) {
        problem(
            or, "OR stands between two things that may each be; in quotes it is a word", "\"OR\"");
      } else {
        add(any, operand(depth));
      }
    }
    return any.isEmpty() ? null : any.size() == 1 ? any.getFirst() : new Node.Any(any);
  }

  private static void add(List<Node> nodes, @Nullable Node node) {
    if (node != null) {
      nodes.add(node);
    }
  }

  private @Nullable Node operand(int depth) {
    Token token = tokens.get(at);
    if (!isMark(Token.Kind.NOT)) {
      return primary(depth);
    }
    boolean negative = false;
    while (isMark(Token.Kind.NOT)) {
      negative = !negative;
      at++;
    }
    if (at >= tokens.size()
        || isMark(Token.Kind.CLOSE)
        || isMark(Token.Kind.OR)
        || isMark(Token.Kind.AND)) {
      problem(token, "nothing follows that is not wanted", null);
      return null;
    }
    boolean outside = unwanted;
    unwanted ^= negative;
    Node node = primary(depth);
    unwanted = outside;
    if (node instanceof Node.Similar like && negative) {
      return new Node.Similar(turned(like.photo()));
    }
    return node == null || !negative ? node : new Node.Not(node);
  }

  private @Nullable Node primary(int depth) {
    Token token = tokens.get(at++);
    return switch (token) {
      case Token.Mark mark -> bracket(mark, depth);
      case Token.Text word -> counted(word) ? text(word) : null;
      case Token.Field field -> counted(field) ? field(field) : null;
    };
  }

  private boolean counted(Token token) {
    if (++parts == MAX_PARTS + 1) {
      problem(
          token, "a search has at most " + MAX_PARTS + " parts; what follows is left out", null);
    }
    return parts <= MAX_PARTS;
  }

  private @Nullable Node bracket(Token.Mark open, int depth) {
    if (depth >= MAX_DEPTH) {
      problem(open, "brackets are nested more than " + MAX_DEPTH + " deep", null);
      // What is within is read as if the bracket were not there.
      return null;
    }
    List<Node> all = group(depth + 1);
    if (at < tokens.size()) {
      at++;
    } else {
      problem(open, "the bracket is never closed", null);
    }
    return all.isEmpty() ? null : all.size() == 1 ? all.getFirst() : new Node.All(all);
  }

  private @Nullable Node text(Token.Text word) {
    if (!word.quoted()) {
      Optional<FieldWord> special =
          WordsReader.prefix(word.text()).or(() -> WordsReader.fuzzy(word.text()));
      if (special.isEmpty()) {
        written(word.column(), word.length(), null);
      }
      return special
          .<Node>map(found -> new Node.Required(word.text(), found, false))
          .orElseGet(() -> new Node.Word(word.text()));
    }
    List<FieldWord> phrase = WordsReader.read(new Value("\"" + word.text() + "\"", word.column()));
    if (phrase.isEmpty()) {
      problem(word, "there is no letter or digit within the quotes", null);
      return null;
    }
    written(word.column(), word.length(), null);
    return new Node.Required(word.text(), phrase.getFirst(), true);
  }

  private @Nullable Node field(Token.Field token) {
    Value value = token.value();
    if (value.plain().isBlank()) {
      return withoutValue(token);
    }
    if (QueryParser.SIMILAR.contains(token.name().toLowerCase(Locale.ROOT))) {
      PhotoReference photo =
          new PhotoReference(value.plain(), true, token.column(), token.length());
      similar.add(photo);
      return new Node.Similar(photo);
    }
    QueryField field = fields.find(token.name()).orElseThrow();
    Meaning longer = field.spacious() ? longest(field, token) : null;
    if (longer != null) {
      return new Node.Filter(field.name(), longer);
    }
    try {
      Node filter = new Node.Filter(field.name(), field.reader().read(value));
      field.reader().wordsField(value).ifPresent(name -> written(value, name));
      return filter;
    } catch (Mistake mistake) {
      problems.add(
          new Problem(mistake.column(), mistake.length(), mistake.text(), mistake.suggestion()));
      return new Node.Word(value.plain());
    }
  }

  private void written(Value value, String field) {
    for (Value item : value.items()) {
      String plain = item.plain();
      boolean isSpecial =
          WordsReader.prefix(plain).isPresent() || WordsReader.fuzzy(plain).isPresent();
      if (item.isQuoted() || !isSpecial) {
        written(item.column(), item.length(), field);
      }
    }
  }

  private void written(int column, int length, @Nullable String field) {
    if (!unwanted) {
      words.add(new WrittenWords(column, length, field));
    }
  }

  private Node withoutValue(Token.Field token) {
    QueryField field = fields.find(token.name()).orElse(null);
    String example = field == null ? "trips/lake.jpg" : field.example();
    String next =
        at < tokens.size() && tokens.get(at) instanceof Token.Text following
            ? following.text()
            : example;
    problem(
        token,
        "a value must follow "
            + token.name()
            + ": at once, such as "
            + token.name()
            + ":"
            + example,
        token.name()
            + ":"
            + (next.contains(" ") && !next.startsWith("\"") ? "\"" + next + "\"" : next));
    return new Node.Word(token.name());
  }

  /**
   * The value with as many of the words that follow as make sense, as in {@code date:last june}.
   */
  private @Nullable Meaning longest(QueryField field, Token.Field token) {
    if (token.value().isQuoted()) {
      return null;
    }
    List<String> values = new ArrayList<>(List.of(token.value().text()));
    for (int i = at; i < Math.min(tokens.size(), at + MAX_SPACES); i++) {
      if (!(tokens.get(i) instanceof Token.Text word) || word.quoted()) {
        break;
      }
      values.add(values.getLast() + " " + word.text());
    }
    for (int more = values.size() - 1; more > 0; more--) {
      try {
        Meaning meaning = field.reader().read(new Value(values.get(more), token.value().column()));
        at += more;
        return meaning;
      } catch (Mistake shorter) {
        // Then the last word is one of the search's own.
      }
    }
    return null;
  }

  private boolean isMark(Token.Kind kind) {
    return at < tokens.size() && tokens.get(at) instanceof Token.Mark mark && mark.kind() == kind;
  }

  private void problem(Token token, String message, @Nullable String suggestion) {
    problems.add(new Problem(token.column(), token.length(), message, suggestion));
  }
}
