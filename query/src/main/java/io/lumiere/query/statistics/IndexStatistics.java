package io.lumiere.query.statistics;

import io.lumiere.schema.Language;
import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermStatistics;

/**
 * What searches by words ask of all documents that are searched, be they in one directory or in
 * several. Deleted documents do not count, so that nothing depends on when segments are merged.
 * Implementations say whether threads may share them.
 */
public interface IndexStatistics {
  /** How many documents there are. */
  long documents() throws IOException;

  /** How many documents have a term. */
  long documents(Term term) throws IOException;

  /** How many documents a query finds, such as words with a common beginning. */
  long documents(Query query) throws IOException;

  /** Whether a query finds any document. */
  boolean finds(Query query) throws IOException;

  /** The languages of captions. */
  Set<Language> languages() throws IOException;

  /**
   * What Lucene's scores know of a term. Deleted documents count here, as Lucene counts them.
   *
   * @param own of the directory that is searched
   */
  default TermStatistics of(Term term, TermStatistics own) {
    return own;
  }

  /**
   * What Lucene's scores know of a field, likewise.
   *
   * @param own of the directory that is searched
   */
  default CollectionStatistics of(CollectionStatistics own) {
    return own;
  }
}
