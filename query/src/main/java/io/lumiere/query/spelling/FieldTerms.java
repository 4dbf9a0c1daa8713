package io.lumiere.query.spelling;

import io.lumiere.query.internal.lucene.KeywordWordsQuery;
import io.lumiere.query.internal.words.KeywordTerms;
import io.lumiere.query.internal.words.QueryWord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/** The words that a field of an index has. */
sealed interface FieldTerms {
  /** The most words, or keywords, of a segment that are looked at. */
  int MOST = 5_000;

  /** Documents that have a word. */
  Query having(String word);

  /** Whether a document has a word that was not deleted. */
  default boolean has(IndexSearcher searcher, String word) throws IOException {
    return searcher.search(new ConstantScoreQuery(having(word)), 1).scoreDocs.length > 0;
  }

  /** Adds similar words, each with about how many documents have it. */
  void near(IndexReader reader, CompiledAutomaton near, Map<String, Integer> to) throws IOException;

  /** A field whose terms are words. */
  record OfWords(String field) implements FieldTerms {
    @Override
    public Query having(String word) {
      return new TermQuery(new Term(field, word));
    }

    @Override
    public boolean has(IndexSearcher searcher, String word) throws IOException {
      IndexReader reader = searcher.getIndexReader();
      return reader.docFreq(new Term(field, word)) > 0
          && (!reader.hasDeletions() || FieldTerms.super.has(searcher, word));
    }

    @Override
    public void near(IndexReader reader, CompiledAutomaton near, Map<String, Integer> to)
        throws IOException {
      for (LeafReaderContext leaf : reader.leaves()) {
        Terms terms = leaf.reader().terms(field);
        if (terms != null) {
          TermsEnum each = near.getTermsEnum(terms);
          for (int i = 0; i < MOST && each.next() != null; i++) {
            to.merge(each.term().utf8ToString(), each.docFreq(), Integer::sum);
          }
        }
      }
    }
  }

  /** A field of few keywords, such as lenses, each of some words. */
  record OfKeywords(String field) implements FieldTerms {
    @Override
    public Query having(String word) {
      QueryWord wanted = new QueryWord(List.of(word), List.of(), false);
      return new KeywordWordsQuery(field, new KeywordTerms.HoldsAll(List.of(wanted)));
    }

    @Override
    public void near(IndexReader reader, CompiledAutomaton near, Map<String, Integer> to)
        throws IOException {
      for (LeafReaderContext leaf : reader.leaves()) {
        Terms terms = leaf.reader().terms(field);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        for (int i = 0; i < MOST && each.next() != null; i++) {
          for (String word : KeywordTerms.of(each.term().utf8ToString()).all()) {
            BytesRef bytes = new BytesRef(word);
            if (near.runAutomaton.run(bytes.bytes, bytes.offset, bytes.length)) {
              to.merge(word, each.docFreq(), Integer::sum);
            }
          }
        }
      }
    }
  }
}
