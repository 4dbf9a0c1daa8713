package io.lumiere.schema;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.jspecify.annotations.Nullable;

/**
 * Reads photos' vectors back from an index: Lucene does not keep them with the stored fields.
 * Thread-safe.
 */
public final class PhotoVectors {
  private PhotoVectors() {}

  /**
   * A document's vector in one field.
   *
   * @param doc the document's number in {@code reader}
   * @return a new array with the very numbers that were indexed; null where the document has none
   */
  public static float @Nullable [] read(IndexReader reader, int doc, String field)
      throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
    if (values == null) {
      return null;
    }
    DocIndexIterator iterator = values.iterator();
    return iterator.advance(doc - leaf.docBase) == doc - leaf.docBase
        ? values.vectorValue(iterator.index()).clone()
        : null;
  }

  /** A document's vectors of these models, by field; models of which it has none are left out. */
  public static Map<String, float[]> readAll(IndexReader reader, int doc, List<IndexedModel> models)
      throws IOException {
    Map<String, float[]> vectors = new TreeMap<>();
    for (IndexedModel model : models) {
      float[] vector = read(reader, doc, model.field());
      if (vector != null) {
        vectors.put(model.field(), vector);
      }
    }
    return vectors;
  }
}
