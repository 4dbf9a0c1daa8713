package io.lumiere.query.hybrid;

import org.apache.lucene.search.ScoreDoc;

/**
 * Documents of one index with their scores, best first, equal ones by number. Nobody writes to it
 * once it is made.
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

  int size() {
    return docs.length;
  }
}
