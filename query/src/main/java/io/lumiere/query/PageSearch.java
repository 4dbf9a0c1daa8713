package io.lumiere.query;

import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.LegShare;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.PhotoDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** Gets one page of hits from one state of the index. Not thread-safe. */
final class PageSearch {
  private final IndexSearcher searcher;
  private final SearchRequest request;
  private final Query query;
  private final float @Nullable [] vector;
  private final IndexedModel model;
  private final HitOrder order;

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
    this.order = HitOrder.of(request);
  }

  /** One hit more than asked for, if there is one: that tells whether there is a next page. */
  ScoreDoc[] docs() throws IOException {
    FieldDoc after = request.after == null ? null : after(request.after);
    return searcher.searchAfter(after, query, request.limit + 1, order.sort(), true).scoreDocs;
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
    if (docs.length <= request.limit || hits.isEmpty()) {
      return null;
    }
    Hit last = hits.getLast();
    return new PageToken(
        order,
        last.rank(),
        order.key((FieldDoc) docs[hits.size() - 1]),
        modelKey(),
        last.photo().id(),
        last.photo().file().path());
  }

  private FieldDoc after(PageToken token) throws IOException {
    order.require(token);
    if (token.model() != modelKey()) {
      throw new IllegalArgumentException(
          "the page token is of a search by another model than " + model.exactName());
    }
    long key = order.by() == SearchRequest.Sort.RELEVANCE ? scoreNow(token) : token.key();
    return order.after(token, key, searcher.getIndexReader().maxDoc());
  }

  /** The score of the photo that ended the page before, or what it was if it is gone. */
  private long scoreNow(PageToken token) throws IOException {
    int doc = StoredVectors.findDoc(searcher, token.id());
    Explanation now = doc == StoredVectors.NONE ? null : searcher.explain(query, doc);
    return now != null && now.isMatch()
        ? Float.floatToRawIntBits(now.getValue().floatValue())
        : token.key();
  }

  /** Tells models apart; 0 where hits do not depend on the model. */
  private long modelKey() {
    return request.isRanked()
        ? Long.parseUnsignedLong(model.model().contentHash().substring(0, 16), 16)
        : 0;
  }

  private List<LegShare> shares(int doc) {
    return request.isRanked() ? HybridQuery.shares(query, doc) : List.of();
  }

  private @Nullable Float similarity(int doc) throws IOException {
    float[] photo = vector == null ? null : StoredVectors.read(searcher, doc, model.field());
    return vector == null || photo == null ? null : VectorUtil.dotProduct(vector, photo);
  }
}
