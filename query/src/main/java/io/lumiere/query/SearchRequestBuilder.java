package io.lumiere.query;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.FacetSearch;
import io.lumiere.query.facet.HistogramUnit;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.Fusion;
import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.Scale;
import io.lumiere.query.language.Kept;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Collects a request's parts. Not thread-safe. */
public final class SearchRequestBuilder extends SoughtBuilder<SearchRequestBuilder> {
  final List<RequestLeg> legs = new ArrayList<>();
  @Nullable LocalDate from;
  @Nullable LocalDate to;
  @Nullable String path;
  @Nullable String camera;
  int limit = 20;
  @Nullable PageToken after;
  float minScore;
  @Nullable Cutoff cutoff;
  float minSimilarity = -1;
  SearchRequest.Sort sort = SearchRequest.Sort.RELEVANCE;
  long seed;
  Fusion fusion = Fusion.probabilisticSum();
  int window = HybridQuery.DEFAULT_WINDOW;
  Arrangement arrangement = Arrangement.NONE;
  final List<Facet> facets = new ArrayList<>();
  int facetLimit = FacetSearch.DEFAULT_LIMIT;
  @Nullable HistogramUnit histogram;
  boolean guessedDates;
  boolean highlight;
  boolean suggest = true;

  SearchRequestBuilder() {}

  @Override
  SearchRequestBuilder self() {
    return this;
  }

  /** Keeps photos taken in {@code year}, by the clock on the wall where they were taken. */
  public SearchRequestBuilder year(int year) {
    Year checked = Year.of(year);
    return from(checked.atDay(1)).to(checked.atMonth(12).atEndOfMonth());
  }

  /**
   * Keeps photos taken on {@code day} or later. Photos without a date are left out, and so are
   * those of which only a month or year is known that began before {@code day}.
   */
  public SearchRequestBuilder from(LocalDate day) {
    this.from = day;
    return this;
  }

  /**
   * Keeps photos taken on {@code day} or earlier. Photos without a date are left out, and so are
   * those of which only a month or year is known that ends after {@code day}.
   */
  public SearchRequestBuilder to(LocalDate day) {
    this.to = day;
    return this;
  }

  /**
   * Keeps photos whose path matches: {@code *} is any run of characters within a name, {@code **}
   * across folders, {@code ?} one character; all else stands for itself, and case matters. Without
   * a {@code /} the file's name is what must match, in whatever folder.
   */
  public SearchRequestBuilder path(String glob) {
    this.path = glob;
    return this;
  }

  /**
   * Keeps photos of cameras whose make and model hold all of these words; case and accents do not
   * matter.
   */
  public SearchRequestBuilder camera(String words) {
    this.camera = words;
    return this;
  }

  /**
   * Keeps photos that match any Lucene query on {@link io.lumiere.schema.Fields}; may be called
   * many times.
   */
  public SearchRequestBuilder filter(Query filter) {
    return filter(filter, "photos that match " + filter);
  }

  /**
   * As {@link #filter(Query)}, with what it keeps in words, such as {@code photos of my family},
   * for {@link PhotoSearch#explain(SearchRequest, String)}.
   */
  public SearchRequestBuilder filter(Query filter, String words) {
    this.filters.add(new Kept(words, "", filter));
    return this;
  }

  /**
   * Ranks by any Lucene query on {@link io.lumiere.schema.Fields}, too: how new a photo is, how
   * near to a place, a join, neighbours in another vector field. It is fused with what the request
   * searches for otherwise, and ranks alone where there is nothing else. It never finds what a
   * filter keeps out. May be called many times.
   *
   * @param name what {@link Hit#legs} and explanations call it; each leg has its own, and {@code
   *     vector} and {@code words} are taken
   * @param weight above 0; with the default fusion the share of a photo that scores highest, so 1
   *     makes that one a certain match
   * @param scale maps the query's scores to 0..1; {@link Fusion#reciprocalRank} looks at ranks only
   * @throws IllegalArgumentException if the name is blank or taken, or the weight not above 0
   */
  public SearchRequestBuilder leg(String name, Query query, float weight, Scale scale) {
    if (legs.stream().anyMatch(leg -> leg.name().equals(name))) {
      throw new IllegalArgumentException("there is a leg '" + name + "' already: name each apart");
    }
    legs.add(new RequestLeg(name, query, weight, scale));
    return this;
  }

