package io.lumiere.query;

import io.lumiere.schema.Fields;
import io.lumiere.schema.PhotoVectors;
import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/** Finds photos and reads their vectors back from an index. */
final class StoredVectors {
  /** Where no document is. */
  static final int NONE = -1;

  private StoredVectors() {}

  /**
   * The number of the photo with this id or, failing that, this path; {@link #NONE} if none has.
   */
  static int findDoc(IndexSearcher searcher, String idOrPath) throws IOException {
    for (String field : new String[] {Fields.ID, Fields.PATH}) {
      TopDocs found = searcher.search(new TermQuery(new Term(field, idOrPath)), 1);
      if (found.scoreDocs.length > 0) {
        return found.scoreDocs[0].doc;
      }
    }
    return NONE;
  }

  /** The vector of a document; null where it has none. */
  static float @Nullable [] read(IndexSearcher searcher, int doc, String field) throws IOException {
    return PhotoVectors.read(searcher.getIndexReader(), doc, field);
  }
}
