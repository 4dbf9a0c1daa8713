package io.lumiere.query.hybrid;

import io.lumiere.query.internal.lucene.LeafDocs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.FieldDoc;

/**
 * The best of the hits that are in memory. Lucene's search for them would look up for each hit what
 * equal ones are ordered by; here, only the best are asked. Immutable and thread-safe.
 *
 * @param ties the field of numbers that hits with equal scores are ordered by
 */
record BestHits(FusedHits hits, String ties) {
  private static final Comparator<FieldDoc> BEST_FIRST =
      Comparator.<FieldDoc>comparingDouble(hit -> -hit.score)
          .thenComparingLong(hit -> (Long) hit.fields[1])
          .thenComparingInt(hit -> hit.doc);

  /** The first of them, with their scores and numbers as keys. */
  List<FieldDoc> first(IndexReader reader, int most) throws IOException {
    int[] docs = candidates(most);
    long[] numbers = numbers(reader, docs);
    List<FieldDoc> best = new ArrayList<>();
    for (int i = 0; i < docs.length; i++) {
      float score = hits.scores()[hits.indexFrom(docs[i])];
      best.add(new FieldDoc(docs[i], score, new Object[] {score, numbers[i]}));
    }
    best.sort(BEST_FIRST);
    return best.subList(0, Math.min(most, best.size()));
  }

  /** All that score no less than the last of the best, in the order of their numbers. */
  private int[] candidates(int most) {
    float[] scores = hits.scores();
    float least = most < scores.length ? least(scores, most) : Float.NEGATIVE_INFINITY;
    int[] docs = new int[scores.length];
    int size = 0;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] >= least) {
        docs[size++] = hits.docs()[i];
      }
    }
    return Arrays.copyOf(docs, size);
  }

  private static float least(float[] scores, int most) {
    BestDocs best = new BestDocs(most);
    for (int i = 0; i < scores.length; i++) {
      best.add(i, scores[i]);
    }
    Ranked ranked = best.ranked();
    return ranked.scores()[most - 1];
  }

  /** As Lucene sorts: documents without a number have 0. */
  private long[] numbers(IndexReader reader, int[] docs) throws IOException {
    long[] numbers = new long[docs.length];
    LeafDocs.visit(
        reader,
        docs,
        leaf -> {
          NumericDocValues values = DocValues.getNumeric(leaf.reader(), ties);
          return (place, doc) -> {
            if (values.advanceExact(doc)) {
              numbers[place] = values.longValue();
            }
          };
        });
    return numbers;
  }
}
