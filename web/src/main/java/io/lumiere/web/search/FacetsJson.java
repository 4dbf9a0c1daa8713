package io.lumiere.web.search;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.facet.FacetCounts;
import io.lumiere.query.facet.FacetValue;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The JSON form of counts by facets, with what is chosen of them. */
final class FacetsJson {
  /** A country has regions, and these have towns. */
  private static final int LEVELS = 3;

  static final Schema.Members FACETS =
      GridJson.withPartial(
          Schema.object("Facets")
              .with("total", Schema.count(), "how many photos there are")
              .with(
                  "facets",
                  Schema.list(
                      counts(
                          Schema.object("Facet").with("name", Schema.text(), "its name"), LEVELS)),
                  "in the order that was asked for"));

  static final Schema.Members TIMELINE =
      GridJson.withPartial(
          Schema.object("Timeline")
              .with("unit", Schema.oneOf(List.of("day", "month", "year")), "how long buckets are")
              .with(
                  "buckets",
                  Schema.list(
                      Schema.object("Bucket")
                          .with("from", Schema.text(), "its first day")
                          .with("to", Schema.text(), "its last day")
                          .with("label", Schema.text(), "such as 2021-07")
                          .with("count", Schema.count(), "how many photos")
                          .with("query", Schema.text().orNull(), "keeps just these photos")),
                  "earliest first")
              .with("imprecise", Schema.count(), "photos of which too little of the date is known")
              .with("guessed", Schema.count(), "photos whose date is a guess")
              .with("undated", Schema.count(), "photos without a date"));

  private FacetsJson() {}

  private static Schema.Members counts(Schema.Members object, int levels) {
    String level = levels == LEVELS ? "" : String.valueOf(LEVELS - levels);
    Schema.Members value =
        Schema.object("FacetValue" + level)
            .with("value", Schema.text(), "as it is shown")
            .with("count", Schema.count(), "how many photos have it")
            .with("query", Schema.text().orNull(), "keeps just these photos")
            .with("selected", Schema.flag(), "whether it is chosen");
    return object
        .with(
            "values",
            Schema.list(
                levels == 1
                    ? value
                    : value.optional(
                        "within",
                        counts(Schema.object("FacetCounts" + level), levels - 1),
                        "what they are counted by further")),
            "the commonest values, and those that are chosen")
        .with("distinct", Schema.count(), "how many values there are")
        .with("other", Schema.count(), "photos of the values that are not shown")
        .with("missing", Schema.count(), "photos without a value");
  }

  static void write(JsonGenerator json, FacetCounts counts, Set<String> chosen) throws IOException {
    json.writeArrayFieldStart("values");
    for (FacetValue value : counts.values()) {
      json.writeStartObject();
      json.writeStringField("value", value.label());
      json.writeNumberField("count", value.count());
      json.writeStringField("query", value.text());
      json.writeBooleanField("selected", value.text() != null && chosen.contains(value.text()));
      if (value.within() != null) {
        json.writeObjectFieldStart("within");
        write(json, value.within(), chosen);
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("distinct", counts.distinct());
    json.writeNumberField("other", counts.other());
    json.writeNumberField("missing", counts.missing());
  }
}
