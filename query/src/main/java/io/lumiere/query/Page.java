package io.lumiere.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one page of a result shows.
 *
 * @param next where the next page begins; null on the last one
 * @param groups how many groups all hits are in; 0 where they are not grouped
 */
record Page(List<Hit> hits, @Nullable PageToken next, int groups) {}
