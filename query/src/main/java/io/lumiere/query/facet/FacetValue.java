package io.lumiere.query.facet;

import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A value of a facet. Immutable.
 *
 * @param label as it is shown
 * @param count how many of the hits have it, at least 1
 * @param text keeps just the photos that have it, in the language of searches, such as {@code
 *     year:2021} or {@code camera="Pixel 6"}; null where the language cannot say it
 * @param query the same for Lucene; like any query of a caller's it may be given to {@link
 *     io.lumiere.query.SearchRequestBuilder#filter}
 * @param within what the hits that have it are counted by further, such as a country's regions;
 *     null where there is nothing narrower
 */
public record FacetValue(
    String label, int count, @Nullable String text, Query query, @Nullable FacetCounts within) {}
