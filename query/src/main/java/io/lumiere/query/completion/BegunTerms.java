package io.lumiere.query.completion;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Terms of photos by how they begin, wherever the photos are. Case and accents do not matter.
 * Implementations say whether threads may share them.
 */
public interface BegunTerms {
  /**
   * Values of a keyword field of which a word begins so: first those whose first word does, the
   * commonest of them first.
   */
  Stream<FieldValues.Value> values(String field, String begun) throws IOException;

  /**
   * Terms of fields that begin so, the commonest first, each with about how many documents have it
   * in one of the fields.
   */
  List<Map.Entry<String, Integer>> terms(List<String> fields, String begun) throws IOException;
}
