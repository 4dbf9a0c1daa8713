package io.lumiere.query.hybrid;

import java.util.Arrays;
import org.apache.lucene.search.ScoreDoc;

/**
 * Documents of one index with their scores, best first. Nobody writes to it once it is made.
 *
 * @param docs their numbers
 * @param scores one for each
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on at once, never compared.
record Ranked(int[] docs, float[] scores) {
  static final Ranked NONE = new Ranked(new int[0], new float[0]);

  static Ranked of(ScoreDoc[] hits) {
    int[] docs = new int[hits.length];
    float[] scores = new float[hits.length];
    for (int i = 0; i < hits.length; i++) {
      docs[i] = hits[i].doc;
      scores[i] = hits[i].score;
    }
    return new Ranked(docs, scores);
  }

  /** The first of them. */
  Ranked first(int most) {
    return most >= docs.length
        ? this
        : new Ranked(Arrays.copyOf(docs, most), Arrays.copyOf(scores, most));
  }

  int size() {
    return docs.length;
  }
}
