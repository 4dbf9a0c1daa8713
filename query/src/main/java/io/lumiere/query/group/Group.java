package io.lumiere.query.group;

import org.apache.lucene.search.Query;

/**
 * One group of a search's hits. Immutable.
 *
 * @param key identifies it among the groups of its kind: {@code 2021-07-04}, {@code 2021-07} or
 *     {@code 2021}, the same after a {@code ~} for dates that are guesses, what the photos of a
 *     burst share, a lone photo's id, or a place's names from the country down, separated by {@code
 *     /}; {@link #NONE} for photos that lack what is grouped by
 * @param label what to call it before people
 * @param photos how many of the hits are in it
 * @param filter matches the photos of the group, in this index or a later state of it: searched for
 *     with the same request, it lists all of the group's hits
 */
public record Group(String key, String label, int photos, Query filter) {
  /** The key of the group of photos without a date or place. */
  public static final String NONE = "none";
}
