package io.lumiere.query.language;

import io.lumiere.query.language.fields.FieldValueException;
import io.lumiere.query.language.fields.Meaning;
import io.lumiere.query.language.fields.QueryField;
import io.lumiere.query.language.fields.QueryFields;
import io.lumiere.query.language.fields.Value;
import io.lumiere.query.language.fields.WordsReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads fields with their values: {@code iso:>800}, {@code date:last june}. Not thread-safe. */
final class FieldParser {
  /** The most words of a value after its first space. */
  private static final int MAX_SPACES = 5;

  private final TokenCursor tokens;
  private final QueryFields fields;
  private final List<Problem> problems;
  private final Consumer<WrittenWords> words;

  /**
   * Reads the fields of one search.
   *
   * @param tokens is after a field's token when the field is read
   * @param problems receives what is wrong
   * @param words receives the places of words
   */
  FieldParser(
      TokenCursor tokens,
      QueryFields fields,
      List<Problem> problems,
      Consumer<WrittenWords> words) {
    this.tokens = tokens;
    this.fields = fields;
    this.problems = problems;
    this.words = words;
  }

  /** Reads a field; if its value has no meaning, the value becomes a bare word. */
  Node read(Token.Field token) {
    // Only names and tags tell = from : at all.
    boolean isExact = fields.find(token.name()).filter(QueryField::isExact).isPresent();
    Value value = isExact ? token.value() : token.value().withoutEquals();
    if (value.plain().isBlank()) {
      return withoutValue(token);
    }
    if (QueryParser.isSimilar(token.name())) {
      return new Node.Similar(
          new PhotoReference(value.plain(), true, token.column(), token.length()));
    }
    QueryField field = fields.find(token.name()).orElseThrow();
    Meaning longer = field.spacious() ? longest(field, value) : null;
    if (longer != null) {
      return new Node.Filter(field.name(), longer);
    }
    try {
      Node filter = new Node.Filter(field.name(), field.reader().read(value));
      field.reader().wordsField(value).ifPresent(name -> note(value, name));
      return filter;
    } catch (FieldValueException mistake) {
      problems.add(
          new Problem(mistake.column(), mistake.length(), mistake.text(), mistake.suggestion()));
      return new Node.Word(value.plain());
    }
  }

  private Node withoutValue(Token.Field token) {
    String name = token.name();
    String example = fields.find(name).map(QueryField::example).orElse("trips/lake.jpg");
    String next =
        !tokens.isAtEnd() && tokens.peek() instanceof Token.Text following
            ? following.text()
            : example;
    problems.add(
        Problem.at(
            token,
            "a value must follow " + name + ": at once, such as " + name + ":" + example,
            name
                + ":"
                + (next.contains(" ") && !next.startsWith("\"") ? "\"" + next + "\"" : next)));
    return new Node.Word(name);
  }

  /**
   * The value with as many of the words that follow as make sense, as in {@code date:last june};
   * null where none does.
   */
  private @Nullable Meaning longest(QueryField field, Value value) {
    if (value.isQuoted()) {
      return null;
    }
    List<String> values = new ArrayList<>(List.of(value.text()));
    for (String word : tokens.words(MAX_SPACES)) {
      values.add(values.getLast() + " " + word);
    }
    for (int more = values.size() - 1; more > 0; more--) {
      try {
        Meaning meaning = field.reader().read(new Value(values.get(more), value.column()));
        tokens.skip(more);
        return meaning;
      } catch (FieldValueException shorter) {
        // The last word then belongs to the search, not to the value.
      }
    }
    return null;
  }

  /** Records where the words of a value are, except prefixes and fuzzy words. */
  private void note(Value value, String field) {
    for (Value item : value.items()) {
      if (item.isQuoted() || WordsReader.special(item.plain()).isEmpty()) {
        words.accept(new WrittenWords(item.column(), item.length(), field));
      }
    }
  }
}
