package io.lumiere.query.language.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * The meaning of a field with its value. Immutable.
 *
 * @param words in words, such as {@code ISO above 800}
 * @param query the photos that have it
 */
public record Meaning(String words, Query query) {
  /** Reads one alternative of a value. */
  @FunctionalInterface
  interface ItemReader {
    Meaning read(Value item) throws FieldValueException;
  }

  /** As {@link #ofAny}, where quotes around a value or an alternative of it mean nothing. */
  static Meaning ofAnyUnquoted(Value value, ItemReader reader) throws FieldValueException {
    return ofAny(value.unquoted(), item -> reader.read(item.unquoted()));
  }

  /** The meaning of a value with alternatives: photos need only match one of them. */
  static Meaning ofAny(Value value, ItemReader reader) throws FieldValueException {
    List<Value> items = value.items();
    if (items.size() > Value.MAX_ITEMS) {
      throw value.mistake("a value has at most " + Value.MAX_ITEMS + " alternatives", null);
    }
    List<Meaning> meanings = new ArrayList<>();
    for (Value item : items) {
      meanings.add(reader.read(item));
    }
    if (meanings.size() == 1) {
      return meanings.getFirst();
    }
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    meanings.forEach(meaning -> either.add(meaning.query(), Occur.SHOULD));
    return new Meaning(
        meanings.stream().map(Meaning::words).collect(Collectors.joining(" or ")), either.build());
  }
}
