package io.lumiere.query.facet;

import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;

/** The models that one segment's photos have vectors of. */
final class ModelsLeaf implements ValueSource.Leaf<List<String>> {
  private final List<IndexedModel> models;
  private final DocIdSetIterator[] vectors;

  /** The names of models; empty where a photo has no vector. */
  record Source(List<IndexedModel> models) implements ValueSource<List<String>> {
    @Override
    public Leaf<List<String>> open(LeafReader reader) throws IOException {
      return new ModelsLeaf(reader, models);
    }
  }

  private ModelsLeaf(LeafReader reader, List<IndexedModel> models) throws IOException {
    this.models = models;
    this.vectors = new DocIdSetIterator[models.size()];
    for (int i = 0; i < vectors.length; i++) {
      FloatVectorValues values = reader.getFloatVectorValues(models.get(i).field());
      vectors[i] = values == null ? DocIdSetIterator.empty() : values.iterator();
    }
  }

  @Override
  public void count(int[] docs, int size, LongCounts counts) throws IOException {
    boolean[] hasAny = new boolean[size];
    for (int model = 0; model < vectors.length; model++) {
      counts.add(model, mark(vectors[model], docs, hasAny));
    }
    int without = 0;
    for (boolean has : hasAny) {
      without += has ? 0 : 1;
    }
    counts.add(vectors.length, without);
  }

  /** Marks the photos that have a vector, and counts them. */
  private static int mark(DocIdSetIterator vectors, int[] docs, boolean[] hasAny)
      throws IOException {
    int marked = 0;
    int at = vectors.docID();
    for (int i = 0; i < hasAny.length; i++) {
      if (at < docs[i]) {
        at = vectors.advance(docs[i]);
      }
      if (at == docs[i]) {
        hasAny[i] = true;
        marked++;
      }
    }
    return marked;
  }

  @Override
  public List<String> value(long key) {
    return key == models.size() ? List.of() : List.of(models.get((int) key).exactName());
  }
}
