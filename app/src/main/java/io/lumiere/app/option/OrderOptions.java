package io.lumiere.app.option;

import io.lumiere.query.PageToken;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.hybrid.Cutoff;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that say in which order hits are shown, where they end and where a page begins. Not
 * thread-safe.
 */
public final class OrderOptions {
  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description =
          "${COMPLETION-CANDIDATES}. name is the file's, with 2 before 10. Default:"
              + " ${DEFAULT-VALUE}")
  SearchRequest.Sort sort = SearchRequest.Sort.RELEVANCE;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which random order --sort random is. Default: ${DEFAULT-VALUE}")
  long seed;

  /** Where hits end. */
  enum CutoffChoice {
    AUTO,
    NONE
  }

  @Option(
      names = "--cutoff",
      paramLabel = "WHERE",
      description =
          "auto ends the hits where their scores fall most; none does not. Default: auto where a"
              + " search is sorted by anything but relevance, counted, grouped or diverse, and has"
              + " no --min-score.")
  @Nullable CutoffChoice cutoff;

  @Option(
      names = "--after",
      paramLabel = "TOKEN",
      description = "Show the page after the one that --page-token gave TOKEN for.")
  @Nullable String after;

  @Option(
      names = "--page-token",
      description =
          "Say at the end how many photos match and which TOKEN shows the next page; with --json in"
              + " a last object: total, next, cutoff.")
  boolean pageToken;

  /** Whether the next page's token is asked for. */
  public boolean pageToken() {
    return pageToken;
  }

  /** Whether another order than by relevance is asked for. */
  public boolean isSorted() {
    return sort != SearchRequest.Sort.RELEVANCE;
  }

  void addTo(SearchRequestBuilder request) {
    request.sort(sort).seed(seed);
    if (cutoff != null) {
      request.cutoff(cutoff == CutoffChoice.AUTO ? Cutoff.automatic() : Cutoff.none());
    }
    if (after != null) {
      request.after(PageToken.parse(after));
    }
  }
}
