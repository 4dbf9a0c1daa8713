package io.lumiere.query;

import io.lumiere.query.alike.AlikeGroups;
import io.lumiere.query.alike.Diversity;
import io.lumiere.query.event.ArchiveEvents;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.query.order.AlikeVectors;
import io.lumiere.query.order.Copies;
import io.lumiere.query.order.DocSorter;
import io.lumiere.query.order.FoundDocs;
import io.lumiere.query.order.HiddenDocs;
import io.lumiere.query.order.InCommon;
import io.lumiere.query.order.Stacking;
import io.lumiere.query.order.Stacks;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Finds all hits of a request in their order. Not thread-safe. */
final class OrderSearch {
  private final PreparedSearch prepared;
  private final SearchRequest request;
  private final IndexSearcher searcher;
  private final Arrangement arrangement;

  /** The near duplicates behind each hit; null where they are not stacked. */
  private @Nullable HiddenDocs hidden;

  OrderSearch(PreparedSearch prepared) {
    this.prepared = prepared;
    this.request = prepared.request();
    this.searcher = prepared.searcher();
    this.arrangement = request.view().arrangement();
    if (arrangement.groupBy() != null) {
      throw new IllegalArgumentException(
          "an order of all hits has no groups: leave them out, and ask for its sections");
    }
  }

  /**
   * The order. It keeps the searcher's reader open.
   *
   * @param index what to call the index in messages
   * @param isWord whether a word is known, even if no photo has it
   * @param events those of the archive
   * @param copies photos with the same bytes, looked for where near duplicates are stacked
   * @param alike what looks alike in the archive
   */
  ResultOrder order(
      String index,
      Predicate<String> isWord,
      PerReader<ArchiveEvents> events,
      PerReader<Copies> copies,
      AlikeInBackground alike)
      throws IOException {
    FoundDocs hits = stacked(sorted(), copies, alike);
    CutoffReport likely = prepared.likely();
    FusedQuery fused = prepared.fused();
    IndexReader reader = searcher.getIndexReader();
    ResultOrder.Summary summary =
        new ResultOrder.Summary(
            request.order(),
            fused == null ? null : fused.cutoff(),
            likely,
            fused == null ? null : fused.scoreCounts(),
            RequestSpelling.suggest(prepared, isWord),
            ResultSearch.notes(prepared),
            null);
    // The searcher is in use, so its reader is open.
    reader.incRef();
    return new ResultOrder(
        new IndexedHits(reader, index, events),
        RefreshingSearcher.version(searcher),
        hits,
        hidden,
        summary);
  }

  private FoundDocs sorted() throws IOException {
    if (arrangement.lambda() != null) {
      return diverse(arrangement.lambda());
    }
    FoundDocs found = FoundDocs.of(searcher, prepared.run(), request.isRanked());
    return found.at(
        DocSorter.order(
            searcher.getIndexReader(),
            found.docs(),
            request.paging().order().levels(found.scores())));
  }

  private FoundDocs diverse(double lambda) throws IOException {
    DiverseHits hits =
        new DiverseHits(
            searcher,
            prepared.run(),
            request.paging().order().sort(),
            new Diversity(lambda, prepared.calibration().image()),
            prepared.model().field());
    List<FieldDoc> all = hits.next(Integer.MAX_VALUE - searcher.getIndexReader().maxDoc());
    int[] docs = new int[all.size()];
    float[] scores = new float[all.size()];
    for (int i = 0; i < docs.length; i++) {
      docs[i] = all.get(i).doc;
      scores[i] = all.get(i).score;
    }
    return new FoundDocs(docs, scores);
  }

  private FoundDocs stacked(FoundDocs hits, PerReader<Copies> copies, AlikeInBackground alike)
      throws IOException {
    if (!arrangement.collapses()) {
      return hits;
    }
    IndexReader reader = searcher.getIndexReader();
    float cosine = arrangement.alike(prepared.calibration());
    InCommon common = InCommon.of(reader, hits.docs(), copies.of(reader));
    Stacking stacking = Stacking.ALL;
    Stacks stacks;
    if (hits.docs().length <= Stacks.COMPARED) {
      stacks =
          Stacks.compared(
              common, AlikeVectors.of(reader, hits.docs(), prepared.model().field(), cosine));
    } else {
      boolean isTooLarge = reader.numDocs() > AlikeGroups.MOST_PHOTOS;
      AlikeGroups groups = isTooLarge ? null : alike.of(reader, cosine);
      if (groups == null) {
        stacking = isTooLarge ? Stacking.COPIES : Stacking.PENDING;
      }
      stacks =
          Stacks.grouped(
              common, groups == null ? null : Arrays.stream(hits.docs()).map(groups::of).toArray());
    }
    hidden = HiddenDocs.of(stacks, hits, stacking);
    return hits.at(stacks.shown());
  }
}
