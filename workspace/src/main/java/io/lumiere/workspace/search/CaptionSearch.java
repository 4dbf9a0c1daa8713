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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Searches texts by a text: ranks photos by how near what people wrote of them comes to it in
 * meaning, not in words. Reads every caption that the filters keep, wherever the photos are, and
 * compares with each; each is encoded once. Not thread-safe.
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
    List<Captioned> captioned = captioned(filters);
    vectors.keep(captioned.stream().map(Captioned::caption).toList());
    float[] wanted = vectors.of(text);
    List<Hit> hits =
        captioned.stream()
            .map(photo -> hit(photo.hit(), 1, Cosines.of(wanted, vectors.of(photo.caption()))))
            .filter(hit -> hit.score() >= minScore)
            .sorted(
                Comparator.comparingDouble(Hit::score)
                    .reversed()
                    .thenComparing(hit -> hit.photo().id()))
            .toList();
    List<Hit> ranked = new ArrayList<>();
    for (Hit hit : hits.subList(0, Math.min(limit, hits.size()))) {
      ranked.add(hit(hit, ranked.size() + 1, hit.score()));
    }
    return result(ranked, hits.size(), Duration.ofNanos(System.nanoTime() - started));
  }

  private SearchResult result(List<Hit> hits, int total, Duration took) {
    return new SearchResult(
        hits, total, null, null, List.of(), null, 0, null, null, List.of(), List.of(), missing,
        took);
  }

  /** A photo with what people wrote of it. */
  private record Captioned(Hit hit, String caption) {}

  private static Hit hit(Hit hit, int rank, float cosine) {
    return new Hit(rank, Math.max(0, cosine), cosine, hit.photo(), List.of(), hit.doc());
  }

  private List<Captioned> captioned(Supplier<SearchRequestBuilder> filters) {
    List<Captioned> captioned = new ArrayList<>();
    for (Hit hit : all(filters)) {
      String caption = caption(hit.photo().caption());
      if (!caption.isEmpty()) {
        captioned.add(new Captioned(hit, caption));
      }
    }
    return captioned;
  }

  private List<Hit> all(Supplier<SearchRequestBuilder> filters) {
    List<Hit> hits = new ArrayList<>();
    @Nullable PageToken next = null;
    do {
      SearchRequestBuilder request = filters.get().limit(SearchRequest.MAX_LIMIT);
      SearchResult page =
          search.search(next == null ? request.build() : request.after(next).build());
      hits.addAll(page.hits());
      missing = missing == null ? page.missing() : missing;
      next = page.next();
    } while (next != null);
    return hits;
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
