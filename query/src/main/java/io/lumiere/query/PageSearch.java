package io.lumiere.query;

import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.LegShare;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.PhotoDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** Gets one page of hits from one state of the index. Not thread-safe. */
final class PageSearch {
  private final IndexSearcher searcher;
  private final SearchRequest request;
  private final Query query;
  private final float @Nullable [] vector;
  private final IndexedModel model;

  /**
   * A search.
   *
   * @param query the request's, rewritten by {@code searcher}
   * @param vector what the request looks for; null where it has words or filters only
   * @param model whose vectors are compared
   */
  PageSearch(
      IndexSearcher searcher,
      SearchRequest request,
      Query query,
      float @Nullable [] vector,
      IndexedModel model) {
    this.searcher = searcher;
    this.request = request;
    this.query = query;
    this.vector = vector;
    this.model = model;
  }

  /** The order of hits: a request with filters only has no best. */
  SearchRequest.Sort order() {
    return request.sort == SearchRequest.Sort.RELEVANCE && !request.isRanked()
        ? SearchRequest.Sort.NEWEST
        : request.sort;
  }

  /** One hit more than asked for, if there is one: that tells whether there is a next page. */
  ScoreDoc[] docs() throws IOException {
    int most = request.limit + 1;
    ScoreDoc after = request.after == null ? null : after(request.after);
    TopDocs top =
        order() == SearchRequest.Sort.RELEVANCE
            ? searcher.searchAfter(after, query, most)
            : searcher.searchAfter((FieldDoc) after, query, most, sort(order()), true);
    return top.scoreDocs;
  }

  List<Hit> hits(ScoreDoc[] docs) throws IOException {
    StoredFields stored = searcher.storedFields();
    int rank = request.after == null ? 0 : request.after.rank();
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < Math.min(docs.length, request.limit); i++) {
      int doc = docs[i].doc;
      hits.add(
          new Hit(
              ++rank,
              docs[i].score,
              similarity(doc),
              PhotoDocuments.fromDocument(stored.document(doc)),
              shares(doc),
              doc));
    }
    return hits;
  }

  /** Where the page ends; null where nothing follows. */
  @Nullable PageToken next(ScoreDoc[] docs, List<Hit> hits) {
    if (docs.length <= request.limit) {
      return null;
    }
    Hit last = hits.getLast();
    long key =
        docs[hits.size() - 1] instanceof FieldDoc sorted
            ? (Long) sorted.fields[0]
            : Float.floatToRawIntBits(last.score());
    return new PageToken(order(), last.rank(), key, modelKey(), last.photo().id());
  }

  private ScoreDoc after(PageToken token) throws IOException {
    if (token.sort() != order()) {
      throw new IllegalArgumentException(
          "the page token is of a search sorted by " + token.sort() + ", not by " + order());
    }
    if (token.model() != modelKey()) {
      throw new IllegalArgumentException(
          "the page token is of a search by another model than " + model.exactName());
    }
    int found = StoredVectors.findDoc(searcher, token.id());
    // If the photo is gone, the others that are as good as it are taken as seen.
    int doc = found == StoredVectors.NONE ? searcher.getIndexReader().maxDoc() - 1 : found;
    return order() == SearchRequest.Sort.RELEVANCE
        ? new ScoreDoc(doc, Float.intBitsToFloat((int) token.key()))
        : new FieldDoc(doc, Float.NaN, new Object[] {token.key(), doc});
  }

  /** Tells models apart; 0 where hits do not depend on the model. */
  private long modelKey() {
    return request.isRanked()
        ? Long.parseUnsignedLong(model.model().contentHash().substring(0, 16), 16)
        : 0;
  }

  private static Sort sort(SearchRequest.Sort order) {
    boolean oldestFirst = order == SearchRequest.Sort.OLDEST;
    SortField taken =
        new SortedNumericSortField(
            Fields.TAKEN,
            SortField.Type.LONG,
            !oldestFirst,
            SortedNumericSelector.Type.MIN,
            oldestFirst ? Long.MAX_VALUE : Long.MIN_VALUE);
    return new Sort(taken, SortField.FIELD_DOC);
  }

  private List<LegShare> shares(int doc) {
    return request.isRanked() ? HybridQuery.shares(query, doc) : List.of();
  }

  private @Nullable Float similarity(int doc) throws IOException {
    float[] photo = vector == null ? null : StoredVectors.read(searcher, doc, model.field());
    return vector == null || photo == null ? null : VectorUtil.dotProduct(vector, photo);
  }
}
