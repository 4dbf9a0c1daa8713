package io.lumiere.exchange;

import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.store.OpenIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** The photos of a directory, leaf by leaf in the order of documents. For one thread. */
final class DirectoryPhotos implements ExportedPhotos {
  private final Path path;
  private final OpenIndex index;
  private final Query query;

  DirectoryPhotos(Path path, ExportOptions options) {
    this.path = path;
    this.index = OpenIndex.at(path);
    this.query = query(options);
  }

  private static Query query(ExportOptions options) {
    BooleanQuery.Builder photos =
        new BooleanQuery.Builder().add(new FieldExistsQuery(Fields.ID), Occur.FILTER);
    if (options.filter() != null) {
      photos.add(options.filter(), Occur.FILTER);
    }
    return options.failures()
        ? new BooleanQuery.Builder()
            .add(photos.build(), Occur.SHOULD)
            .add(new FieldExistsQuery(Fields.FAILURE_PATH), Occur.SHOULD)
            .build()
        : photos.build();
  }

  private DirectoryReader reader() {
    return index.reader();
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public Map<String, String> userData() throws IOException {
    return reader().getIndexCommit().getUserData();
  }

  @Override
  public long count() throws IOException {
    return new IndexSearcher(reader()).count(query);
  }

  @Override
  public boolean visit(Set<String> fields, List<IndexedModel> models, Visitor each)
      throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader());
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : reader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null && !visit(leaf, scorer.iterator(), fields, models, each)) {
        return false;
      }
    }
    return true;
  }

  private boolean visit(
      LeafReaderContext leaf,
      DocIdSetIterator docs,
      Set<String> fields,
      List<IndexedModel> models,
      Visitor each)
      throws IOException {
    List<LeafVectors> vectors = new ArrayList<>();
    for (IndexedModel model : models) {
      vectors.add(new LeafVectors(leaf, model.field()));
    }
    Bits live = leaf.reader().getLiveDocs();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (live == null || live.get(doc)) {
        Map<String, float[]> found = new HashMap<>();
        for (LeafVectors of : vectors) {
          of.addTo(found, doc);
        }
        if (!each.take(reader().storedFields().document(leaf.docBase + doc, fields), found)) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public void close() {
    index.close();
  }

  /** The vectors of a field in a leaf, asked for in the order of documents. */
  private static final class LeafVectors {
    private final String field;
    private final FloatVectorValues values;
    private final DocIndexIterator having;

    LeafVectors(LeafReaderContext leaf, String field) throws IOException {
      this.field = field;
      FloatVectorValues found = leaf.reader().getFloatVectorValues(field);
      this.values = found == null ? FloatVectorValues.fromFloats(List.of(), 1) : found;
      this.having = values.iterator();
    }

    void addTo(Map<String, float[]> vectors, int doc) throws IOException {
      if (having.docID() < doc) {
        having.advance(doc);
      }
      if (having.docID() == doc) {
        vectors.put(field, values.vectorValue(having.index()));
      }
    }
  }
}
