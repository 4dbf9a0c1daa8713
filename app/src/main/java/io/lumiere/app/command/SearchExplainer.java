package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.app.output.ExplanationJson;
import io.lumiere.app.output.JsonLine;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchResult;
import io.lumiere.query.explain.PhotoExplanation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how a search was understood, and why its hits are hits. Not thread-safe. */
final class SearchExplainer {
  private final Console console;
  private final PhotoSearch search;
  private final boolean json;
  private @Nullable SearchRequest last;

  SearchExplainer(Console console, PhotoSearch search, boolean json) {
    this.console = console;
    this.search = search;
    this.json = json;
  }

  /**
   * Prints how a search was understood; in JSON, an object of its own.
   *
   * @param text as it was written
   * @param understood a line each
   */
  void begin(SearchRequest request, String text, List<String> understood) {
    last = request;
    String lucene = search.luceneQuery(request);
    if (json) {
      JsonLine.print(
          console,
          line -> {
            line.writeStringField("text", text);
            ExplanationJson.writeLines(line, "understood", understood);
            line.writeStringField("lucene", lucene);
          });
    } else {
      understood.forEach(console.out()::println);
      console.out().println("Lucene: " + lucene);
    }
  }

  /** An explanation for each hit of the search that was begun last; none where none was. */
  List<PhotoExplanation> hits(SearchResult result) {
    return last == null ? List.of() : search.explain(last, result.hits());
  }

  /** Prints why a photo is found, or is not. */
  void print(PhotoExplanation explanation) {
    if (json) {
      JsonLine.print(console, line -> ExplanationJson.writePhoto(line, explanation));
    } else {
      console.out().println(explanation.photo());
      explanation.inWords().forEach(line -> console.out().println("  " + line));
    }
  }
}
