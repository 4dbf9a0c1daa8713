package io.lumiere.query;

import io.lumiere.query.alike.Collapse;
import io.lumiere.query.alike.Diversity;
import io.lumiere.query.alike.NearDuplicates;
import io.lumiere.query.group.Group;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.group.Groups;
import io.lumiere.schema.IndexedModel;
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
  private final int limit;
  private final @Nullable PageToken after;
  private final Arrangement arrangement;
  private final HitReader reader;

  PageSearch(PreparedSearch prepared) throws IOException {
    this.searcher = prepared.searcher();
    this.request = prepared.request();
    this.query = prepared.page();
    this.model = prepared.model();
    this.calibration = prepared.calibration();
    this.order = request.paging().order();
    this.limit = request.paging().limit();
    this.after = request.paging().after();
    this.arrangement = request.view().arrangement();
    this.reader = new HitReader(prepared);
  }

  /** Gets the page. */
  Page page() throws IOException {
    return arrangement.groupBy() == null ? plain() : grouped(arrangement.groupBy());
  }

  private Page plain() throws IOException {
    ShownHits shown = shown(query, arrangement.lambda() == null ? sorted() : diverse());
    // One hit more than asked for shows whether there is a next page.
    List<FieldDoc> docs = shown.first(limit + 1);
    List<Hit> hits = new ArrayList<>();
    for (FieldDoc doc : docs.subList(0, Math.min(docs.size(), limit))) {
      hits.add(reader.read(doc, null, shown.hiddenBehind(doc)));
    }
    return new Page(hits, next(docs, hits, hits), 0);
  }

  private Page grouped(GroupBy by) throws IOException {
    Groups groups = Groups.of(searcher, query, order.sort(), by);
    Query headQuery = SortedHits.within(query, groups.heads());
    List<FieldDoc> heads =
        new SortedHits(searcher, headQuery, order.sort(), after()).next(limit + 1);
    List<Hit> hits = new ArrayList<>();
    List<Hit> firsts = new ArrayList<>();
    for (FieldDoc head : heads.subList(0, Math.min(heads.size(), limit))) {
      List<Hit> inGroup = hitsOf(groups.groupOf(head.doc), head);
      firsts.add(inGroup.getFirst());
      hits.addAll(inGroup);
    }
    return new Page(hits, next(heads, firsts, hits), groups.count());
  }

  /** A group's first hits; near duplicates are collapsed within the group. */
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
    float alike = arrangement.alike(calibration);
    return new ShownHits(
        hits, new Collapse(new NearDuplicates(searcher, of, model.field(), alike, hits)));
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
    if (after != null) {
      after();
      hits.startAfter(StoredVectors.findDoc(searcher, after.id()), after.rank());
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
    if (docs.size() <= limit || ends.isEmpty()) {
      return null;
    }
    return PageToken.at(request, model, docs.get(limit - 1), ends.getLast(), hits.getLast().rank());
  }

  private @Nullable FieldDoc after() throws IOException {
    return after == null ? null : after(after);
  }

  private FieldDoc after(PageToken token) throws IOException {
    order.require(token);
    token.requireModel(request, model);
    long key = order.by() == SearchRequest.Sort.RELEVANCE ? scoreNow(token) : token.key();
    return order.after(token, key, searcher.getIndexReader().maxDoc());
  }

  /** The current score of the photo that ended the page before, or its score then if it is gone. */
  private long scoreNow(PageToken token) throws IOException {
    int doc = StoredVectors.findDoc(searcher, token.id());
    Explanation now = doc == StoredVectors.NONE ? null : searcher.explain(query, doc);
    return now != null && now.isMatch()
        ? Float.floatToRawIntBits(now.getValue().floatValue())
        : token.key();
  }
}
