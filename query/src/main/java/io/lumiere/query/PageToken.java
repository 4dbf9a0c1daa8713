package io.lumiere.query;

import org.apache.lucene.search.ScoreDoc;

/**
 * Where a page ends; {@link SearchRequest.Builder#after} takes it. Good for as long as the index
 * stays as it is.
 */
public final class PageToken {
  private final long readerVersion;
  private final int rank;
  private final ScoreDoc last;

  PageToken(long readerVersion, int rank, ScoreDoc last) {
    this.readerVersion = readerVersion;
    this.rank = rank;
    this.last = last;
  }

  long readerVersion() {
    return readerVersion;
  }

  int rank() {
    return rank;
  }

  ScoreDoc last() {
    return last;
  }
}
