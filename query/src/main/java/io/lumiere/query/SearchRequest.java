package io.lumiere.query;

import io.lumiere.query.hybrid.Fusion;
import io.lumiere.query.hybrid.HybridQuery;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What to search for. Made by {@link #builder}; immutable. A request with neither a text nor a
 * vector finds what its filters let through, newest first.
 */
public final class SearchRequest {
  /** The most hits that one page holds. */
  public static final int MAX_LIMIT = 10_000;

  /** The order of hits. */
  public enum Sort {
    /** Best score first; newest first where a request has only filters. */
    RELEVANCE,
    /** Latest date of taking first; photos without a date come last. */
    NEWEST,
    /** Earliest date of taking first; photos without a date come last. */
    OLDEST
  }

  final @Nullable String text;
  final @Nullable String notText;
  final float @Nullable [] vector;
  final List<Query> filters;
  final @Nullable LocalDate from;
  final @Nullable LocalDate to;
  final @Nullable String path;
  final @Nullable String camera;
  final int limit;
  final @Nullable PageToken after;
  final float minScore;
  final Sort sort;
  final Fusion fusion;
  final int window;

  private SearchRequest(Builder builder) {
    text = builder.text;
    notText = builder.notText;
    vector = builder.vector;
    filters = List.copyOf(builder.filters);
    from = builder.from;
    to = builder.to;
    path = builder.path;
    camera = builder.camera;
    limit = builder.limit;
    after = builder.after;
    minScore = builder.minScore;
    sort = builder.sort;
    fusion = builder.fusion;
    window = builder.window;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects a request's parts. Not thread-safe. */
  public static final class Builder {
    private @Nullable String text;
    private @Nullable String notText;
    private float @Nullable [] vector;
    private final List<Query> filters = new ArrayList<>();
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable String path;
    private @Nullable String camera;
    private int limit = 20;
    private @Nullable PageToken after;
    private float minScore;
    private Sort sort = Sort.RELEVANCE;
    private Fusion fusion = Fusion.weightedSum();
    private int window = HybridQuery.DEFAULT_WINDOW;

    private Builder() {}

    /**
     * Ranks by what photos show and by their words; nothing in the text is syntax. Blank is as if
     * not called.
     */
    public Builder text(String newText) {
      this.text = newText.isBlank() ? null : newText.strip();
      return this;
    }

    /** Moves the search away from what a text says. It needs a text or a vector to move. */
    public Builder not(String newText) {
      this.notText = newText.isBlank() ? null : newText.strip();
      return this;
    }

    /** Ranks by likeness to an image's vector, of unit length; with a text, by both. */
    public Builder vector(float[] newVector) {
      this.vector = newVector.clone();
      return this;
    }

    /** Keeps photos taken in {@code year}, by the clock on the wall where they were taken. */
    public Builder year(int year) {
      Year checked = Year.of(year);
      return from(checked.atDay(1)).to(checked.atMonth(12).atEndOfMonth());
    }

    /** Keeps photos taken on {@code day} or later; photos without a date are left out. */
    public Builder from(LocalDate day) {
      this.from = day;
      return this;
    }

    /** Keeps photos taken on {@code day} or earlier; photos without a date are left out. */
    public Builder to(LocalDate day) {
      this.to = day;
      return this;
    }

    /**
     * Keeps photos whose path matches: {@code *} is any run of characters within a name, {@code **}
     * across folders, {@code ?} one character. Without a {@code /} the file's name is what must
     * match.
     */
    public Builder path(String glob) {
      this.path = glob;
      return this;
    }

    /** Keeps photos of cameras whose make and model hold all of these words. */
    public Builder camera(String words) {
      this.camera = words;
      return this;
    }

    /**
     * Keeps photos that match any Lucene query on {@link io.lumiere.schema.Fields}; may be called
     * many times.
     */
    public Builder filter(Query filter) {
      this.filters.add(filter);
      return this;
    }

    /**
     * Sets how many hits a page has, 1 to {@value SearchRequest#MAX_LIMIT}; 20 where it is not
     * called.
     */
    public Builder limit(int newLimit) {
      if (newLimit < 1 || newLimit > MAX_LIMIT) {
        throw new IllegalArgumentException("limit is " + newLimit + ", not in 1.." + MAX_LIMIT);
      }
      this.limit = newLimit;
      return this;
    }

    /** Continues after a page of the same request. */
    public Builder after(PageToken token) {
      this.after = token;
      return this;
    }

    /**
     * Leaves out hits with a lower score. With the default fusion a score is the cosine between
     * photo and search, from 0 to 1, and up to {@value PhotoSearch#WORDS_WEIGHT} more where the
     * photo's words match.
     */
    public Builder minScore(float newMinScore) {
      this.minScore = newMinScore;
      return this;
    }

    /** Sets the order of hits. */
    public Builder sort(Sort newSort) {
      this.sort = newSort;
      return this;
    }

    /** Sets how vector and words become one score; a weighted sum where it is not called. */
    public Builder fusion(Fusion newFusion) {
      this.fusion = newFusion;
      return this;
    }

    /** Sets how many photos the vector and the words each propose; keep it for all pages. */
    public Builder window(int newWindow) {
      this.window = newWindow;
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the dates are the wrong way round, or there is nothing
     *     for {@link #not} to move
     */
    public SearchRequest build() {
      if (from != null && to != null && from.isAfter(to)) {
        throw new IllegalArgumentException(
            "the range of dates ends before it begins: " + from + " to " + to);
      }
      if (notText != null && text == null && vector == null) {
        throw new IllegalArgumentException(
            "'not " + notText + "' needs something that is searched for: a text or a picture");
      }
      return new SearchRequest(this);
    }
  }
}
