package io.lumiere.app.search;

import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.language.QueryParser;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** The texts of searches: in the language, or plain. Thread-safe. */
public final class SearchTexts {
  private final boolean plain;
  private final QueryParser parser = new QueryParser(Clock.system(ZoneId.systemDefault()));

  /**
   * Texts of one kind.
   *
   * @param plain whether nothing in them is syntax
   */
  public SearchTexts(boolean plain) {
    this.plain = plain;
  }

  /** What is wrong with any of them; empty where nothing is. */
  public String problems(List<String> texts) {
    if (plain) {
      return "";
    }
    String problems =
        texts.stream()
            .map(text -> parser.parse(text).describeProblems())
            .filter(problem -> !problem.isEmpty())
            .collect(Collectors.joining("\n"));
    return problems.isEmpty()
        ? ""
        : "the search cannot be read as it is\n"
            + problems
            + "\n"
            + "'lumiere search --help-query' explains the language; --plain takes the text as it"
            + " is";
  }

  /** How a text is understood. */
  public List<String> explain(String text) {
    return plain || text.isBlank() ? List.of() : parser.parse(text).explain();
  }

  /** Adds a text to a request. */
  public void addTo(SearchRequestBuilder request, String text, NamedPhotos photos) {
    if (plain) {
      request.text(text);
    } else {
      photos.query(request, parser.parse(text));
    }
  }
}
