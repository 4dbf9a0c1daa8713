package io.lumiere.exchange;

import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Columns;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.exchange.internal.rows.RowDocuments;
import io.lumiere.exchange.internal.rows.RowSink;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** One export, leaf by leaf in the order of documents. For one thread, once. */
final class ExportRun {
  private final ExportSource source;
  private final RowSink sink;
  private final ExchangeTicker ticker;
  private final BooleanSupplier stopped;
  private long photos;
  private long failures;

  ExportRun(
      ExportSource source,
      RowSink sink,
      ExchangeProgress.Listener listener,
      BooleanSupplier stopped) {
    this.source = source;
    this.sink = sink;
    this.ticker = new ExchangeTicker(listener);
    this.stopped = stopped;
  }

  ExportReport run() throws IOException {
    IndexSearcher searcher = new IndexSearcher(source.reader());
    Query query = searcher.rewrite(source.query());
    long total = Math.max(1, searcher.count(query));
    Weight weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
    boolean whole = true;
    for (LeafReaderContext leaf : source.reader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      whole = whole && (scorer == null || write(leaf, scorer.iterator(), total));
    }
    ticker.last(photos + failures, 1);
    return new ExportReport(photos, failures, ticker.elapsed(), !whole);
  }

  /** Writes a leaf's rows; false if the run was stopped. */
  private boolean write(LeafReaderContext leaf, DocIdSetIterator docs, long total)
      throws IOException {
    List<LeafVectors> vectors = new ArrayList<>();
    for (IndexedModel model : source.models()) {
      vectors.add(new LeafVectors(leaf, model));
    }
    Bits live = leaf.reader().getLiveDocs();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (stopped.getAsBoolean()) {
        return false;
      }
      if (live == null || live.get(doc)) {
        write(leaf.docBase + doc, doc, vectors);
        ticker.tick(photos + failures, (double) (photos + failures) / total);
      }
    }
    return true;
  }

  private void write(int doc, int inLeaf, List<LeafVectors> vectors) throws IOException {
    Row row = source.row(doc);
    for (LeafVectors of : vectors) {
      of.addTo(row, inLeaf);
    }
    sink.write(row);
    if (RowDocuments.isFailure(row)) {
      failures++;
    } else {
      photos++;
    }
  }

  /** The vectors of a model in a leaf, asked for in the order of documents. */
  private static final class LeafVectors {
    private final Column model;
    private final Column vector;
    private final String name;
    private final FloatVectorValues values;
    private final DocIndexIterator having;

    LeafVectors(LeafReaderContext leaf, IndexedModel indexed) throws IOException {
      List<Column> columns = Columns.vector(indexed.field());
      this.model = columns.getFirst();
      this.vector = columns.getLast();
      this.name = ModelName.of(indexed.model()).toString();
      FloatVectorValues found = leaf.reader().getFloatVectorValues(indexed.field());
      this.values = found == null ? FloatVectorValues.fromFloats(List.of(), 1) : found;
      this.having = values.iterator();
    }

    void addTo(Row row, int doc) throws IOException {
      if (having.docID() < doc) {
        having.advance(doc);
      }
      if (having.docID() == doc) {
        row.put(model, name);
        row.put(vector, values.vectorValue(having.index()));
      }
    }
  }
}
