package io.lumiere.app.output;

import io.lumiere.base.Plural;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.spelling.Suggestion;
import io.lumiere.views.CountsJson;
import io.lumiere.views.ExplanationJson;
import io.lumiere.views.HitJson;
import io.lumiere.views.HitView;
import io.lumiere.views.JsonFields;
import io.lumiere.views.PageJson;
import io.lumiere.views.ResultView;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Prints what searches find: tables for a person, one JSON object a line for a script. What is said
 * beside the hits goes to the error output. Not thread-safe.
 */
public final class ResultPrinter {
  /**
   * What is printed besides the hits.
   *
   * @param counts how many photos match, by each facet
   * @param suggestions with JSON, the words that were likely meant; a person always gets them
   * @param pageToken what shows the next page
   */
  public record Extras(boolean counts, boolean suggestions, boolean pageToken) {}

  private final Console console;
  private final boolean json;
  private final Extras extras;

  /** A printer of results in one of the two forms. */
  public ResultPrinter(Console console, boolean json, Extras extras) {
    this.console = console;
    this.json = json;
    this.extras = extras;
  }

  /**
   * Prints how a search was understood; in JSON, an object of its own.
   *
   * @param text as it was written
   * @param understood a line each
   * @param lucene the query as Lucene writes it
   */
  public void printUnderstood(String text, List<String> understood, String lucene) {
    if (json) {
      JsonLine.print(
          console,
          line -> {
            line.writeStringField("text", text);
            JsonFields.texts(line, "understood", understood);
            line.writeStringField("lucene", lucene);
          });
    } else {
      understood.forEach(console.out()::println);
      console.out().println("Lucene: " + lucene);
    }
  }

  /** Prints why a photo is found, or is not. */
  public void print(PhotoExplanation explanation) {
    if (json) {
      JsonLine.print(console, line -> ExplanationJson.write(line, explanation));
    } else {
      console.out().println(explanation.photo());
      explanation.inWords().forEach(line -> console.out().println("  " + line));
    }
    if (explanation.missing() != null) {
      console.err().println("Partial: " + explanation.missing());
    }
  }

  /** Prints a result. */
  public void print(ResultView result) {
    if (json) {
      printJson(result);
    } else {
      new HitText(console).print(result);
      if (extras.counts()) {
        new CountsText(console).print(result);
      }
    }
    printPage(result);
    printMissing(result);
    printSuggestions(result);
  }

  private void printJson(ResultView result) {
    for (HitView hit : result.hits()) {
      printJson(result, line -> HitJson.write(line, hit));
    }
    if (extras.counts() || extras.suggestions()) {
      printJson(
          result,
          line -> {
            if (extras.counts()) {
              CountsJson.write(line, result);
            }
            if (extras.suggestions()) {
              PageJson.writeSuggestions(line, result);
            }
          });
    }
    if (extras.pageToken()) {
      printJson(result, line -> PageJson.write(line, result));
    }
  }

  /** An object that begins with the text, where there are many. */
  private void printJson(ResultView result, JsonLine.Fields fields) {
    JsonLine.print(
        console,
        line -> {
          if (result.query() != null) {
            line.writeStringField("query", result.query());
          }
          fields.write(line);
        });
  }

  /** Tells a person where the hits ended. */
  private void printPage(ResultView result) {
    if (result.cutoff() != null) {
      console.err().println(result.cutoff().sentence("photos"));
    }
    if (extras.pageToken() && !json) {
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

  /** What could not be searched; for a script in a last object, too. */
  private void printMissing(ResultView result) {
    String missing = result.missing();
    if (missing == null) {
      return;
    }
    if (json) {
      printJson(result, line -> line.writeStringField("partial", missing));
    }
    console.err().println("Partial: " + missing);
  }

  /** Apart from the hits: they are those of what was written, as far as it goes. */
  private void printSuggestions(ResultView result) {
    PrintStream err = console.err();
    result.notes().forEach(note -> err.println("Note: " + note));
    Set<String> questions = new LinkedHashSet<>();
    for (Suggestion suggestion : result.suggestions()) {
      questions.add(
          "Did you mean '%s'? (%s)"
              .formatted(suggestion.replacement(), Plural.of(suggestion.photos(), "photo")));
    }
    questions.forEach(err::println);
    if (!questions.isEmpty()) {
      err.println("Search for: " + result.suggestions().getFirst().corrected());
    }
  }
}
