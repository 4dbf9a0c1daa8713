package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents whose vectors are nearest, in all segments of an index. {@link NearestEffort}
 * decides once for all of them whether every document that passes the filter is compared, or the
 * graphs are walked through. Scores are Lucene's. Not thread-safe; it uses the searcher's threads.
 */
final class NearestSearch {
  // ACORN-style filtered search lost recall here (.56 to .80); a threshold of 0 leaves it off.
  private static final KnnSearchStrategy PLAIN_HNSW = new KnnSearchStrategy.Hnsw(0);

  private final IndexSearcher searcher;
  private final String field;
  private final float[] vector;
  private final int window;
  private final NearestEffort effort;

  /** A search for at most {@code window} documents. */
  NearestSearch(
      IndexSearcher searcher, String field, float[] vector, int window, NearestEffort effort) {
    this.searcher = searcher;
    this.field = field;
    this.vector = vector;
    this.window = window;
    this.effort = effort;
  }

  /** The nearest documents of those that pass a filter. */
  Ranked within(@Nullable Query filter) throws IOException {
    List<AcceptedLeaf> leaves = AcceptedLeaf.of(searcher, filter, field);
    int candidates = effort.candidates(window);
    long passing = 0;
    long kept = 0;
    for (AcceptedLeaf leaf : leaves) {
      passing += leaf.count();
      kept += share(candidates, leaf);
    }
    return effort.comparesAll(passing, searcher.getIndexReader().maxDoc(), kept)
        ? merged(leaves, each(leaves, this::compared))
        : walked(leaves, candidates);
  }

  /** What is done with one segment. */
  private interface LeafWork {
    Ranked of(AcceptedLeaf leaf) throws IOException;
  }

  private List<Ranked> each(List<AcceptedLeaf> leaves, LeafWork work) throws IOException {
    return searcher
        .getTaskExecutor()
        .invokeAll(leaves.stream().map(leaf -> task(leaf, work)).toList());
  }

  private static Callable<Ranked> task(AcceptedLeaf leaf, LeafWork work) {
    return () -> work.of(leaf);
  }

  private Ranked merged(List<AcceptedLeaf> leaves, List<Ranked> found) {
    BestDocs best = new BestDocs(window);
    for (int i = 0; i < leaves.size(); i++) {
      best.addAll(found.get(i), leaves.get(i).context().docBase);
    }
    return best.ranked();
  }

  private Ranked compared(AcceptedLeaf leaf) throws IOException {
    BestDocs best = new BestDocs(window);
    // Where vectors are kept in a short form, too, this compares those that were indexed.
    VectorScorer scorer = leaf.vectors(field).rescorer(vector);
    VectorScorer.Bulk bulk = scorer.bulk(leaf.docs().iterator());
    DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
    do {
      bulk.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, buffer);
      for (int i = 0; i < buffer.size; i++) {
        best.add(buffer.docs[i], buffer.features[i]);
      }
    } while (buffer.size > 0);
    return best.ranked();
  }

  /**
   * A segment whose candidates are all among the nearest of the index may have more of them: it is
   * walked through again, and keeps as many as could be.
   */
  private Ranked walked(List<AcceptedLeaf> leaves, int candidates) throws IOException {
    List<Ranked> found =
        new ArrayList<>(each(leaves, leaf -> walked(leaf, share(candidates, leaf))));
    Ranked nearest = merged(leaves, found);
    float least = nearest.size() == 0 ? 0 : nearest.scores()[nearest.size() - 1];
    List<Integer> unfinished = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      Ranked ranked = found.get(i);
      int share = share(candidates, leaves.get(i));
      if (share < window && ranked.size() == share && ranked.scores()[share - 1] >= least) {
        unfinished.add(i);
      }
    }
    List<Ranked> again =
        each(unfinished.stream().map(leaves::get).toList(), leaf -> walked(leaf, candidates));
    for (int i = 0; i < again.size(); i++) {
      found.set(unfinished.get(i), again.get(i));
    }
    return again.isEmpty() ? nearest : merged(leaves, found);
  }

  private Ranked walked(AcceptedLeaf leaf, int candidates) throws IOException {
    if (leaf.count() <= candidates) {
      return compared(leaf);
    }
    // A walk that visits more documents than pass takes longer than comparing those.
    TopKnnCollector collector = new TopKnnCollector(candidates, leaf.count() + 1, PLAIN_HNSW);
    leaf.context().reader().searchNearestVectors(field, vector, collector, leaf.docs());
    if (collector.earlyTerminated()) {
      return compared(leaf);
    }
    TopDocs top = collector.topDocs();
    return top.scoreDocs.length < candidates ? compared(leaf) : Ranked.of(top.scoreDocs);
  }

  private int share(int candidates, AcceptedLeaf leaf) {
    double part = leaf.context().reader().maxDoc() / (double) searcher.getIndexReader().maxDoc();
    return NearestEffort.share(candidates, part);
  }
}
