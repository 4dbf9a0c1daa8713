package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Where in documents the legs of words and the filter match. The queries are made ready when they
 * are first asked for, which most searches never do. Thread-safe.
 */
final class LegMatches {
  private final IndexSearcher searcher;
  private final List<Query> queries;
  private @Nullable List<Weight> weights;

  LegMatches(IndexSearcher searcher, List<Query> queries) {
    this.searcher = searcher;
    this.queries = queries;
  }

  /** The matches of a document that was found, be it by its vector alone. */
  Matches in(LeafReaderContext context, int doc) throws IOException {
    List<Matches> found = new ArrayList<>();
    // The vector leg.
    found.add(MatchesUtils.MATCH_WITH_NO_TERMS);
    for (Weight weight : weights()) {
      Matches matches = weight.matches(context, doc);
      if (matches != null) {
        found.add(matches);
      }
    }
    return MatchesUtils.fromSubMatches(found);
  }

  private synchronized List<Weight> weights() throws IOException {
    if (weights == null) {
      List<Weight> made = new ArrayList<>();
      for (Query query : queries) {
        made.add(searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1));
      }
      weights = made;
    }
    return weights;
  }
}
