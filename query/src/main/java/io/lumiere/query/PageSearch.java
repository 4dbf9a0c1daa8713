package io.lumiere.query;

import io.lumiere.query.alike.Collapse;
import io.lumiere.query.alike.Diversity;
import io.lumiere.query.group.Group;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.group.Groups;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Gets one page of hits from one state of the index. Not thread-safe. */
final class PageSearch {
  private final IndexSearcher searcher;
  private final SearchRequest request;
  private final Query query;
  private final IndexedModel model;
  private final Calibration calibration;
  private final HitOrder order;
  private final Arrangement arrangement;
  private final HitReader reader;

  /**
   * A search.
   *
   * @param query the request's, rewritten by {@code searcher}
   * @param vector what the request looks for; null where it has words or filters only
   * @param model whose vectors are compared
   * @param calibration what that model's cosines mean
   */
  PageSearch(
      IndexSearcher searcher,
      SearchRequest request,
      Query query,
      float @Nullable [] vector,
      IndexedModel model,
      Calibration calibration)
      throws IOException {
    this.searcher = searcher;
    this.request = request;
    this.query = query;
    this.model = model;
    this.calibration = calibration;
    this.order = HitOrder.of(request);
    this.arrangement = request.arrangement;
    this.reader = new HitReader(searcher, request, query, vector, model);
  }

  /** Gets the page. */
  Page page() throws IOException {
    return arrangement.groupBy() == null ? plain() : grouped(arrangement.groupBy());
  }

  private Page plain() throws IOException {
    ShownHits shown = shown(query, arrangement.lambda() == null ? sorted() : diverse());
    // One hit more than asked for tells whether there is a next page.
    List<FieldDoc> docs = shown.first(request.limit + 1);
    List<Hit> hits = new ArrayList<>();
    for (FieldDoc doc : docs.subList(0, Math.min(docs.size(), request.limit))) {
      hits.add(reader.read(doc, null, shown.hiddenBehind(doc)));
    }
    return new Page(hits, next(docs, hits, hits), 0);
  }

  private Page grouped(GroupBy by) throws IOException {
    Groups groups = Groups.of(searcher, query, order.sort(), by);
    Query headQuery = SortedHits.within(query, groups.heads());
    List<FieldDoc> heads =
        new SortedHits(searcher, headQuery, order.sort(), after()).next(request.limit + 1);
    List<Hit> hits = new ArrayList<>();
    List<Hit> firsts = new ArrayList<>();
    for (FieldDoc head : heads.subList(0, Math.min(heads.size(), request.limit))) {
      List<Hit> some = hitsOf(groups.groupOf(head.doc), head);
      firsts.add(some.getFirst());
      hits.addAll(some);
    }
    return new Page(hits, next(heads, firsts, hits), groups.count());
  }

  /** A group's first hits; near duplicates are looked for within the group. */
  private List<Hit> hitsOf(Group group, FieldDoc head) throws IOException {
    if (group.photos() == 1 || (arrangement.hitsPerGroup() == 1 && !arrangement.collapses())) {
      return List.of(reader.read(head, group, new int[0]));
    }
    Query inGroup = searcher.rewrite(SortedHits.within(query, group.filter()));
    ShownHits shown = shown(inGroup, new SortedHits(searcher, inGroup, order.sort(), null));
    List<Hit> hits = new ArrayList<>();
    for (FieldDoc doc : shown.first(arrangement.hitsPerGroup())) {
      hits.add(reader.read(doc, group, shown.hiddenBehind(doc)));
    }
    return hits;
  }

  private ShownHits shown(Query of, OrderedHits hits) throws IOException {
    if (!arrangement.collapses()) {
      return new ShownHits(hits, null);
    }
    float alike = arrangement.alike() == null ? calibration.alike() : arrangement.alike();
    return new ShownHits(hits, new Collapse(searcher, of, model.field(), alike, hits));
  }

  private OrderedHits sorted() throws IOException {
    return new SortedHits(searcher, query, order.sort(), after());
  }

  private OrderedHits diverse() throws IOException {
    double lambda = Objects.requireNonNull(arrangement.lambda());
    DiverseHits hits =
        new DiverseHits(
            searcher,
            query,
            order.sort(),
            new Diversity(lambda, calibration.image()),
            model.field());
    if (request.after != null) {
      after();
      PageToken token = request.after;
      hits.startAfter(StoredVectors.findDoc(searcher, token.id()), token.rank());
    }
    return hits;
  }

  /**
   * Where the page ends; null where nothing follows.
   *
   * @param docs what the page was made of, and one more if there is one
   * @param ends the hits of {@code docs}
   * @param hits all hits of the page
   */
  private @Nullable PageToken next(List<FieldDoc> docs, List<Hit> ends, List<Hit> hits) {
    if (docs.size() <= request.limit || ends.isEmpty()) {
      return null;
    }
    Photo last = ends.getLast().photo();
    return new PageToken(
        order,
        hits.getLast().rank(),
        order.key(docs.get(request.limit - 1)),
        last.taken() != null && last.taken().isGuessed(),
        modelKey(),
        last.id(),
        last.file().path());
  }

  private @Nullable FieldDoc after() throws IOException {
    return request.after == null ? null : after(request.after);
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
}
