package io.lumiere.query;

import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.WrittenWords;
import io.lumiere.query.spelling.IndexWords;
import io.lumiere.query.spelling.Speller;
import io.lumiere.query.spelling.Suggestion;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** Looks for misspelt words in a request. */
final class RequestSpelling {
  private RequestSpelling() {}

  /** Makes a speller, which most requests do not need. */
  interface Spellers {
    Speller make() throws IOException;
  }

  /**
   * What was likely meant in one directory; only the first page asks.
   *
   * @param isWord whether a word is known, even if no photo has it
   */
  static List<Suggestion> suggest(PreparedSearch prepared, Predicate<String> isWord)
      throws IOException {
    return suggest(
        prepared.request(),
        () -> new Speller(new IndexWords(prepared.searcher(), prepared.words().stems()), isWord));
  }

  /** What was likely meant; only the first page asks. */
  static List<Suggestion> suggest(SearchRequest request, Spellers spellers) throws IOException {
    SearchTarget target = request.target();
    boolean isAsked = request.view().isSpellingChecked() && request.paging().after() == null;
    boolean hasText =
        target.parsed == null
            ? target.text != null && target.isInWords
            : target.parsed.problems().isEmpty();
    if (!isAsked || !hasText) {
      return List.of();
    }
    Speller speller = spellers.make();
    String text = target.text;
    if (target.parsed != null || text == null) {
      return target.parsed == null ? List.of() : suggest(target.parsed, speller);
    }
    int length = text.codePointCount(0, text.length());
    return speller.suggest(text, List.of(new WrittenWords(0, length, null)));
  }

  /** Nothing where a corrected word would mean something else, such as a part of a date. */
  private static List<Suggestion> suggest(ParsedQuery parsed, Speller speller) throws IOException {
    List<Suggestion> suggestions = speller.suggest(parsed.text(), parsed.words());
    return suggestions.isEmpty() || isReadAlike(parsed, suggestions.getFirst().corrected())
        ? suggestions
        : List.of();
  }

  private static boolean isReadAlike(ParsedQuery parsed, String corrected) {
    ParsedQuery other = parsed.reparse(corrected);
    return other.problems().isEmpty() && other.words().size() == parsed.words().size();
  }
}
