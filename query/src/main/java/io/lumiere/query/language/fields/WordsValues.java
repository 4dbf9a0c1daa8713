package io.lumiere.query.language.fields;

import io.lumiere.query.internal.words.FieldWord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.search.Query;

/**
 * Reads words that one field must have.
 *
 * @param field the field of the index
 * @param name as it is called when a search is explained
 * @param query the photos whose field has all of some words
 */
record WordsValues(String field, String name, Function<List<FieldWord>, Query> query)
    implements ValueReader {
  @Override
  public Meaning read(Value value) throws FieldValueException {
    return Meaning.ofAny(
        value, item -> new Meaning(name + " has " + item.text(), query.apply(expect(item))));
  }

  private static List<FieldWord> expect(Value item) throws FieldValueException {
    List<FieldWord> words = WordsReader.read(item);
    if (words.isEmpty()) {
      throw item.mistake("there is no letter or digit in " + item.text(), null);
    }
    return words;
  }

  @Override
  public Optional<String> wordsField(Value value) {
    return Optional.of(field);
  }
}
