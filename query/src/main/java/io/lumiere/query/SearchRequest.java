package io.lumiere.query;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.FacetChoice;
import io.lumiere.query.facet.FacetSearch;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.language.PhotoFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What to search for. Made by {@link #builder}; immutable. A request with neither a text nor a
 * vector nor a leg of the caller's finds what its filters let through, newest first.
 */
public final class SearchRequest {
  /** The most hits that one page holds. */
  public static final int MAX_LIMIT = 10_000;

  /** How far a search moves away from its negative terms, where nothing else is said. */
  public static final float DEFAULT_NOT_WEIGHT = 0.5f;

  /** The largest weight of a text or vector that is added, either way. */
  public static final int MAX_WEIGHT = 100;

  /**
   * The weight of the mean of the liked photos, next to everything else that is searched for. What
   * is looked for is, by Rocchio's formula, {@code query + LIKE_WEIGHT * mean(liked) -
   * UNLIKE_WEIGHT * mean(unliked)}, where the text and each picture of the query has weight 1.
   * Without a query, the mean of the photos takes its place.
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

  /** The weight of the mean of the unliked photos; see {@link #LIKE_WEIGHT}. */
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
     * IMG_10}; case and accents do not count; equal names by path. See {@link
     * io.lumiere.schema.SortKeys#name}.
     */
    NAME,
    /**
     * In an order that only the {@link SearchRequestBuilder#seed} and the photos' ids decide: the
     * same in every process, and photos that are added do not move others.
     */
    RANDOM
  }

  private final SearchTarget target;
  private final List<PhotoFilter> filters;
  private final List<FacetChoice> choices;
  private final Ranking ranking;
  private final Paging paging;
  private final View view;

  /**
   * A request.
   *
   * @param filters keep photos: those that pass each
   * @param choices of values, one for each facet
   */
  SearchRequest(
      SearchTarget target,
      List<PhotoFilter> filters,
      List<FacetChoice> choices,
      Ranking ranking,
      Paging paging,
      View view) {
    this.target = target;
    this.filters = List.copyOf(filters);
    this.choices = List.copyOf(choices);
    this.ranking = ranking;
    this.paging = paging;
    this.view = view;
    RequestRules.check(this);
    view.arrangement().checkPage(paging.limit());
  }

  /** A builder of a request that finds all photos. */
  public static SearchRequestBuilder builder() {
    return new SearchRequestBuilder();
  }

  SearchTarget target() {
    return target;
  }

  /** The same with all that photos should show as one direction, or none where it is null. */
  SearchRequest resolved(float @Nullable [] direction) {
    return new SearchRequest(target.resolved(direction), filters, choices, ranking, paging, view);
  }

  /** The same among photos that pass one filter more. */
  SearchRequest within(PhotoFilter filter) {
    List<PhotoFilter> all = new ArrayList<>(filters);
    all.add(filter);
    return new SearchRequest(target, all, choices, ranking, paging, view);
  }

  /** The first page of the same, with so many hits. */
  SearchRequest firstPage(int limit) {
    return new SearchRequest(
        target, filters, choices, ranking, new Paging(paging.order(), limit, null), view);
  }

  /** The filters without choices of facets' values. */
  List<PhotoFilter> givenFilters() {
    return filters;
  }

  /** All filters, choices of facets' values among them. */
  List<PhotoFilter> filters() {
    List<PhotoFilter> all = new ArrayList<>(filters);
    for (FacetChoice choice : choices) {
      String words = "photos with " + String.join(" or ", new TreeSet<>(choice.texts()));
      all.add(new PhotoFilter(words, "", choice.query()));
    }
    return all;
  }

  /** The values of facets that hits are narrowed to. */
  List<FacetChoice> choices() {
    return choices;
  }

  /** The values that are chosen of a facet; null where none are. */
  @Nullable FacetChoice choiceOf(Facet facet) {
    return choices.stream()
        .filter(choice -> choice.facet().equals(facet.name()))
        .findFirst()
        .orElse(null);
  }

  /** The same request, all values of one facet kept, and only counted. */
  SearchRequest countedWithout(FacetChoice choice, FacetSearch counted) {
    List<FacetChoice> others = new ArrayList<>(choices);
    others.remove(choice);
    return new SearchRequest(
        target,
        filters,
        others,
        ranking,
        paging,
        new View(view.arrangement(), counted, false, false, false));
  }

  Ranking ranking() {
    return ranking;
  }

  Paging paging() {
    return paging;
  }

  View view() {
    return view;
  }

  /** What hits are sorted by. */
  Sort order() {
    return paging.order().by();
  }

  /** Whether hits have scores: something is searched for, not only filtered. */
  boolean isRanked() {
    return !ranking.legs().isEmpty() || target.isAnything();
  }

  /** Where hits end. */
  Cutoff cutoff() {
    if (ranking.cutoff() != null) {
      return ranking.cutoff();
    }
    return ranking.minScore() == 0 && isRanked() && !isReadFromTheBest()
        ? Cutoff.automatic()
        : Cutoff.none();
  }

  /** Whether nothing is asked for but the first hits in the order of their scores. */
  boolean isOfFirstHits() {
    return order() == Sort.RELEVANCE
        && paging.after() == null
        && view.arrangement().isPlain()
        && view.counted().isEmpty()
        && !view.isCutMarked();
  }

  /** Whether reading may stop where hits get poor: they come best first, and are not counted. */
  private boolean isReadFromTheBest() {
    return order() == Sort.RELEVANCE
        && !view.arrangement().mixes()
        && paging.limit() > 0
        && view.counted().isEmpty();
  }
}
