package io.lumiere.app;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.PageToken;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.SearchResult;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.CutoffReport;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say in which order hits are shown, where they end and where a page begins. */
final class OrderOptions {
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

  /** Whether anything is given that takes hits with scores of Lucene's. */
  boolean cutsOrPages() {
    return cutoff != null || after != null || pageToken;
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

  /** Says where the hits ended: a person on the error stream, a script in a last object. */
  void report(Console console, SearchResult result, boolean json) {
    if (result.cutoff() != null) {
      console.err().println(result.cutoff().sentence("photos"));
    }
    if (!pageToken) {
      return;
    }
    if (json) {
      JsonLine.print(console, line -> write(line, result));
    } else {
      console
          .err()
          .printf(
              Locale.ROOT,
              "%,d %s; %s%n",
              result.total(),
              result.total() == 1 ? "photo matches" : "photos match",
              result.next() == null
                  ? "this is the last page"
                  : "the next page: --after " + result.next());
    }
  }

  private static void write(JsonGenerator line, SearchResult result) throws IOException {
    line.writeNumberField("total", result.total());
    line.writeStringField("next", result.next() == null ? null : result.next().toString());
    CutoffReport report = result.cutoff();
    if (report == null) {
      line.writeNullField("cutoff");
      return;
    }
    line.writeObjectFieldStart("cutoff");
    line.writeStringField("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
    line.writeNumberField("kept", report.kept());
    line.writeNumberField("dropped", report.dropped());
    write(line, "above", report.above());
    write(line, "below", report.below());
    line.writeStringField("sentence", report.sentence("photos"));
    line.writeEndObject();
  }

  private static void write(JsonGenerator line, String name, @Nullable Float value)
      throws IOException {
    if (value == null) {
      line.writeNullField(name);
    } else {
      line.writeNumberField(name, value);
    }
  }
}
