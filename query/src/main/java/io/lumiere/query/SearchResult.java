package io.lumiere.query;

import io.lumiere.query.facet.FacetCounts;
import io.lumiere.query.facet.Histogram;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.spelling.Suggestion;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits. Immutable.
 *
 * @param hits best first, or as the request sorts; where it groups, the hits of the page's first
 *     group, of its second, and so on
 * @param total how many photos matched, near duplicates that are hidden among them; all pages
 *     together hold the others. It is as many as the window where there is neither a filter nor a
 *     minimum score nor a cut-off, since everything looks a little like anything
 * @param next where the next page begins; null on the last page
 * @param coverage how many photos the model that searched has vectors of: others are found by their
 *     words and dates only; null where no model took part
 * @param facets all hits counted by what the request asked for, in that order; near duplicates that
 *     are hidden count. A search by score that is narrowed to a value is cut off again, so it may
 *     find a few more or fewer photos than were counted
 * @param histogram all hits counted over time; null where the request did not ask for it
 * @param groups how many groups all hits are in; 0 where the request does not group
 * @param cutoff what the request's cut-off did; null where none was made
 * @param likely where the likely matches end: what the automatic cut-off does or would do, see
 *     {@link Hit#belowCut}; null where nothing ranks, or it was not {@linkplain
 *     SearchRequestBuilder#likely asked for}
 * @param suggestions words that were likely meant instead of those that no photo has; the hits are
 *     those of the search as it was written
 * @param notes what is to be known of how the search was read, a sentence each, such as that a path
 *     was found only in another case
 * @param missing what of the photos could not be searched, a sentence; null where all were
 * @param took how long the search took, encoding the text included
 */
public record SearchResult(
    List<Hit> hits,
    int total,
    @Nullable PageToken next,
    @Nullable Coverage coverage,
    List<FacetCounts> facets,
    @Nullable Histogram histogram,
    int groups,
    @Nullable CutoffReport cutoff,
    @Nullable CutoffReport likely,
    List<Suggestion> suggestions,
    List<String> notes,
    @Nullable String missing,
    Duration took) {
  public SearchResult {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
    suggestions = List.copyOf(suggestions);
    notes = List.copyOf(notes);
  }
}
