package io.lumiere.web.search;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.completion.Completion;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The JSON form of completions. */
final class SuggestJson {
  static final Schema.Members SUGGESTIONS =
      Schema.object("Suggestions")
          .with(
              "completions",
              Schema.list(
                  Schema.object("Completion")
                      .with("text", Schema.text(), "what replaces the part")
                      .with("from", Schema.count(), "where the part begins, in code points")
                      .with("to", Schema.count(), "where it has ended")
                      .with(
                          "kind",
                          Schema.oneOf(List.of("field", "value", "word", "photo")),
                          "what it is")
                      .with("label", Schema.text(), "what to show")
                      .optional("count", Schema.count(), "about how many photos have it")),
              "the likeliest first")
          .with("problems", QueryProblems.PROBLEMS, "what is wrong with the query so far")
          .with("understood", QueryProblems.UNDERSTOOD, "what its parts mean");

  private SuggestJson() {}

  static void write(JsonGenerator json, Completion completion) throws IOException {
    json.writeStringField("text", completion.text());
    json.writeNumberField("from", completion.from());
    json.writeNumberField("to", completion.to());
    json.writeStringField("kind", completion.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringField("label", completion.label());
    if (completion.count() != null) {
      json.writeNumberField("count", completion.count());
    }
  }
}
