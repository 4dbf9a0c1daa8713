package io.lumiere.query;

import io.lumiere.query.facet.FacetSearch;
import io.lumiere.query.highlight.Highlighter;
import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.query.internal.lucene.PathGlobQuery;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Makes the result of a search: a page of hits, and counts of all of them. */
final class ResultSearch {
  private final PreparedSearch prepared;
  private final SearchRequest request;
  private final IndexSearcher searcher;

  ResultSearch(PreparedSearch prepared) {
    this.prepared = prepared;
    this.request = prepared.request();
    this.searcher = prepared.searcher();
  }

  /**
   * The result.
   *
   * @param index what to call the index in messages
   * @param coverage how many photos have a vector
   * @param isWord whether a word is known, even if no photo has it
   * @param started when the search began, by {@link System#nanoTime}
   */
  SearchResult result(String index, Coverage coverage, Predicate<String> isWord, long started)
      throws IOException {
    Page page = new PageSearch(prepared).page();
    FacetSearch.Counted counted = new FacetsOfHits(prepared).counted(index);
    @Nullable FusedQuery fused = prepared.fusedPage();
    return new SearchResult(
        highlighted(page.hits()),
        prepared.total(),
        page.next(),
        coverage,
        counted.facets(),
        counted.histogram(),
        page.groups(),
        fused == null ? null : fused.cutoff(),
        request.view().isCutMarked() ? prepared.likely() : null,
        RequestSpelling.suggest(prepared, isWord),
        notes(prepared),
        null,
        Duration.ofNanos(System.nanoTime() - started));
  }

  List<Hit> highlighted(List<Hit> hits) throws IOException {
    if (!request.view().isHighlighted() || hits.isEmpty()) {
      return hits;
    }
    Highlighter highlighter =
        new Highlighter(
            searcher,
            hits.stream().collect(Collectors.toMap(Hit::doc, Hit::photo)),
            prepared.rankingQueries(),
            prepared.filter());
    List<Hit> highlighted = new ArrayList<>();
    for (Hit hit : hits) {
      highlighted.add(hit.withHighlights(highlighter.of(hit.doc())));
    }
    return highlighted;
  }

  /** Notes on how the request was read, one sentence each. */
  static List<String> notes(PreparedSearch prepared) throws IOException {
    return prepared.filter() == null
        ? List.of()
        : PathGlobQuery.folded(prepared.filter(), prepared.searcher()).stream()
            .map(glob ->
                "no path matches "
                    + glob
                    + " in this spelling of upper and lower case, so case was ignored")
            .toList();
  }
}
