package io.lumiere.query;

import io.lumiere.query.ShardResult.ShardHit;
import io.lumiere.query.facet.FacetSearch;
import io.lumiere.query.facet.SharedCounts;
import io.lumiere.query.hybrid.FusedScores;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Makes a directory's part of the result of a search in several. */
final class ShardResultSearch {
  private final PreparedSearch prepared;
  private final SearchRequest request;
  private final IndexSearcher searcher;
  private final List<IndexedModel> models;

  /**
   * A search.
   *
   * @param models all that the photos have vectors of
   */
  ShardResultSearch(PreparedSearch prepared, List<IndexedModel> models) {
    this.prepared = prepared;
    this.request = prepared.request();
    this.searcher = prepared.searcher();
    this.models = models;
  }

  /**
   * The part.
   *
   * @param scores as {@link ShardResult#scores}
   * @param most hits that it has
   */
  ShardResult result(@Nullable FusedScores scores, int most) throws IOException {
    FacetSearch counted = request.view().counted();
    Coverage coverage = Coverage.of(searcher, prepared.model());
    return new ShardResult(
        hits(docs(most)),
        searcher.count(prepared.run()),
        scores,
        counted.isEmpty() ? null : SharedCounts.of(counted, searcher, prepared.run(), models),
        coverage.photos(),
        coverage.withVector(),
        ResultSearch.notes(prepared));
  }

  /** A part that has nothing but these hits. */
  ShardResult of(List<FieldDoc> docs) throws IOException {
    return new ShardResult(hits(docs), 0, null, null, 0, 0, List.of());
  }

  /** Where the page begins; null at the first hit. */
  @Nullable FieldDoc after() {
    PageToken token = request.paging().after();
    HitOrder order = request.paging().order();
    if (token == null) {
      return null;
    }
    order.require(token);
    return order.after(token, token.key(), searcher.getIndexReader().maxDoc());
  }

  /** One more than the page has shows whether there is a next one. */
  private List<FieldDoc> docs(int most) throws IOException {
    Paging paging = request.paging();
    return new SortedHits(searcher, prepared.run(), paging.order().sort(), after())
        .next(Math.min(most, paging.limit() + 1));
  }

  private List<ShardHit> hits(List<FieldDoc> docs) throws IOException {
    HitReader reader = new HitReader(prepared);
    StoredFields stored = searcher.storedFields();
    List<Document> photos = new ArrayList<>();
    List<Hit> read = new ArrayList<>();
    for (FieldDoc doc : docs) {
      Document photo = HitReader.facts(stored, doc.doc);
      photos.add(photo);
      read.add(reader.of(doc, photo));
    }
    List<Hit> hits = new ResultSearch(prepared).highlighted(read);
    List<ShardHit> withKeys = new ArrayList<>();
    for (int i = 0; i < docs.size(); i++) {
      Hit hit = hits.get(i);
      withKeys.add(
          new ShardHit(
              docs.get(i).fields,
              hit.score(),
              hit.similarity(),
              photos.get(i),
              hit.legs(),
              hit.highlights()));
    }
    return withKeys;
  }
}
