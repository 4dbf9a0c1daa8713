package io.lumiere.solr.plugin;

import io.lumiere.schema.Words;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/** {@link Words#analyzer} as a class that a schema of Solr can name. Thread-safe. */
public final class WordsAnalyzer extends DelegatingAnalyzerWrapper {
  private final Analyzer words = Words.analyzer();

  public WordsAnalyzer() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    return words;
  }
}
