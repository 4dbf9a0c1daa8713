package io.lumiere.query.order;

import io.lumiere.query.internal.lucene.KeywordOrds;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;

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

  /**
   * As {@link #of}, for a field of which nearly all values differ: the terms are gone through, and
   * documents looked up for those alone that several have.
   */
  static int[] ofRarelyShared(IndexReader reader, String field, int[] docs) throws IOException {
    int[] ofDoc = new int[reader.maxDoc()];
    Arrays.fill(ofDoc, NONE);
    Terms terms = MultiTerms.getTerms(reader, field);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    PostingsEnum postings = null;
    for (int number = 0; each.next() != null; number++) {
      if (each.docFreq() > 1) {
        postings = each.postings(postings, PostingsEnum.NONE);
        while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          ofDoc[postings.docID()] = number;
        }
      }
    }
    int[] shared = new int[docs.length];
    Arrays.setAll(shared, i -> ofDoc[docs[i]]);
    return shared;
  }
}
