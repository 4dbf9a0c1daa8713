package io.lumiere.query;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.FacetChoice;
import io.lumiere.query.facet.FacetSearch;
import io.lumiere.query.facet.HistogramUnit;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.language.Interpretation;
import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.query.language.PhotoReference;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Collects a request's parts: what is searched for, what is kept, how hits are ranked, which of
 * them a page shows, and what the result says about them. Not thread-safe.
 */
public final class SearchRequestBuilder {
  private SearchTarget target = SearchTarget.NOTHING;
  private final List<PhotoFilter> filters = new ArrayList<>();
  private final Map<String, FacetChoice> choices = new LinkedHashMap<>();
  private @Nullable LocalDate from;
  private @Nullable LocalDate to;
  private @Nullable PhotoFilter path;
  private @Nullable PhotoFilter camera;
  private Ranking ranking = Ranking.DEFAULT;
  private SearchRequest.Sort sort = SearchRequest.Sort.RELEVANCE;
  private long seed;
  private int limit = Paging.DEFAULT_LIMIT;
  private @Nullable PageToken after;
  private Arrangement arrangement = Arrangement.NONE;
  private FacetSearch counted = FacetSearch.NOTHING;
  private boolean highlight;
  private boolean likely;
  private boolean suggest = true;

  SearchRequestBuilder() {}

  /**
   * Ranks by what photos show and by their words; nothing in the text is syntax. Blank is as if not
   * called.
   */
  public SearchRequestBuilder text(String newText) {
    this.target = target.text(newText);
    return this;
  }

  /**
   * Searches for what a person wrote in the language of {@link io.lumiere.query.language}. It sets
   * {@link #text} as far as the search has one, and adds to {@link #like}, {@link #unlike}, {@link
   * #not} and the filters of other methods. Mistakes are corrected by guessing: call {@link
   * ParsedQuery#orThrow} first to refuse them. The photos that it names are those of the index.
   */
  public SearchRequestBuilder query(ParsedQuery newQuery) {
    return query(newQuery, Map.of(), Map.of());
  }

  /**
   * As {@link #query(ParsedQuery)}, where the caller has found out which photos the search names.
   *
   * @param paths ids or paths in the index, by {@link PhotoReference#photo}, where they differ
   * @param pictures vectors of unit length of photos that the index does not hold, likewise
   */
  public SearchRequestBuilder query(
      ParsedQuery parsed, Map<String, String> paths, Map<String, float[]> pictures) {
    Interpretation asked = parsed.interpretation();
    this.target = target.parsed(parsed).not(asked.away());
    if (!asked.shows().isEmpty()) {
      text(asked.shows());
    }
    for (PhotoReference photo : asked.similar()) {
      this.target = target.feedback(FeedbackPhoto.of(photo, paths, pictures));
    }
    filters.addAll(asked.kept());
    return this;
  }

  /**
   * Ranks by likeness to an image's vector, of unit length. With a text or another photo it looks
   * for the direction of their sum.
   */
  public SearchRequestBuilder vector(float[] unitVector) {
    this.target = target.vector(unitVector);
    return this;
  }

  /**
   * Ranks by likeness to a photo of the index, by its id or path: {@link SearchTarget#feedback}.
   */
  public SearchRequestBuilder like(String idOrPath) {
    this.target = target.feedback(FeedbackPhoto.liked(idOrPath, 1));
    return this;
  }

  /** Moves away from a photo of the index, by its id or path: {@link SearchTarget#feedback}. */
  public SearchRequestBuilder unlike(String idOrPath) {
    this.target = target.feedback(FeedbackPhoto.unliked(idOrPath, 1));
    return this;
  }

  /** Moves the search away from what a text says: {@link SearchTarget#not(String)}. */
  public SearchRequestBuilder not(String newText) {
    this.target = target.not(newText);
    return this;
  }

  /** Changes what is searched for. */
  public SearchRequestBuilder target(UnaryOperator<SearchTarget> change) {
    this.target = change.apply(target);
    return this;
  }

  /** Keeps photos taken in {@code year}, by the clock on the wall where they were taken. */
  public SearchRequestBuilder year(int year) {
    Year checked = Year.of(year);
    return from(checked.atDay(1)).to(checked.atMonth(12).atEndOfMonth());
  }

  /** Keeps photos taken on {@code day} or later: {@link PhotoFilter#taken}. */
  public SearchRequestBuilder from(LocalDate day) {
    this.from = day;
    return this;
  }

  /** Keeps photos taken on {@code day} or earlier: {@link PhotoFilter#taken}. */
  public SearchRequestBuilder to(LocalDate day) {
    this.to = day;
    return this;
  }

  /** Keeps photos whose path matches: {@link PhotoFilter#path}. */
  public SearchRequestBuilder path(String glob) {
    this.path = PhotoFilter.path(glob);
    return this;
  }

  /**
   * Keeps photos of cameras of this name: {@link PhotoFilter#camera}.
   *
   * @throws IllegalArgumentException if there is no letter or digit in {@code words}
   */
  public SearchRequestBuilder camera(String words) {
    this.camera = PhotoFilter.camera(words);
    return this;
  }

  /**
   * Keeps photos that match any Lucene query on {@link io.lumiere.schema.Fields}. Several filters
   * must all match.
   */
  public SearchRequestBuilder filter(Query filter) {
    return filter(filter, "photos that match " + filter);
  }

