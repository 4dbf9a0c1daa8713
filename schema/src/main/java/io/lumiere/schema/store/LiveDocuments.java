package io.lumiere.schema.store;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** Finds documents that are not deleted. Thread-safe. */
public final class LiveDocuments {
  private LiveDocuments() {}

  /** The number of a document that has the term, good for this reader; empty if none has it. */
  public static OptionalInt find(DirectoryReader reader, Term term) throws IOException {
    int[] found = {-1};
    visit(
        reader,
        term,
        document -> {
          found[0] = document;
          return false;
        });
    return found[0] < 0 ? OptionalInt.empty() : OptionalInt.of(found[0]);
  }

  /**
   * Shows the documents that have the term, as long as {@code next} says true.
   *
   * @param next gets a document's number, good for this reader
   */
  public static void visit(DirectoryReader reader, Term term, IntPredicate next)
      throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int document = postings.docID();
        if ((live == null || live.get(document)) && !next.test(leaf.docBase + document)) {
          return;
        }
      }
    }
  }
}
