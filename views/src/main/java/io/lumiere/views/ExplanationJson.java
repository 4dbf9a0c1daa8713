package io.lumiere.views;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.explain.WordShare;
import io.lumiere.query.hybrid.LegShare;
import java.io.IOException;
import java.util.Locale;

/** The JSON form of explanations, without the braces around it. Thread-safe. */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** What became of a photo that may be no hit. */
  public static void write(JsonGenerator json, PhotoExplanation explanation) throws IOException {
    json.writeStringField("path", explanation.photo());
    json.writeStringField("outcome", explanation.outcome().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("rank", explanation.rank());
    json.writeNumberField("score", explanation.score());
    JsonFields.texts(json, "reasons", explanation.reasons());
    writeShares(json, explanation);
    if (explanation.missing() != null) {
      json.writeStringField("partial", explanation.missing());
    }
  }

  /** What gave a hit its score. */
  static void writeShares(JsonGenerator json, PhotoExplanation explanation) throws IOException {
    JsonFields.objects(json, "explain", explanation.legs(), ExplanationJson::writeLeg);
    JsonFields.objects(json, "words", explanation.words(), ExplanationJson::writeWord);
    JsonFields.texts(json, "inWords", explanation.inWords());
  }

  private static void writeLeg(JsonGenerator json, LegShare leg) throws IOException {
    json.writeStringField("leg", leg.leg());
    json.writeNumberField("rank", leg.rank());
    json.writeNumberField("found", leg.found());
    json.writeNumberField("score", leg.score());
    json.writeNumberField("chance", leg.chance());
    json.writeNumberField("share", leg.share());
  }

  private static void writeWord(JsonGenerator json, WordShare word) throws IOException {
    json.writeStringField("word", word.word());
    json.writeStringField("field", word.field());
    json.writeNumberField("counts", word.counts());
    json.writeBooleanField("stem", word.isStem());
  }
}