  /**
   * As {@link #filter(Query)}, with what it keeps in words, such as {@code photos of my family},
   * for {@link PhotoSearch#explain(SearchRequest, String)}.
   */
  public SearchRequestBuilder filter(Query filter, String words) {
    filters.add(new PhotoFilter(words, "", filter));
    return this;
  }

  /** Keeps photos that pass a filter. Several must all pass. */
  public SearchRequestBuilder filter(PhotoFilter filter) {
    filters.add(filter);
    return this;
  }

  /**
   * Keeps photos with any of some values of a facet, in place of those that were chosen of it
   * before. Choices of several facets must all match. The facet's own counts leave its choice out:
   * {@link SearchResult#facets}.
   *
   * @param values what the language of searches reads of each {@link
   *     io.lumiere.query.facet.FacetValue#text}
   * @throws IllegalArgumentException if there is none or too many, or one is not a filter alone
   */
  public SearchRequestBuilder choose(String facet, List<ParsedQuery> values) {
    choices.put(facet, choice(facet, values));
    return this;
  }

  static FacetChoice choice(String facet, List<ParsedQuery> values) {
    Set<String> texts = new HashSet<>();
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (ParsedQuery value : values) {
      Query filter = value.interpretation().filter();
      if (filter == null || value.interpretation().isRanked()) {
        throw new IllegalArgumentException(
            "'" + value.text() + "' is not a value of facet " + facet + ": it is not a filter");
      }
      texts.add(value.text());
      any.add(filter, Occur.SHOULD);
    }
    return new FacetChoice(facet, texts, any.build());
  }

  /** Leaves out hits with a lower score, 0 to 1: {@link Ranking#minScore(float)}. */
  public SearchRequestBuilder minScore(float newMinScore) {
    this.ranking = ranking.minScore(newMinScore);
    return this;
  }

  /** Sets where hits end: {@link Ranking#cutoff(Cutoff)}. */
  public SearchRequestBuilder cutoff(Cutoff newCutoff) {
    this.ranking = ranking.cutoff(newCutoff);
    return this;
  }

  /** Changes how what is searched for becomes scores. */
  public SearchRequestBuilder ranking(UnaryOperator<Ranking> change) {
    this.ranking = change.apply(ranking);
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

  /**
   * Sets how many hits a page has, up to {@value SearchRequest#MAX_LIMIT}; 20 where it is not
   * called. With 0 hits are only counted, and there is no next page.
   */
  public SearchRequestBuilder limit(int newLimit) {
    this.limit = Paging.checkLimit(newLimit);
    return this;
  }

  /** Continues after a page of the same request. */
  public SearchRequestBuilder after(PageToken token) {
    this.after = token;
    return this;
  }

  /**
   * Counts all hits, not only the page's, by each of these: {@link SearchResult#facets}. May be
   * called many times. Count on all pages or on none, see {@link #cutoff}.
   */
  public SearchRequestBuilder facets(Facet... newFacets) {
    this.counted = counted.and(newFacets);
    return this;
  }

  /** Counts all hits over time, in buckets of this length: {@link SearchResult#histogram}. */
  public SearchRequestBuilder histogram(HistogramUnit unit) {
    this.counted = counted.histogram(unit);
    return this;
  }

  /** Changes what hits are counted by, and how. */
  public SearchRequestBuilder counted(UnaryOperator<FacetSearch> change) {
    this.counted = change.apply(counted);
    return this;
  }

  /** Whether each hit has {@link Hit#highlights}: where its words match the search. */
  public SearchRequestBuilder highlight(boolean newHighlight) {
    this.highlight = newHighlight;
    return this;
  }

  /**
   * Whether the result says where the likely matches end: {@link SearchResult#likely} and {@link
   * Hit#belowCut}. For that all photos of the {@linkplain Ranking#window(int) window} are ranked,
   * which may take ten times as long as finding the first hits of a search by vector alone.
   */
  public SearchRequestBuilder likely(boolean newLikely) {
    this.likely = newLikely;
    return this;
  }

  /**
   * Groups the hits. A page then has {@link #limit} groups, in the order of each one's best hit;
   * {@link Hit#group} is the group of each hit. A token continues with the next group.
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
   * duplicate of one that is shown before it; {@link Hit#alike} lists what is hidden behind a hit.
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
   * Moves hits forward that are unlike the hits before them: maximal marginal relevance, see {@link
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
   * Whether the result has {@link SearchResult#suggestions} for words of {@link #query} or {@link
   * #text} that no photo has; true where it is not called. It changes nothing else.
   */
  public SearchRequestBuilder suggest(boolean newSuggest) {
    this.suggest = newSuggest;
    return this;
  }

  /**
   * The request.
   *
   * @throws IllegalArgumentException if the dates are the wrong way round, parts do not go together
   *     ({@link RequestRules}), or a page of groups is too long
   */
  public SearchRequest build() {
    List<PhotoFilter> kept = new ArrayList<>(filters);
    if (from != null || to != null) {
      kept.add(PhotoFilter.taken(from, to));
    }
    Stream.of(path, camera).filter(Objects::nonNull).forEach(kept::add);
    boolean isRanked = !ranking.legs().isEmpty() || target.isAnything();
    return new SearchRequest(
        target,
        kept,
        List.copyOf(choices.values()),
        ranking,
        new Paging(HitOrder.of(sort, seed, isRanked), limit, after),
        new View(arrangement, counted, highlight, likely, suggest));
  }
}
