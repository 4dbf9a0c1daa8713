package io.lumiere.app.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.SearchResult;
import io.lumiere.query.hybrid.CutoffReport;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says how a page of hits ended, and what shows the next one. Not thread-safe. */
public final class PagePrinter {
  private final Console console;
  private final boolean json;
  private final boolean pageToken;

  /**
   * @param pageToken whether to say what shows the next page
   */
  public PagePrinter(Console console, boolean json, boolean pageToken) {
    this.console = console;
    this.json = json;
    this.pageToken = pageToken;
  }

  /** Says where the hits ended: a person on the error stream, a script in a last object. */
  public void print(SearchResult result) {
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
