package io.lumiere.query.facet;

import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a facet counts. A value is a path from the widest to the narrowest: country, region, town.
 * Most paths have one part; an empty one stands for no value. Thread-safe.
 */
interface FacetField extends ValueSource<List<String>> {
  /** What a photo has that has no value. */
  List<String> NONE = List.of();

  /** The photos with a value, or with one that begins so. */
  Narrowing narrow(List<String> path);

  /** How many parts a path has at most. */
  default int depth() {
    return 1;
  }

  /** The order of values that have one of their own; null where the commonest come first. */
  default @Nullable Comparator<String> order() {
    return null;
  }

  /**
   * Keeps the photos of a value.
   *
   * @param text in the language of searches; null where it cannot say it
   * @param query as Lucene says it
   */
  record Narrowing(@Nullable String text, Query query) {}
}
