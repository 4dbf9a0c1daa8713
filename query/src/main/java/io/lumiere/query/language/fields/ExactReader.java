package io.lumiere.query.language.fields;

import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.search.Query;

/**
 * Reads whole values after {@code =}, as they are written: {@code keyword="red car"}. Case and
 * accents matter then, and nothing in the value is syntax. Without {@code =} another reader reads.
 *
 * @param name what the values are of
 * @param exactly the photos with a whole value
 * @param other reads what has no {@code =}
 */
record ExactReader(String name, Function<String, Query> exactly, ValueReader other)
    implements ValueReader {
  private static final String EXACTLY = "=";

  @Override
  public Meaning read(Value value) throws FieldValueException {
    return value.operator().equals(EXACTLY)
        ? Meaning.ofAny(value.operand(), this::item)
        : other.read(value);
  }

  @Override
  public Optional<String> wordsField(Value value) {
    return value.operator().equals(EXACTLY) ? Optional.empty() : other.wordsField(value);
  }

  private Meaning item(Value item) throws FieldValueException {
    String text = item.text();
    String whole = item.isQuoted() ? text.substring(1, text.length() - 1) : item.plain();
    if (whole.isEmpty()) {
      throw item.mistake("a value must follow " + EXACTLY, null);
    }
    if (!item.isQuoted() && whole.contains(" ")) {
      throw item.mistake("a value with a space in it must stand in quotes", "\"" + whole + "\"");
    }
    return new Meaning(name + " is " + text, exactly.apply(whole));
  }
}
