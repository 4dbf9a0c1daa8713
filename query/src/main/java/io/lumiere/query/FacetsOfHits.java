package io.lumiere.query;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.FacetChoice;
import io.lumiere.query.facet.FacetCounts;
import io.lumiere.query.facet.FacetSearch;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Counts the hits of a request by facets. A facet of which values are chosen counts the hits that
 * there would be without that choice ("drill sideways"): otherwise it would have nothing but the
 * values that were chosen, and no others could be added. What is sought is ranked within other
 * filters then, so that is a search of its own. Not thread-safe.
 */
final class FacetsOfHits {
  private final PreparedSearch prepared;
  private final SearchRequest request;
  private final FacetSearch wanted;

  FacetsOfHits(PreparedSearch prepared) {
    this.prepared = prepared;
    this.request = prepared.request();
    this.wanted = request.view().counted();
  }

  /**
   * The counts.
   *
   * @param index what to call the index in messages
   */
  FacetSearch.Counted counted(String index) throws IOException {
    if (wanted.isEmpty()) {
      return new FacetSearch.Counted(0, List.of(), null);
    }
    List<IndexedModel> models = IndexStats.models(prepared.searcher(), index);
    List<Facet> plain =
        wanted.facets().stream().filter(facet -> request.choiceOf(facet) == null).toList();
    FacetSearch.Counted counted =
        wanted.with(plain).count(prepared.searcher(), prepared.run(), models);
    Map<Facet, FacetCounts> counts = new HashMap<>();
    counted.facets().forEach(count -> counts.put(count.facet(), count));
    List<FacetCounts> inOrder = new ArrayList<>();
    for (Facet facet : wanted.facets()) {
      FacetChoice choice = request.choiceOf(facet);
      inOrder.add(
          choice == null
              ? Objects.requireNonNull(counts.get(facet))
              : sideways(facet, choice, models));
    }
    return new FacetSearch.Counted(counted.hits(), inOrder, counted.histogram());
  }

  private FacetCounts sideways(Facet facet, FacetChoice choice, List<IndexedModel> models)
      throws IOException {
    FacetSearch alone = wanted.of(facet, choice);
    PreparedSearch without = prepared.of(request.countedWithout(choice, alone));
    return alone.count(without.searcher(), without.run(), models).facets().getFirst();
  }
}
