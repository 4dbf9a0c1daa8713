package io.lumiere.query.facet;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/** The models that one segment's photos have vectors of. */
final class ModelsLeaf implements ValueSource.Leaf<List<String>> {
  private final List<String> names;
  private final @Nullable DocIndexIterator[] vectors;

  /**
   * Reads a segment.
   *
   * @param names the models' names
   * @param fields their fields, in the same order
   */
  ModelsLeaf(LeafReader reader, List<String> names, List<String> fields) throws IOException {
    this.names = names;
    this.vectors = new DocIndexIterator[fields.size()];
    for (int i = 0; i < vectors.length; i++) {
      FloatVectorValues values = reader.getFloatVectorValues(fields.get(i));
      vectors[i] = values == null ? null : values.iterator();
    }
  }

  @Override
  public void count(int doc, LongCounts counts) throws IOException {
    boolean any = false;
    for (int i = 0; i < vectors.length; i++) {
      if (has(vectors[i], doc)) {
        counts.add(i);
        any = true;
      }
    }
    if (!any) {
      counts.add(vectors.length);
    }
  }

  private static boolean has(@Nullable DocIndexIterator vectors, int doc) throws IOException {
    if (vectors == null) {
      return false;
    }
    int at = vectors.docID() < doc ? vectors.advance(doc) : vectors.docID();
    return at == doc;
  }

  @Override
  public List<String> value(long key) {
    return key == names.size() ? FacetField.NONE : List.of(names.get((int) key));
  }
}
