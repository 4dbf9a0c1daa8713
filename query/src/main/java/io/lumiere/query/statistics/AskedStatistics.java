package io.lumiere.query.statistics;

import io.lumiere.query.statistics.StatisticsSums.Kind;
import io.lumiere.schema.Language;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermStatistics;

/**
 * Answers for one directory and writes down what was asked, so that the answers of several
 * directories can be added up. It says that there are all languages: which stems are asked for must
 * not depend on what is in one directory. Not thread-safe.
 */
public final class AskedStatistics implements IndexStatistics {
  private final IndexStatistics own;
  private final Map<String, Long> counts = new TreeMap<>();

  /** Asks a directory. */
  public AskedStatistics(IndexStatistics own) {
    this.own = own;
  }

  @Override
  public long documents() throws IOException {
    return own.documents();
  }

  @Override
  public long documents(Term term) throws IOException {
    long documents = own.documents(term);
    counts.put(StatisticsSums.key(Kind.DOCUMENTS, term), documents);
    return documents;
  }

  @Override
  public long documents(Query query) throws IOException {
    long documents = own.documents(query);
    counts.put(StatisticsSums.key(Kind.QUERY, query), documents);
    return documents;
  }

  @Override
  public boolean finds(Query query) throws IOException {
    boolean finds = own.finds(query);
    counts.merge(StatisticsSums.key(Kind.QUERY, query), finds ? 1L : 0L, Math::max);
    return finds;
  }

  @Override
  public Set<Language> languages() {
    return EnumSet.allOf(Language.class);
  }

  @Override
  public TermStatistics of(Term term, TermStatistics own) {
    counts.put(StatisticsSums.key(Kind.TERM_DOCUMENTS, term), own.docFreq());
    counts.put(StatisticsSums.key(Kind.TERM_PLACES, term), own.totalTermFreq());
    return own;
  }

  @Override
  public CollectionStatistics of(CollectionStatistics own) {
    counts.put(StatisticsSums.key(Kind.FIELD_NUMBERS, own.field()), own.maxDoc());
    counts.put(StatisticsSums.key(Kind.FIELD_DOCUMENTS, own.field()), own.docCount());
    counts.put(StatisticsSums.key(Kind.FIELD_LENGTHS, own.field()), own.sumTotalTermFreq());
    counts.put(StatisticsSums.key(Kind.FIELD_TERMS, own.field()), own.sumDocFreq());
    return own;
  }

  /** What was asked so far, and the directory's answers. */
  public StatisticsSums answers() throws IOException {
    return new StatisticsSums(own.documents(), own.languages(), counts);
  }
}