  /**
   * Sets how many hits a page has, up to {@value SearchRequest#MAX_LIMIT}; 20 where it is not
   * called. With 0 hits are only counted, and there is no next page.
   */
  public SearchRequestBuilder limit(int newLimit) {
    if (newLimit < 0 || newLimit > SearchRequest.MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit is " + newLimit + ", not in 0.." + SearchRequest.MAX_LIMIT);
    }
    this.limit = newLimit;
    return this;
  }

  /** Continues after a page of the same request. */
  public SearchRequestBuilder after(PageToken token) {
    this.after = token;
    return this;
  }

  /**
   * Leaves out hits with a lower score, 0 to 1. With the default fusion a score is the chance that
   * a photo matches, by what it shows or by its words: the vectors' cosine is read on the model's
   * {@link Calibration}; words count by the part of the text's words that a photo holds, with
   * {@value PhotoSearch#WORDS_WEIGHT} for all of them in its title. 0.5 is as likely as not. With
   * reciprocal rank fusion it only says how early a photo was ranked.
   */
  public SearchRequestBuilder minScore(float newMinScore) {
    if (!(newMinScore >= 0 && newMinScore <= 1)) {
      throw new IllegalArgumentException("min score is " + newMinScore + ", not in 0..1");
    }
    this.minScore = newMinScore;
    return this;
  }

  /**
   * Sets where hits end. Where it is not called, and no minimum score above 0 is set, a request
   * that searches for something is cut {@linkplain Cutoff#automatic automatically} if it is sorted
   * otherwise than by relevance, counts hits, groups them or is diverse: else the newest photos
   * would come first, and all would be counted and grouped, whatever they show. Others are not cut.
   * {@link SearchResult#cutoff} tells what was done.
   */
  public SearchRequestBuilder cutoff(Cutoff newCutoff) {
    this.cutoff = newCutoff;
    return this;
  }

  /**
   * Photos with a lower cosine, -1 to 1, are not found by what they show; their words may still
   * find them. What is a high cosine depends on the model.
   */
  public SearchRequestBuilder minSimilarity(float cosine) {
    if (!(cosine >= -1 && cosine <= 1)) {
      throw new IllegalArgumentException("min similarity is " + cosine + ", not in -1..1");
    }
    this.minSimilarity = cosine;
    return this;
  }

  /** Sets the order of hits. */
  public SearchRequestBuilder sort(SearchRequest.Sort newSort) {
    this.sort = newSort;
    return this;
  }

  /** Sets which of the random orders {@link SearchRequest.Sort#RANDOM} is; 0 where not called. */
  public SearchRequestBuilder seed(long newSeed) {
    this.seed = newSeed;
    return this;
  }

  /** Sets how vector and words become one score; the probabilistic sum where it is not called. */
  public SearchRequestBuilder fusion(Fusion newFusion) {
    this.fusion = newFusion;
    return this;
  }

  /**
   * Sets how many photos the vector and the words each propose; keep it for all pages. It is
   * widened to hold {@link #limit} hits.
   */
  public SearchRequestBuilder window(int newWindow) {
    if (newWindow < 1 || newWindow > SearchRequest.MAX_WINDOW) {
      throw new IllegalArgumentException(
          "window is " + newWindow + ", not in 1.." + SearchRequest.MAX_WINDOW);
    }
    this.window = newWindow;
    return this;
  }

  /**
   * Counts all hits, not only the page's, by each of these: {@link SearchResult#facets}. May be
   * called many times. Count on all pages or on none, see {@link #cutoff}.
   */
  public SearchRequestBuilder facets(Facet... newFacets) {
    this.facets.addAll(List.of(newFacets));
    return this;
  }

