package io.lumiere.workspace.search;

import io.lumiere.query.Hit;
import io.lumiere.query.PageToken;
import io.lumiere.query.PhotoFinder;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.SearchResult;
import io.lumiere.schema.Caption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Searches texts by a text: ranks photos by how near what people wrote of them comes to it in
 * meaning, not in words. Reads every caption that the filters keep, wherever the photos are, and
 * compares with each; each is encoded once. In memory are the hits, and a page of photos with their
 * captions' vectors. Not thread-safe.
 */
public final class CaptionSearch {
  private final PhotoFinder search;
  private final CaptionVectors vectors;
  private @Nullable String missing;

  public CaptionSearch(PhotoFinder search, CaptionVectors vectors) {
    this.search = search;
    this.vectors = vectors;
  }

  /**
   * The photos whose captions come nearest, best first; a hit's score is the cosine.
   *
   * @param filters makes a request of filters alone
   * @param text what is searched for
   */
  public SearchResult search(
      Supplier<SearchRequestBuilder> filters, String text, int limit, float minScore) {
    long started = System.nanoTime();
    missing = null;
    Nearest nearest = new Nearest(vectors.of(text), limit, minScore);
    @Nullable PageToken next = null;
    do {
      SearchRequestBuilder request = filters.get().limit(SearchRequest.MAX_LIMIT);
      SearchResult page =
          search.search(next == null ? request.build() : request.after(next).build());
      compare(page.hits(), nearest);
      missing = missing == null ? page.missing() : missing;
      next = page.next();
    } while (next != null);
    return result(nearest.ranked(), nearest.total, Duration.ofNanos(System.nanoTime() - started));
  }

  private void compare(List<Hit> hits, Nearest nearest) {
    List<Hit> captioned = new ArrayList<>();
    List<String> captions = new ArrayList<>();
    for (Hit hit : hits) {
      String caption = caption(hit.photo().caption());
      if (!caption.isEmpty()) {
        captioned.add(hit);
        captions.add(caption);
      }
    }
    List<float[]> found = vectors.of(captions);
    for (int i = 0; i < captioned.size(); i++) {
      nearest.add(captioned.get(i), found.get(i));
    }
  }

  private SearchResult result(List<Hit> hits, int total, Duration took) {
    return new SearchResult(
        hits, total, null, null, List.of(), null, 0, null, null, List.of(), List.of(), missing,
        took);
  }

  /** The nearest of all that were compared. Not thread-safe. */
  private static final class Nearest {
    private static final Comparator<Hit> BEST_FIRST =
        Comparator.comparingDouble(Hit::score).reversed().thenComparing(hit -> hit.photo().id());

    private final float[] wanted;
    private final int limit;
    private final float minScore;
    private final PriorityQueue<Hit> kept = new PriorityQueue<>(BEST_FIRST.reversed());
    private int total;

    Nearest(float[] wanted, int limit, float minScore) {
      this.wanted = wanted;
      this.limit = limit;
      this.minScore = minScore;
    }

    void add(Hit photo, float[] vector) {
      Hit hit = hit(photo, 1, Cosines.of(wanted, vector));
      if (hit.score() >= minScore) {
        total++;
        kept.add(hit);
        if (kept.size() > limit) {
          kept.remove();
        }
      }
    }

    List<Hit> ranked() {
      List<Hit> ranked = new ArrayList<>();
      for (Hit hit : kept.stream().sorted(BEST_FIRST).toList()) {
        ranked.add(hit(hit, ranked.size() + 1, hit.score()));
      }
      return ranked;
    }
  }

  private static Hit hit(Hit hit, int rank, float cosine) {
    return new Hit(rank, Math.max(0, cosine), cosine, hit.photo(), List.of(), hit.doc());
  }

  /** What people wrote, as one text; empty where nobody did. */
  private static String caption(Caption caption) {
    List<String> parts = new ArrayList<>();
    if (caption.title() != null) {
      parts.add(caption.title());
    }
    if (caption.description() != null && !caption.description().equals(caption.title())) {
      parts.add(caption.description());
    }
    if (!caption.keywords().isEmpty()) {
      parts.add(String.join(", ", caption.keywords()));
    }
    return String.join(". ", parts);
  }
}
