package io.lumiere.query;

import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
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
  static float @Nullable [] read(IndexSearcher searcher, int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    FloatVectorValues values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
    if (values == null) {
      return null;
    }
    DocIndexIterator iterator = values.iterator();
    return iterator.advance(doc - leaf.docBase) == doc - leaf.docBase
        ? values.vectorValue(iterator.index()).clone()
        : null;
  }
}
