package io.lumiere.query.facet;

import java.util.List;

/**
 * The hits of a search counted by one facet, exactly.
 *
 * <p>Where a photo has at most one value, the counts of {@link #values}, {@link #other} and {@link
 * #missing} add up to all hits; keywords, kinds and models may add up to more.
 *
 * @param facet what they are counted by
 * @param values the commonest, as many as were asked for: commonest first, equally common ones in
 *     the order of their labels; years, months and ratings stand in their own order
 * @param distinct how many values the hits have altogether
 * @param other the sum of the counts of the values that are not among {@link #values}
 * @param missing how many hits have no value
 */
public record FacetCounts(
    Facet facet, List<FacetValue> values, int distinct, long other, int missing) {
  public FacetCounts {
    values = List.copyOf(values);
  }
}
