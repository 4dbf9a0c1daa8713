package io.lumiere.query.facet;

import java.util.Set;
import org.apache.lucene.search.Query;

/**
 * Values of one facet that hits are narrowed to: those that have any of them. The counts of the
 * facet itself leave its choice out, so that further values can be chosen. Immutable.
 *
 * @param facet its name
 * @param texts the values, each as {@link FacetValue#text} says it
 * @param query the photos with any of them
 */
public record FacetChoice(String facet, Set<String> texts, Query query) {
  /** The most values of one facet. */
  public static final int MOST = 200;

  public FacetChoice {
    texts = Set.copyOf(texts);
    if (texts.isEmpty() || texts.size() > MOST) {
      throw new IllegalArgumentException(
          texts.size() + " values are chosen of facet " + facet + ", not 1 to " + MOST);
    }
  }
}
