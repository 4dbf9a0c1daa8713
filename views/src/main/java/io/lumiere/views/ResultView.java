package io.lumiere.views;

import io.lumiere.query.PageToken;
import io.lumiere.query.facet.FacetCounts;
import io.lumiere.query.facet.Histogram;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.spelling.Suggestion;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits as it is shown. Immutable.
 *
 * @param query the text that was searched for, where one run searches for many; null otherwise
 * @param hits in the order of the result
 * @param total how many photos matched on all pages
 * @param facets all hits counted by what was asked for
 * @param histogram all hits counted over time; null where that was not asked for
 * @param cutoff where the hits ended; null where nothing cut them off
 * @param next where the next page begins; null on the last page
 * @param suggestions words that were likely meant instead of those that no photo has
 * @param notes what is to be known of how the search was read, a sentence each
 * @param missing what of the photos could not be searched, a sentence; null where all were
 * @param took how long the search took
 */
public record ResultView(
    @Nullable String query,
    List<HitView> hits,
    int total,
    List<FacetCounts> facets,
    @Nullable Histogram histogram,
    @Nullable CutoffReport cutoff,
    @Nullable PageToken next,
    List<Suggestion> suggestions,
    List<String> notes,
    @Nullable String missing,
    Duration took) {
  public ResultView {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
    suggestions = List.copyOf(suggestions);
    notes = List.copyOf(notes);
  }

  /**
   * Where the likely matches end: the number of the first hit that comes after them, from 0; -1
   * where all are likely, or where they are mixed with others by another order than the score's.
   */
  public int likelyEnd() {
    int end = 0;
    while (end < hits.size() && !hits.get(end).belowCut()) {
      end++;
    }
    boolean isOrdered = hits.subList(end, hits.size()).stream().allMatch(HitView::belowCut);
    return isOrdered && end < hits.size() ? end : -1;
  }

  /** Whether a hit is the first of its group on this page; false where nothing is grouped. */
  public boolean beginsGroup(int hit) {
    String group = hits.get(hit).groupKey();
    return group != null && (hit == 0 || !group.equals(hits.get(hit - 1).groupKey()));
  }
}
