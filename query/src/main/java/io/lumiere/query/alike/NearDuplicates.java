package io.lumiere.query.alike;

import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.Scale;
import io.lumiere.query.internal.lucene.DocSetQuery;
import io.lumiere.query.internal.lucene.KeywordOrds;
import io.lumiere.schema.Fields;
import io.lumiere.schema.PhotoVectors;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds the near duplicates of one hit among the others: files with the same bytes, photos of the
 * same burst, and photos whose vectors' cosine reaches a bound. Not thread-safe.
 */
final class NearDuplicates {
  /**
   * Up to so many hits are all compared, which takes a fraction of a millisecond; among more the
   * field's graph is asked, which in principle may miss one.
   */
  private static final int EXACT_LIMIT = 5_000;

  /** More than are alike as a rule: a search that gives fewer has found all. */
  private static final int FIRST_LOOK = 32;

  private final IndexSearcher searcher;
  private final DocSetQuery hits;
  private final String vectorField;
  private final float cosine;
  private final HitSorter sorter;

  /**
   * Near duplicates among the hits of a query.
   *
   * @param vectorField whose vectors are compared; documents may lack it
   * @param cosine the least, -1 to 1
   */
  NearDuplicates(
      IndexSearcher searcher, Query query, String vectorField, float cosine, HitSorter sorter)
      throws IOException {
    this.searcher = searcher;
    this.hits = DocSetQuery.matching(searcher, query);
    this.vectorField = vectorField;
    this.cosine = cosine;
    this.sorter = sorter;
  }

  /** A hit and its near duplicates, in the order of the hits. */
  int[] with(int doc) throws IOException {
    BooleanQuery.Builder alike =
        new BooleanQuery.Builder()
            .add(DocSetQuery.of(searcher.getIndexReader(), doc), Occur.SHOULD);
    addSameValue(alike, Fields.CONTENT_HASH, doc);
    addSameValue(alike, Fields.BURST, doc);
    float[] vector = PhotoVectors.read(searcher.getIndexReader(), doc, vectorField);
    if (vector != null) {
      alike.add(near(vector), Occur.SHOULD);
    }
    return sorter.sorted(alike.build());
  }

  private void addSameValue(BooleanQuery.Builder alike, String field, int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    KeywordOrds values = new KeywordOrds(leaf.reader(), field);
    int ord = values.ord(doc - leaf.docBase);
    if (ord != KeywordOrds.NONE) {
      alike.add(new TermQuery(new Term(field, values.term(ord))), Occur.SHOULD);
    }
  }

  private Query near(float[] vector) throws IOException {
    for (int most = FIRST_LOOK; ; most = Math.multiplyExact(most, 4)) {
      Query found =
          searcher.rewrite(
              new HybridQuery.Builder()
                  .vector(vectorField, vector, 1, Scale.COSINE)
                  .filter(hits)
                  .minSimilarity(cosine)
                  .window(most)
                  // What is alike is near enough to be found by a short walk.
                  .candidates(most)
                  .exactLimit(hits.size() <= EXACT_LIMIT ? Integer.MAX_VALUE : 0)
                  .build());
      if (searcher.count(found) < most || most >= hits.size()) {
        return found;
      }
    }
  }
}
