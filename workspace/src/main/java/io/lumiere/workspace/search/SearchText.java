package io.lumiere.workspace.search;

import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.QueryParser;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text to search for. Immutable.
 *
 * @param text as it was written
 * @param parsed as it is read in the language of searches; null where nothing in it is syntax
 */
public record SearchText(String text, @Nullable ParsedQuery parsed) {
  /** Texts in the language of searches, each read once. */
  public static List<SearchText> inLanguage(List<String> texts) {
    QueryParser parser = new QueryParser(Clock.system(ZoneId.systemDefault()));
    return texts.stream().map(text -> new SearchText(text, parser.parse(text))).toList();
  }

  /** Texts as they are. */
  public static List<SearchText> plain(List<String> texts) {
    return texts.stream().map(text -> new SearchText(text, null)).toList();
  }

  /** What is wrong with any of some texts; empty where nothing is. */
  public static String problems(List<SearchText> texts) {
    String problems =
        texts.stream()
            .map(SearchText::parsed)
            .filter(Objects::nonNull)
            .map(ParsedQuery::describeProblems)
            .filter(problem -> !problem.isEmpty())
            .collect(Collectors.joining("\n"));
    return problems.isEmpty() ? "" : "the search cannot be read as it is\n" + problems;
  }

  /** How it is understood, a line each. */
  public List<String> explain() {
    return parsed == null || text.isBlank() ? List.of() : parsed.explain();
  }

  /** Adds it to a request. */
  public void addTo(SearchRequestBuilder request, NamedPhotos photos) {
    if (parsed == null) {
      request.text(text);
    } else {
      photos.query(request, parsed);
    }
  }
}
