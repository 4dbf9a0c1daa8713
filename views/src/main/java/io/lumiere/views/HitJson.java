package io.lumiere.views;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.highlight.Highlight;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The JSON form of a hit, without the braces around it. Thread-safe. */
public final class HitJson {
  /** What is written first, dates in a form of their own, and what the file itself says. */
  private static final Set<String> APART =
      Set.of(
          Fields.PATH,
          Fields.TAKEN,
          Fields.TAKEN_SOURCE,
          Fields.TAKEN_CONFIDENCE,
          Fields.LATITUDE,
          Fields.LONGITUDE,
          Fields.WIDTH,
          Fields.HEIGHT,
          Fields.ID,
          Fields.SIZE,
          Fields.MODIFIED,
          Fields.ORIENTATION,
          Fields.FORMAT);

  private HitJson() {}

  /** Writes the hit's fields; those that were not asked for are left out. */
  public static void write(JsonGenerator json, HitView hit) throws IOException {
    json.writeNumberField("rank", hit.rank());
    json.writeNumberField("score", hit.score());
    if (hit.similarity() != null) {
      json.writeNumberField("similarity", hit.similarity());
    }
    writePhoto(json, hit.photo());
    if (hit.belowCut()) {
      json.writeBooleanField("below_cut", true);
    }
    if (hit.highlights() != null) {
      writeHighlights(json, hit.highlights());
    }
    if (hit.group() != null) {
      json.writeObjectFieldStart("group");
      json.writeStringField("key", hit.group().key());
      json.writeStringField("label", hit.group().label());
      json.writeNumberField("photos", hit.group().photos());
      json.writeEndObject();
    }
    if (hit.alike() != null) {
      json.writeObjectFieldStart("alike");
      json.writeNumberField("number", hit.alike().size());
      JsonFields.texts(json, "ids", hit.alike());
      json.writeEndObject();
    }
    if (hit.explanation() != null) {
      ExplanationJson.writeShares(json, hit.explanation());
    }
  }

  /** Writes what is known of a photo. */
  public static void writePhoto(JsonGenerator json, PhotoView view) throws IOException {
    Photo photo = view.photo();
    json.writeStringField("path", photo.file().path());
    json.writeStringField("file", view.file().toString());
    json.writeStringField("taken", photo.taken() == null ? null : photo.taken().iso());
    json.writeStringField("taken_source", photo.taken() == null ? null : photo.taken().source());
    json.writeStringField(
        "taken_confidence", photo.taken() == null ? null : photo.taken().confidence().keyword());
    json.writeBooleanField("taken_guessed", view.isGuessed());
    json.writeStringField("camera", view.camera());
    if (photo.place() != null) {
      json.writeNumberField("latitude", photo.place().latitude());
      json.writeNumberField("longitude", photo.place().longitude());
    }
    json.writeNumberField("width", photo.image().width());
    json.writeNumberField("height", photo.image().height());
    json.writeStringField("id", photo.id());
    for (PhotoFact fact : PhotoFact.of(photo)) {
      if (!APART.contains(fact.name())) {
        JsonFields.value(json, fact);
      }
    }
  }

  /** A field's texts as an array, by the field's name. */
  public static void writeHighlights(JsonGenerator json, List<Highlight> highlights)
      throws IOException {
    Map<String, List<Highlight>> byField = new TreeMap<>();
    for (Highlight highlight : highlights) {
      byField.computeIfAbsent(highlight.field(), field -> new ArrayList<>()).add(highlight);
    }
    json.writeObjectFieldStart("highlights");
    for (Map.Entry<String, List<Highlight>> field : byField.entrySet()) {
      JsonFields.objects(json, field.getKey(), field.getValue(), HitJson::writeHighlight);
    }
    json.writeEndObject();
  }

  /** Ranges count code points: a script may count characters as it likes. */
  private static void writeHighlight(JsonGenerator json, Highlight highlight) throws IOException {
    String text = highlight.text();
    json.writeStringField("text", text);
    json.writeArrayFieldStart("ranges");
    for (Highlight.Range range : highlight.ranges()) {
      int start = text.codePointCount(0, range.start());
      int length = text.codePointCount(range.start(), range.end());
      json.writeArray(new int[] {start, start + length}, 0, 2);
    }
    json.writeEndArray();
  }
}
