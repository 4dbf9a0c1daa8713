package io.lumiere.query.facet;

import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Taken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What to count over the hits of a query on a Lumiere directory. Immutable.
 *
 * @param facets what hits are counted by, in this order
 * @param limit how many values of each facet, and of each level of places, are wanted, 1 or more
 * @param histogram how long the buckets over time are; null where none are wanted
 * @param guesses whether years, months and the histogram count dates that are guesses ({@link
 *     Taken#isGuessed}) like others
 * @param containing only values whose labels contain this are wanted, whatever its case and
 *     accents, and those above and below them, such as a town's country; empty where all are
 * @param chosen values, by their {@link FacetValue#text}, that are returned with those above them,
 *     even where commoner ones fill the limit
 */
public record FacetSearch(
    List<Facet> facets,
    int limit,
    @Nullable HistogramUnit histogram,
    boolean guesses,
    String containing,
    Set<String> chosen) {
  /** How many values of a facet are returned by default. */
  public static final int DEFAULT_LIMIT = 10;

  /** Counts nothing. */
  public static final FacetSearch NOTHING =
      new FacetSearch(List.of(), DEFAULT_LIMIT, null, false, "", Set.of());

  public FacetSearch {
    facets = facets.stream().distinct().toList();
    chosen = Set.copyOf(chosen);
    if (limit < 1) {
      throw new IllegalArgumentException("facet limit is " + limit + ", not 1 or more");
    }
  }

  /** Counts by some facets, and returns the commonest values of each. */
  public static FacetSearch of(List<Facet> facets, int limit) {
    return new FacetSearch(facets, limit, null, false, "", Set.of());
  }

  /** Counts by these as well. */
  public FacetSearch and(Facet... more) {
    List<Facet> all = new ArrayList<>(facets);
    all.addAll(List.of(more));
    return with(all);
  }

  /** Sets how many values of each facet are returned, the commonest ones. */
  public FacetSearch limit(int values) {
    return new FacetSearch(facets, values, histogram, guesses, containing, chosen);
  }

  /** Counts over time, in buckets of this length. */
  public FacetSearch histogram(HistogramUnit unit) {
    return new FacetSearch(facets, limit, unit, guesses, containing, chosen);
  }

  /**
   * Whether dates that are guesses are counted like others. They are not unless this says so: a
   * folder that was copied would fill the year of the copy.
   */
  public FacetSearch guesses(boolean areCounted) {
    return new FacetSearch(facets, limit, histogram, areCounted, containing, chosen);
  }

  /** Returns only values whose labels contain a text, whatever its case and accents. */
  public FacetSearch containing(String text) {
    return new FacetSearch(facets, limit, histogram, guesses, text.strip(), chosen);
  }

  /** The same counted by other facets. */
  public FacetSearch with(List<Facet> others) {
    return new FacetSearch(others, limit, histogram, guesses, containing, chosen);
  }

  /** Only the facet of a choice, whose values are returned in any case. */
  public FacetSearch of(Facet facet, FacetChoice choice) {
    return new FacetSearch(List.of(facet), limit, null, guesses, containing, choice.texts());
  }

  /**
   * What was counted.
   *
   * @param hits how many hits there are
   * @param facets the counts of each facet
   * @param histogram the counts over time; null where none were wanted
   */
  public record Counted(int hits, List<FacetCounts> facets, @Nullable Histogram histogram) {
    public Counted {
      facets = List.copyOf(facets);
    }
  }

  /** Whether anything is counted at all. */
  public boolean isEmpty() {
    return facets.isEmpty() && histogram == null;
  }

  /**
   * Counts over all hits of a query. Deleted documents are never among them; the records of files
   * that could not be read are if the query finds them, and have no values.
   *
   * @param models the index's, as its commit says; {@link Facet#MODEL} counts them
   */
  public Counted count(IndexSearcher searcher, Query query, List<IndexedModel> models)
      throws IOException {
    return SharedCounts.of(this, searcher, query, models).counted(this, models);
  }

  /** What facets need to know of an index with these models. */
  FacetIndex index(List<IndexedModel> models, boolean hasGuesses) {
    return new FacetIndex(models, !guesses && hasGuesses);
  }
}
