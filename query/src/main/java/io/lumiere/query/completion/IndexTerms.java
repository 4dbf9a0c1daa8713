package io.lumiere.query.completion;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;

/**
 * The terms of one state of one index. Thread-safe.
 *
 * @param values of the same reader
 */
public record IndexTerms(IndexReader reader, FieldValues values) implements BegunTerms {
  @Override
  public Stream<FieldValues.Value> values(String field, String begun) throws IOException {
    return values.beginning(field, begun);
  }

  @Override
  public List<Map.Entry<String, Integer>> terms(List<String> fields, String begun)
      throws IOException {
    return TermCompletions.commonest(fields, field -> of(field, begun));
  }

  /** Terms of one field that begin so, in their order, each with how many documents have it. */
  public Map<String, Integer> of(String field, String begun) throws IOException {
    return TermCompletions.of(reader, field, FieldValues.fold(begun));
  }
}
