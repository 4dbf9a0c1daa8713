package io.lumiere.views;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.spelling.Suggestion;
import java.io.IOException;
import java.util.Locale;

/**
 * The JSON form of what stands beside a page of hits, without the braces around it. Thread-safe.
 */
public final class PageJson {
  private PageJson() {}

  /** How many photos match, what shows the next page, and where the hits were cut off. */
  public static void write(JsonGenerator json, ResultView result) throws IOException {
    json.writeNumberField("total", result.total());
    json.writeStringField("next", result.next() == null ? null : result.next().toString());
    if (result.cutoff() == null) {
      json.writeNullField("cutoff");
    } else {
      json.writeObjectFieldStart("cutoff");
      writeCutoff(json, result.cutoff());
      json.writeEndObject();
    }
  }

  /** What a cut-off did or would do. */
  public static void writeCutoff(JsonGenerator json, CutoffReport cutoff) throws IOException {
    json.writeStringField("outcome", cutoff.outcome().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("kept", cutoff.kept());
    json.writeNumberField("dropped", cutoff.dropped());
    JsonFields.number(json, "above", cutoff.above());
    JsonFields.number(json, "below", cutoff.below());
    json.writeStringField("sentence", cutoff.sentence("photos"));
  }

  /** What was likely meant by words that no photo has. */
  public static void writeSuggestions(JsonGenerator json, ResultView result) throws IOException {
    JsonFields.objects(json, "suggestions", result.suggestions(), PageJson::writeSuggestion);
  }

  private static void writeSuggestion(JsonGenerator json, Suggestion suggestion)
      throws IOException {
    json.writeNumberField("start", suggestion.start());
    json.writeNumberField("end", suggestion.end());
    json.writeStringField("word", suggestion.word());
    json.writeStringField("replacement", suggestion.replacement());
    json.writeNumberField("photos", suggestion.photos());
    json.writeStringField("corrected", suggestion.corrected());
  }
}
