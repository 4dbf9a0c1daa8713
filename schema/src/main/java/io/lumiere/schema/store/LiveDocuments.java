package io.lumiere.schema.store;

import java.io.IOException;
import java.util.OptionalInt;
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
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(postings.docID())) {
          return OptionalInt.of(leaf.docBase + postings.docID());
        }
      }
    }
    return OptionalInt.empty();
  }
}
