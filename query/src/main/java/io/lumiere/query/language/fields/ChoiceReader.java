package io.lumiere.query.language.fields;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.search.Query;

/**
 * Reads words that stand for a query each.
 *
 * @param name what the choice says, such as {@code has}
 * @param choices what may be written, in lower case
 * @param names what the choices are called in messages
 */
record ChoiceReader(String name, Map<String, Query> choices, TreeSet<String> names)
    implements ValueReader {
  ChoiceReader(String name, Map<String, Query> choices) {
    this(name, Map.copyOf(choices), new TreeSet<>(choices.keySet()));
  }

  @Override
  public Meaning read(Value value) throws FieldValueException {
    return Meaning.ofAnyUnquoted(value, this::item);
  }

  private Meaning item(Value item) throws FieldValueException {
    String text = item.text().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    Query query = choices.get(text);
    if (query == null) {
      Optional<String> nearest = Nearest.to(text, names);
      throw item.mistake(
          "'" + item.text() + "' is not one of " + String.join(", ", names), nearest.orElse(null));
    }
    return new Meaning(name + " " + item.text().toLowerCase(Locale.ROOT), query);
  }
}
