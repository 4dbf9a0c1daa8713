package io.lumiere.query.facet;

import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/** The models that one segment's photos have vectors of. */
final class ModelsLeaf implements ValueSource.Leaf<List<String>> {
  private final List<IndexedModel> models;
  private final @Nullable DocIndexIterator[] vectors;

  ModelsLeaf(LeafReader reader, List<IndexedModel> models) throws IOException {
    this.models = models;
    this.vectors = new DocIndexIterator[models.size()];
    for (int i = 0; i < vectors.length; i++) {
      FloatVectorValues values = reader.getFloatVectorValues(models.get(i).field());
      vectors[i] = values == null ? null : values.iterator();
    }
  }

  @Override
  public void count(int doc, LongCounts counts) throws IOException {
    boolean hasAny = false;
    for (int i = 0; i < vectors.length; i++) {
      if (has(vectors[i], doc)) {
        counts.add(i);
        hasAny = true;
      }
    }
    if (!hasAny) {
      counts.add(vectors.length);
    }
  }

  @Override
  public List<String> value(long key) {
    return key == models.size() ? List.of() : List.of(models.get((int) key).exactName());
  }

  private static boolean has(@Nullable DocIndexIterator vectors, int doc) throws IOException {
    if (vectors == null) {
      return false;
    }
    int at = vectors.docID() < doc ? vectors.advance(doc) : vectors.docID();
    return at == doc;
  }
}
