package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/**
 * Collects the documents to which a query gives one score, in the order of their numbers.
 * Thread-safe.
 *
 * @param score no document has a greater one that matters
 */
record SameScores(float score) implements CollectorManager<SameScores.InSegments, int[]> {
  @Override
  public InSegments newCollector() {
    return new InSegments(score);
  }

  @Override
  public int[] reduce(Collection<InSegments> parts) {
    int[] docs =
        parts.stream().flatMapToInt(part -> Arrays.stream(part.docs, 0, part.size)).toArray();
    Arrays.sort(docs);
    return docs;
  }

  /** Collects for one thread. */
  static final class InSegments extends SimpleCollector {
    private final float score;
    private int[] docs = new int[1024];
    private int size;
    private int docBase;
    private @Nullable Scorable scorer;

    InSegments(float score) {
      this.score = score;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) {
      docBase = context.docBase;
    }

    @Override
    public void setScorer(Scorable newScorer) throws IOException {
      scorer = newScorer;
      newScorer.setMinCompetitiveScore(score);
    }

    @Override
    public void collect(int doc) throws IOException {
      if (scorer != null && scorer.score() == score) {
        if (size == docs.length) {
          docs = Arrays.copyOf(docs, 2 * size);
        }
        docs[size++] = docBase + doc;
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.TOP_SCORES;
    }
  }
}
