package io.lumiere.app.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.SearchResult;
import io.lumiere.query.spelling.Suggestion;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Set;

/** Prints what was likely meant by words that no photo has. */
public final class SuggestionPrinter {
  private SuggestionPrinter() {}

  /** Tells a person, apart from the hits: they are those of what was written, as far as it goes. */
  public static void print(Console console, SearchResult result) {
    PrintStream err = console.err();
    result.notes().forEach(note -> err.println("Note: " + note));
    Set<String> questions = new LinkedHashSet<>();
    for (Suggestion found : result.suggestions()) {
      questions.add(
          "Did you mean '%s'? (%s)"
              .formatted(found.replacement(), Plural.of(found.photos(), "photo")));
    }
    questions.forEach(err::println);
    if (!questions.isEmpty()) {
      err.println("Search for: " + result.suggestions().getFirst().corrected());
    }
  }

  /** Adds them to the last object of a search. */
  static void write(JsonGenerator json, SearchResult result) throws IOException {
    json.writeArrayFieldStart("suggestions");
    for (Suggestion found : result.suggestions()) {
      json.writeStartObject();
      json.writeNumberField("start", found.start());
      json.writeNumberField("end", found.end());
      json.writeStringField("word", found.word());
      json.writeStringField("replacement", found.replacement());
      json.writeNumberField("photos", found.photos());
      json.writeStringField("corrected", found.corrected());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
