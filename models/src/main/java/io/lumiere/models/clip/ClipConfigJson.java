package io.lumiere.models.clip;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.lumiere.models.Scoring;
import io.lumiere.models.internal.JsonMap;
import io.lumiere.models.internal.family.Conversion.TextInput;
import io.lumiere.models.internal.preprocess.ChannelValues;
import io.lumiere.models.internal.preprocess.Filter;
import io.lumiere.models.internal.preprocess.Fit;
import io.lumiere.models.internal.preprocess.Preprocessing;
import io.lumiere.models.internal.tokenizer.TokenizerSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** A CLIP model's configuration to and from JSON. */
final class ClipConfigJson {
  private ClipConfigJson() {}

  static ClipConfig read(byte[] json) throws IOException {
    JsonMap map = JsonMap.read(json);
    JsonMap tokenizer = map.object("tokenizer");
    JsonMap text = map.object("text");
    JsonMap scoring = map.object("scoring");
    int maxTokens = (int) text.whole("maxTokens");
    return new ClipConfig(
        map.text("architecture"),
        preprocessing(map.object("image")),
        new TokenizerSpec(
            TokenizerSpec.Kind.valueOf(tokenizer.text("kind")),
            tokenizer.texts("files"),
            maxTokens),
        new TextInput(
            maxTokens,
            text.truth("fixed"),
            (int) text.whole("padId"),
            text.truth("causal"),
            text.truth("pickEnd")),
        new Scoring(
            Scoring.Kind.valueOf(scoring.text("kind")),
            scoring.number("scale"),
            scoring.number("bias")),
        map.texts("templates"));
  }

  private static Preprocessing preprocessing(JsonMap map) {
    return new Preprocessing(
        (int) map.whole("size"),
        Fit.valueOf(map.text("fit")),
        Filter.valueOf(map.text("filter")),
        map.number("cropFraction"),
        channels(map.numbers("mean")),
        channels(map.numbers("std")));
  }

  private static ChannelValues channels(List<Double> values) {
    if (values.size() != 3) {
      throw new IllegalArgumentException(values.size() + " channels where 3 are expected");
    }
    return new ChannelValues(
        values.get(0).floatValue(), values.get(1).floatValue(), values.get(2).floatValue());
  }

  static byte[] write(ClipConfig config) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = new JsonFactory().createGenerator(bytes)) {
      out.setPrettyPrinter(new DefaultPrettyPrinter());
      out.writeStartObject();
      out.writeStringField("architecture", config.architecture());
      writeImage(out, config.preprocessing());
      writeTokenizer(out, config.tokenizer());
      writeText(out, config.input());
      out.writeObjectFieldStart("scoring");
      out.writeStringField("kind", config.scoring().kind().name());
      out.writeNumberField("scale", config.scoring().scale());
      out.writeNumberField("bias", config.scoring().bias());
      out.writeEndObject();
      writeTexts(out, "templates", config.templates());
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void writeImage(JsonGenerator out, Preprocessing image) throws IOException {
    out.writeObjectFieldStart("image");
    out.writeNumberField("size", image.size());
    out.writeStringField("fit", image.fit().name());
    out.writeStringField("filter", image.filter().name());
    out.writeNumberField("cropFraction", image.cropFraction());
    writeChannels(out, "mean", image.mean());
    writeChannels(out, "std", image.std());
    out.writeEndObject();
  }

  private static void writeChannels(JsonGenerator out, String name, ChannelValues values)
      throws IOException {
    out.writeArrayFieldStart(name);
    out.writeNumber(values.red());
    out.writeNumber(values.green());
    out.writeNumber(values.blue());
    out.writeEndArray();
  }

  private static void writeTokenizer(JsonGenerator out, TokenizerSpec spec) throws IOException {
    out.writeObjectFieldStart("tokenizer");
    out.writeStringField("kind", spec.kind().name());
    writeTexts(out, "files", spec.files());
    out.writeEndObject();
  }

  private static void writeText(JsonGenerator out, TextInput input) throws IOException {
    out.writeObjectFieldStart("text");
    out.writeNumberField("maxTokens", input.maxTokens());
    out.writeBooleanField("fixed", input.fixed());
    out.writeNumberField("padId", input.padId());
    out.writeBooleanField("causal", input.causal());
    out.writeBooleanField("pickEnd", input.pickEnd());
    out.writeEndObject();
  }

  private static void writeTexts(JsonGenerator out, String name, List<String> texts)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }
}
