package io.lumiere.app.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.explain.WordShare;
import io.lumiere.query.hybrid.LegShare;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes explanations as fields of a JSON object. */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** What gave a hit its score. */
  public static void writeHit(JsonGenerator json, PhotoExplanation explanation) throws IOException {
    json.writeArrayFieldStart("explain");
    for (LegShare leg : explanation.legs()) {
      json.writeStartObject();
      json.writeStringField("leg", leg.leg());
      json.writeNumberField("rank", leg.rank());
      json.writeNumberField("found", leg.found());
      json.writeNumberField("score", leg.score());
      json.writeNumberField("chance", leg.chance());
      json.writeNumberField("share", leg.share());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("words");
    for (WordShare word : explanation.words()) {
      json.writeStartObject();
      json.writeStringField("word", word.word());
      json.writeStringField("field", word.field());
      json.writeNumberField("counts", word.counts());
      json.writeBooleanField("stem", word.isStem());
      json.writeEndObject();
    }
    json.writeEndArray();
    writeLines(json, "inWords", explanation.inWords());
  }

  /** What became of a photo that may be no hit. */
  public static void writePhoto(JsonGenerator json, PhotoExplanation explanation)
      throws IOException {
    json.writeStringField("path", explanation.photo());
    json.writeStringField("outcome", explanation.outcome().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("rank", explanation.rank());
    json.writeNumberField("score", explanation.score());
    writeLines(json, "reasons", explanation.reasons());
    writeHit(json, explanation);
  }

  public static void writeLines(JsonGenerator json, String field, List<String> lines)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String line : lines) {
      json.writeString(line);
    }
    json.writeEndArray();
  }
}
