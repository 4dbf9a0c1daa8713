package io.lumiere.query;

import io.lumiere.base.LumiereException;
import org.apache.lucene.search.IndexSearcher;

/** What a search is told that makes more clauses than Lucene takes. Thread-safe. */
public final class TooManyWords {
  private TooManyWords() {}

  /** Lucene's refusal, as a search says it. */
  public static LumiereException said(IndexSearcher.TooManyClauses refusal) {
    return new LumiereException(
        "the search has too many words: it may make "
            + IndexSearcher.getMaxClauseCount()
            + " clauses, and a word that photos must have makes one or more for each field of"
            + " words; leave some out",
        refusal);
  }
}
