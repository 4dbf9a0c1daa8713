package io.lumiere.query.alike;

import io.lumiere.query.internal.lucene.DocSetQuery;
import io.lumiere.query.internal.lucene.VectorScores;
import io.lumiere.schema.Fields;
import io.lumiere.schema.PhotoVectors;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SeededKnnVectorQuery;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Finds the near duplicates of one hit among the others: files with the same bytes, photos of the
 * same burst, and photos whose vectors' cosine reaches a bound. Not thread-safe.
 */
public final class NearDuplicates implements AlikeHits {
  /**
   * Up to so many hits are all compared, which takes a fraction of a millisecond; among more the
   * field's graph is asked, which in principle may miss one.
   */
  private static final int EXACT_LIMIT = 5_000;

  private static final int NOWHERE = -1;

  /** So many photos the graph is asked for first, whatever the filters are. */
  private static final int FIRST_LOOK = 32;

  /**
   * The next look is so many times as large, to this size; then all hits are compared after all.
   */
  private static final int LARGER = 8;

  private static final int LAST_LOOK = 2_048;

  /**
   * A look has found all if no more than this part of what it found is alike: photos that are much
   * alike have few links to each other, so a look that just reaches beyond them may have missed
   * some.
   */
  private static final double TRUSTED = 0.25;

  private final IndexSearcher searcher;
  private final IndexReader reader;
  private final DocSetQuery hits;
  private final String vectorField;
  private final float cosine;
  private final HitSorter sorter;

  /**
   * Near duplicates among the hits of a query.
   *
   * @param vectorField whose vectors are compared; documents may lack it
   * @param cosine the least, -1 to 1
   */
  public NearDuplicates(
      IndexSearcher searcher, Query query, String vectorField, float cosine, HitSorter sorter)
      throws IOException {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
    this.hits = DocSetQuery.matching(searcher, query);
    this.vectorField = vectorField;
    this.cosine = cosine;
    this.sorter = sorter;
  }

  @Override
  public int[] with(int doc) throws IOException {
    Set<Integer> alike = new TreeSet<>(List.of(doc));
    add(alike, AlikeTraits.of(reader, doc, vectorField), doc);
    int[] docs = alike.stream().mapToInt(Integer::intValue).toArray();
    return docs.length == 1 ? docs : sorter.sorted(DocSetQuery.of(reader, docs));
  }

  /** The hits that are near duplicates of a photo of any directory, in no order. */
  public int[] of(AlikeTraits photo) throws IOException {
    Set<Integer> alike = new TreeSet<>();
    add(alike, photo, NOWHERE);
    return alike.stream().mapToInt(Integer::intValue).toArray();
  }

  private void add(Set<Integer> alike, AlikeTraits photo, int doc) throws IOException {
    addSameValue(alike, Fields.CONTENT_HASH, photo.contentHash());
    addSameValue(alike, Fields.BURST, photo.burst());
    float[] vector = photo.vector();
    if (vector != null && !(hits.size() > EXACT_LIMIT && addFromGraph(alike, doc, vector))) {
      addCompared(alike, vector);
    }
  }

  private void addSameValue(Set<Integer> alike, String field, @Nullable String value)
      throws IOException {
    if (value == null) {
      return;
    }
    Term term = new Term(field, value);
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum same = leaf.reader().postings(term, PostingsEnum.NONE);
      while (same != null && same.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        addHit(alike, leaf.docBase + same.docID());
      }
    }
  }

  /** Whether all were found: otherwise there may be more. */
  private boolean addFromGraph(Set<Integer> alike, int doc, float[] vector) throws IOException {
    for (int look = FIRST_LOOK; look <= LAST_LOOK; look *= LARGER) {
      int found = 0;
      for (ScoreDoc near : nearest(doc, vector, look)) {
        // Compared once more: what the graph compares may be a short form of the vectors.
        float[] other = PhotoVectors.read(reader, near.doc, vectorField);
        if (other != null && VectorUtil.dotProduct(vector, other) >= cosine) {
          found++;
          addHit(alike, near.doc);
        }
      }
      if (found <= TRUSTED * look) {
        return true;
      }
    }
    return false;
  }

  private void addHit(Set<Integer> alike, int doc) {
    LeafReaderContext leaf = leafOf(doc);
    FixedBitSet bits = hits.in(leaf);
    if (bits != null && bits.get(doc - leaf.docBase)) {
      alike.add(doc);
    }
  }

  /** The search begins at the photo itself, if it is here: it is among those looked for. */
  private ScoreDoc[] nearest(int doc, float[] vector, int most) throws IOException {
    KnnFloatVectorQuery plain = new KnnFloatVectorQuery(vectorField, vector, most);
    Query nearest =
        doc == NOWHERE
            ? plain
            : SeededKnnVectorQuery.fromFloatQuery(plain, DocSetQuery.of(reader, doc));
    return searcher.search(nearest, most).scoreDocs;
  }

  private void addCompared(Set<Integer> alike, float[] vector) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      FixedBitSet bits = hits.in(leaf);
      FloatVectorValues values = leaf.reader().getFloatVectorValues(vectorField);
      if (values != null && bits != null) {
        VectorScores.each(
            values,
            vector,
            new BitSetIterator(bits, hits.size()),
            (docs, scores, size) -> {
              for (int i = 0; i < size; i++) {
                if (isAlike(scores[i])) {
                  alike.add(leaf.docBase + docs[i]);
                }
              }
            });
      }
    }
  }

  /**
   * Whether a score, which Lucene makes of a cosine so that it is not below 0, reaches the bound.
   */
  private boolean isAlike(float score) {
    return 2 * score - 1 >= cosine;
  }

  private LeafReaderContext leafOf(int doc) {
    return reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
  }
}
