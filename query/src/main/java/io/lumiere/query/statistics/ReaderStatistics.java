package io.lumiere.query.statistics;

import io.lumiere.schema.Fields;
import io.lumiere.schema.Language;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.Bits;

/** The statistics of one state of one directory. Thread-safe. */
public final class ReaderStatistics implements IndexStatistics {
  private final IndexReader reader;

  /** Reads a directory. */
  public ReaderStatistics(IndexReader reader) {
    this.reader = reader;
  }

  @Override
  public long documents() {
    return reader.numDocs();
  }

  @Override
  public long documents(Term term) throws IOException {
    long documents = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      documents +=
          leaf.reader().hasDeletions() ? live(leaf.reader(), term) : leaf.reader().docFreq(term);
    }
    return documents;
  }

  private static int live(LeafReader leaf, Term term) throws IOException {
    PostingsEnum postings = leaf.postings(term, PostingsEnum.NONE);
    return postings == null ? 0 : live(leaf, postings, Integer.MAX_VALUE);
  }

  /** How many are not deleted, up to as many as are wanted. */
  private static int live(LeafReader leaf, PostingsEnum postings, int most) throws IOException {
    Bits live = leaf.getLiveDocs();
    int count = 0;
    while (count < most && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      count += live == null || live.get(postings.docID()) ? 1 : 0;
    }
    return count;
  }

  @Override
  public long documents(Query query) throws IOException {
    return new IndexSearcher(reader).count(query);
  }

  @Override
  public boolean finds(Query query) throws IOException {
    return new IndexSearcher(reader).search(new ConstantScoreQuery(query), 1).scoreDocs.length > 0;
  }

  @Override
  public Set<Language> languages() throws IOException {
    Set<Language> languages = EnumSet.noneOf(Language.class);
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms codes = leaf.reader().terms(Fields.LANGUAGE);
      TermsEnum each = codes == null ? TermsEnum.EMPTY : codes.iterator();
      while (each.next() != null) {
        if (live(leaf.reader(), each.postings(null, PostingsEnum.NONE), 1) > 0) {
          Language.find(each.term().utf8ToString()).ifPresent(languages::add);
        }
      }
    }
    return languages;
  }
}
