package io.lumiere.query;

import io.lumiere.query.facet.FacetSearch;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.Fusion;
import io.lumiere.query.language.Interpretation;
import io.lumiere.query.language.Kept;
import io.lumiere.query.language.ParsedQuery;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to search for. Made by {@link #builder}; immutable. A request with neither a text nor a
 * vector nor a leg of the caller's finds what its filters let through, newest first.
 */
public final class SearchRequest {
  /** The most hits that one page holds. */
  public static final int MAX_LIMIT = 10_000;

  /** How far a search moves away from what is not wanted, where nothing else is said. */
  public static final float DEFAULT_NOT_WEIGHT = 0.5f;

  /** The largest weight of a text or vector that is added, either way. */
  public static final int MAX_WEIGHT = 100;

  /**
   * How much the mean of the photos that are liked counts, beside what else is searched for. What
   * is looked for is, by Rocchio's formula, {@code query + LIKE_WEIGHT * mean(liked) -
   * UNLIKE_WEIGHT * mean(unliked)}, where the text and each picture of the query has weight 1.
   * Where there is no query, the mean of the photos is it.
   *
   * <p>Measured with the starter model on 63 captions of the sample photos, of which other photos
   * of the same kind are to be found: after a caption's own photo is liked and the two best of
   * other kinds are unliked, their mean average precision rises from .73 to .75; to .76 with likes
   * alone.
   *
   * @see <a
   *     href="https://nlp.stanford.edu/IR-book/html/htmledition/the-rocchio71-algorithm-1.html">
   *     Rocchio: Relevance feedback in information retrieval, 1971, in Manning, Raghavan and
   *     Schütze: Introduction to Information Retrieval, 9.1.1, where .75 and .15 are named as
   *     reasonable</a>
   */
  public static final double LIKE_WEIGHT = 0.75;

  /** How much the mean of the photos that are unliked counts; see {@link #LIKE_WEIGHT}. */
  public static final double UNLIKE_WEIGHT = 0.15;

  /** The most texts and vectors that are added, and the most photos that are liked or unliked. */
  public static final int MAX_TERMS = 100;

  /** The widest window. */
  public static final int MAX_WINDOW = 100_000;

  /** The order of hits. */
  public enum Sort {
    /** Best score first; newest first where a request has only filters. */
    RELEVANCE,
    /** Latest date of taking first; photos without a date come last. */
    NEWEST,
    /** Earliest date of taking first; photos without a date come last. */
    OLDEST,
    /** Largest file first. */
    LARGEST,
    /** Smallest file first. */
    SMALLEST,
    /**
     * By the file's name as people expect, whatever its folder: {@code IMG_2} before {@code
     * IMG_10}; case and accents do not count; equal names by path. {@link
     * io.lumiere.schema.SortKeys#name} tells more.
     */
    NAME,
    /**
     * In an order that only the {@link SearchRequestBuilder#seed} and the photos' ids decide: the
     * same in every process, and photos that are added do not move others.
     */
    RANDOM
  }

  final @Nullable String text;
  final boolean words;
  final float @Nullable [] vector;
  final List<MarkedPhoto> marked;
  final boolean keepMarked;
  final @Nullable Interpretation query;
  final @Nullable ParsedQuery parsed;
  final List<WeightedTerm> terms;
  final List<String> notTexts;
  final float @Nullable [] notVector;
  final float notWeight;
  final List<Kept> filters;
  final List<RequestLeg> legs;
  final @Nullable LocalDate from;
  final @Nullable LocalDate to;
  final @Nullable String path;
  final @Nullable String camera;
  final int limit;
  final @Nullable PageToken after;
  final float minScore;
  final @Nullable Cutoff cutoff;
  final float minSimilarity;
  final Sort sort;
  final long seed;
  final Fusion fusion;
  final int window;
  final Arrangement arrangement;
  final FacetSearch counted;
  final boolean highlight;
  final boolean suggest;

  SearchRequest(SearchRequestBuilder builder) {
    text = builder.text;
    words = builder.words;
    vector = builder.vector;
    marked = List.copyOf(builder.marked);
    keepMarked = builder.keepMarked;
    query = builder.query;
    parsed = builder.parsed;
    terms = List.copyOf(builder.terms);
    notTexts = List.copyOf(builder.notTexts);
    notVector = builder.notVector;
    notWeight = builder.notWeight;
    filters = List.copyOf(builder.filters);
    legs = List.copyOf(builder.legs);
    from = builder.from;
    to = builder.to;
    path = builder.path;
    camera = builder.camera;
    limit = builder.limit;
    after = builder.after;
    minScore = builder.minScore;
    cutoff = builder.cutoff;
    minSimilarity = builder.minSimilarity;
    sort = builder.sort;
    seed = builder.seed;
    fusion = builder.fusion;
    window = builder.window;
    arrangement = builder.arrangement;
    counted =
        new FacetSearch(
            builder.facets, builder.facetLimit, builder.histogram, builder.guessedDates);
    highlight = builder.highlight;
    suggest = builder.suggest;
  }

  /** Whether hits have scores: something is searched for, not only filtered. */
  boolean isRanked() {
    return !legs.isEmpty() || isSought();
  }

  /** Whether something is searched for by what photos show or by their words. */
  boolean isSought() {
    return text != null
        || vector != null
        || marked.stream().anyMatch(mark -> mark.wanted)
        || (query != null && query.isRanked())
        || terms.stream().anyMatch(WeightedTerm::isWanted);
  }

  /** A builder of a request that finds all photos. */
  public static SearchRequestBuilder builder() {
    return new SearchRequestBuilder();
  }
}
