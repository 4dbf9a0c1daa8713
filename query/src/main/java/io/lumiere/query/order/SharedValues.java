package io.lumiere.query.order;

import io.lumiere.query.internal.lucene.KeywordOrds;
import io.lumiere.query.internal.lucene.LeafDocs;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;

/** Numbers for the values of a keyword field that several photos may share. */
final class SharedValues {
  /** The number of a document that shares nothing. */
  static final int NONE = -1;

  private SharedValues() {}

  /**
   * The number of each document's value, for a field of which few documents have one.
   *
   * @param docs in any order
   */
  static int[] of(IndexReader reader, String field, int[] docs) throws IOException {
    Map<String, Integer> numbers = new HashMap<>();
    int[] shared = new int[docs.length];
    LeafDocs.visit(
        reader,
        docs,
        leaf -> {
          KeywordOrds ords = new KeywordOrds(leaf.reader(), field);
          int[] known = new int[ords.size()];
          Arrays.fill(known, NONE);
          return (index, doc) -> {
            int ord = ords.ord(doc);
            if (ord != KeywordOrds.NONE && known[ord] == NONE) {
              known[ord] = numbers.computeIfAbsent(ords.term(ord), term -> numbers.size());
            }
            shared[index] = ord == KeywordOrds.NONE ? NONE : known[ord];
          };
        });
    return shared;
  }
}
