package io.lumiere.query;

import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** Reads vectors back from an index. */
final class StoredVectors {
  private StoredVectors() {}

  static Optional<float[]> find(IndexSearcher searcher, String path) throws IOException {
    TopDocs found = searcher.search(new TermQuery(new Term(Fields.PATH, path)), 1);
    if (found.scoreDocs.length == 0) {
      return Optional.empty();
    }
    int doc = found.scoreDocs[0].doc;
    LeafReaderContext leaf =
        searcher.getLeafContexts().get(ReaderUtil.subIndex(doc, searcher.getLeafContexts()));
    FloatVectorValues values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
    if (values == null) {
      return Optional.empty();
    }
    DocIndexIterator iterator = values.iterator();
    return iterator.advance(doc - leaf.docBase) == doc - leaf.docBase
        ? Optional.of(values.vectorValue(iterator.index()).clone())
        : Optional.empty();
  }
}
