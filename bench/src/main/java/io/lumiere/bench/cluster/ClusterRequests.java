package io.lumiere.bench.cluster;

import io.lumiere.bench.data.Dataset;
import io.lumiere.bench.program.Searches;
import io.lumiere.query.SearchRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The requests that are made, one after the other, those of {@code bench results}. No two that are
 * near each other are the same, so no node answers from what it remembers. Not thread-safe.
 */
final class ClusterRequests {
  /** Hits of a page. */
  private static final int HITS = 50;

  private final Searches searches;
  private int next;

  /** What is searched for. */
  enum Kind {
    VECTOR("vector", "text", "all"),
    WORDS("vector and words", "hybrid", "all"),
    FILTER("vector in one year", "text", "time-0.05");

    private final String title;
    private final String search;
    private final String filter;

    Kind(String title, String search, String filter) {
      this.title = title;
      this.search = search;
      this.filter = filter;
    }

    /** For people. */
    String title() {
      return title;
    }
  }

  ClusterRequests(Dataset data) throws IOException {
    this.searches = new Searches(data);
  }

  /** The next ones of a kind. */
  List<SearchRequest> next(Kind kind, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            unused -> searches.request(kind.search, next++ % Dataset.QUERIES, kind.filter, HITS, 0))
        .toList();
  }
}
