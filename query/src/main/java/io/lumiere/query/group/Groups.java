package io.lumiere.query.group;

import io.lumiere.query.internal.lucene.DocSetQuery;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.Weight;

/**
 * The groups of a search's hits, each known by its <em>head</em>: its best hit under the search's
 * sort. Groups stand in the order of their heads. To page through them, search for the heads alone:
 * any sort, and {@code searchAfter}, work as without groups.
 *
 * <p>Memory is a few numbers for each hit. Not thread-safe.
 */
public final class Groups {
  private final IndexSearcher searcher;
  private final GroupKeys keys;
  private final DocSetQuery heads;
  private final Map<Integer, Integer> photosOfHead = new HashMap<>();

  private Groups(IndexSearcher searcher, GroupKeys keys, Slots slots) {
    this.searcher = searcher;
    this.keys = keys;
    int[] docs = slots.heads();
    int[] counts = slots.counts();
    this.heads = DocSetQuery.of(searcher.getIndexReader(), docs);
    for (int i = 0; i < docs.length; i++) {
      if (counts[i] > 1) {
        photosOfHead.put(docs[i], counts[i]);
      }
    }
  }

  /**
   * Groups the hits of a query.
   *
   * @param sort the order of hits; hits that are equal in it keep the index's order
   */
  public static Groups of(IndexSearcher searcher, Query query, Sort sort, GroupBy by)
      throws IOException {
    Query rewritten = searcher.rewrite(query);
    GroupKeys keys =
        switch (by) {
          case DAY, MONTH, YEAR -> DateKeys.of(by);
          case BURST -> new BurstKeys(searcher);
          case PLACE -> new PlaceKeys();
        };
    Slots slots = new Slots(keys, sort.rewrite(searcher), searcher.count(rewritten));
    ScoreMode mode = sort.needsScores() ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    Weight weight = searcher.createWeight(rewritten, mode, 1);
    // One after the other: a searcher with many threads would leave the order open.
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      BulkScorer scorer = weight.bulkScorer(leaf);
      if (scorer != null) {
        scorer.score(
            slots.leaf(leaf), leaf.reader().getLiveDocs(), 0, DocIdSetIterator.NO_MORE_DOCS);
      }
    }
    return new Groups(searcher, keys, slots);
  }

  /** How many groups there are. */
  public int count() {
    return heads.size();
  }

  /** Matches each group's head, in this very reader. */
  public Query heads() {
    return heads;
  }

  /**
   * The group of one of the {@link #heads}.
   *
   * @param head the document's number in the index
   */
  public Group groupOf(int head) throws IOException {
    return keys.group(key(head), head, photosOf(head));
  }

  /** What makes the group of one of the {@link #heads} the same elsewhere. */
  public GroupCode codeOf(int head) throws IOException {
    return keys.code(key(head), head);
  }

  /** How many hits are in the group of one of the {@link #heads}. */
  public int photosOf(int head) {
    return photosOfHead.getOrDefault(head, 1);
  }

  /** Whether one of the {@link #heads} is a photo that no other can be in a group with. */
  public boolean isAlone(int head) throws IOException {
    return key(head) == GroupNumbers.ALONE;
  }

  private long key(int head) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(head, leaves));
    return keys.leaf(leaf).key(head - leaf.docBase);
  }
}