  /**
   * Sets how many values of each facet are given, the commonest; {@value FacetSearch#DEFAULT_LIMIT}
   * where it is not called.
   */
  public SearchRequestBuilder facetLimit(int values) {
    if (values < 1) {
      throw new IllegalArgumentException("facet limit is " + values + ", not 1 or more");
    }
    this.facetLimit = values;
    return this;
  }

  /**
   * Whether the facets of years and months and the histogram count dates that are guesses, {@link
   * io.lumiere.schema.Taken#isGuessed}. They do not unless this says so: a folder that was copied
   * would fill the year of the copy.
   */
  public SearchRequestBuilder guessedDates(boolean counted) {
    this.guessedDates = counted;
    return this;
  }

  /** Counts all hits over time, in buckets of this length: {@link SearchResult#histogram}. */
  public SearchRequestBuilder histogram(HistogramUnit unit) {
    this.histogram = unit;
    return this;
  }

  /**
   * Whether each hit tells {@link Hit#highlights where} what was sought stands in its words; false
   * where it is not called.
   */
  public SearchRequestBuilder highlight(boolean newHighlight) {
    this.highlight = newHighlight;
    return this;
  }

  /**
   * Groups the hits. A page then has {@link #limit} groups, in the order of each one's best hit;
   * {@link Hit#group} tells which. A token goes on with the next group.
   *
   * @param hitsPerGroup how many hits of each group are shown, at least 1; a page holds at most
   *     {@value SearchRequest#MAX_LIMIT} hits
   */
  public SearchRequestBuilder group(GroupBy by, int hitsPerGroup) {
    this.arrangement = arrangement.withGroups(by, hitsPerGroup);
    return this;
  }

  /**
   * Shows near duplicates once: hits with the same bytes, of the same burst, or that look alike by
   * the model's {@link Calibration#alike}. From the first hit on, one is hidden if it is a near
   * duplicate of one that is shown before it; {@link Hit#alike} tells what stands behind a hit.
   * Where hits are grouped, near duplicates are looked for within each group.
   */
  public SearchRequestBuilder collapse() {
    this.arrangement = arrangement.withCollapse(null);
    return this;
  }

  /**
   * As {@link #collapse()}; two photos look alike from this cosine of their vectors on.
   *
   * @param cosine -1 to 1; 1 leaves little but copies
   */
  public SearchRequestBuilder collapse(float cosine) {
    this.arrangement = arrangement.withCollapse(cosine);
    return this;
  }

  /**
   * Puts what is unlike the hits before it earlier: maximal marginal relevance, see {@link
   * io.lumiere.query.alike.Diversity}, on the first {@value
   * io.lumiere.query.alike.Diversity#DIVERSIFIED} hits. Needs something that is searched for, and
   * the order by relevance. Page tokens hold as long as the index stays as it is.
   *
   * @param lambda how much the score counts, 0 to 1; 1 keeps the order by score
   */
  public SearchRequestBuilder diversify(double lambda) {
    this.arrangement = arrangement.withDiversity(lambda);
    return this;
  }

  /**
   * Whether, for words of {@link #query} or {@link #text} that no photo has, the result tells
   * {@link SearchResult#suggestions those that were likely meant}; true where it is not called. It
   * changes nothing else.
   */
  public SearchRequestBuilder suggest(boolean newSuggest) {
    this.suggest = newSuggest;
    return this;
  }

  /**
   * The request.
   *
   * @throws IllegalArgumentException if the dates are the wrong way round, or there is nothing for
   *     {@link #not}, or what is added with a weight below 0, to move, or {@link #diversify} goes
   *     with no scores, another sort or groups, or a page of groups is too long
   */
  public SearchRequest build() {
    if (from != null && to != null && from.isAfter(to)) {
      throw new IllegalArgumentException(
          "the range of dates ends before it begins: " + from + " to " + to);
    }
    SearchRequest request = new SearchRequest(this);
    arrangement.check(request);
    boolean movesAway = !notTexts.isEmpty() || notVector != null || !terms.isEmpty();
    if (movesAway && !request.isSought()) {
      throw new IllegalArgumentException(
          "'not' needs something that is searched for: a text or a picture");
    }
    return request;
  }
}
