package io.lumiere.query;

import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.WrittenWords;
import io.lumiere.query.spelling.Speller;
import io.lumiere.query.spelling.Suggestion;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.search.IndexSearcher;

/** Looks for mistakes in what was written in a request. */
final class RequestSpelling {
  private RequestSpelling() {}

  /**
   * What was likely meant; only the first page asks.
   *
   * @param isWord whether a word is known to be one, whatever photos have
   */
  static List<Suggestion> suggest(
      SearchRequest request, IndexSearcher searcher, Predicate<String> isWord) throws IOException {
    if (request.after != null || !request.suggest) {
      return List.of();
    }
    ParsedQuery parsed = request.parsed;
    if (parsed != null) {
      return parsed.problems().isEmpty()
          ? suggest(parsed, new Speller(searcher, isWord))
          : List.of();
    }
    String text = request.text;
    return text == null || !request.words
        ? List.of()
        : new Speller(searcher, isWord)
            .suggest(
                text, List.of(new WrittenWords(0, text.codePointCount(0, text.length()), null)));
  }

  /** Nothing where a corrected word would mean something else, such as a part of a date. */
  private static List<Suggestion> suggest(ParsedQuery parsed, Speller speller) throws IOException {
    List<Suggestion> suggestions = speller.suggest(parsed.text(), parsed.words());
    return suggestions.isEmpty() || isReadAlike(parsed, suggestions.getFirst().corrected())
        ? suggestions
        : List.of();
  }

  private static boolean isReadAlike(ParsedQuery parsed, String corrected) {
    ParsedQuery again = parsed.again(corrected);
    return again.problems().isEmpty() && again.words().size() == parsed.words().size();
  }
}
