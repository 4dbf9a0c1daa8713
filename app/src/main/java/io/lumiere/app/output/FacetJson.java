package io.lumiere.app.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.SearchResult;
import io.lumiere.query.facet.FacetCounts;
import io.lumiere.query.facet.FacetValue;
import io.lumiere.query.facet.Histogram;
import java.io.IOException;
import java.util.Locale;

/** Writes counts of hits as the fields of one JSON object. */
final class FacetJson {
  private FacetJson() {}

  static void write(JsonGenerator json, SearchResult result) throws IOException {
    json.writeNumberField("total", result.total());
    json.writeObjectFieldStart("facets");
    for (FacetCounts counts : result.facets()) {
      json.writeFieldName(counts.facet().name());
      write(json, counts);
    }
    json.writeEndObject();
    Histogram histogram = result.histogram();
    if (histogram != null) {
      json.writeFieldName("histogram");
      write(json, histogram);
    }
  }

  private static void write(JsonGenerator json, FacetCounts counts) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("values");
    for (FacetValue value : counts.values()) {
      json.writeStartObject();
      json.writeStringField("value", value.label());
      json.writeNumberField("count", value.count());
      json.writeStringField("query", value.text());
      FacetCounts within = value.within();
      if (within != null) {
        json.writeFieldName("within");
        write(json, within);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("distinct", counts.distinct());
    json.writeNumberField("other", counts.other());
    json.writeNumberField("missing", counts.missing());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Histogram histogram) throws IOException {
    json.writeStartObject();
    json.writeStringField("unit", histogram.unit().name().toLowerCase(Locale.ROOT));
    json.writeArrayFieldStart("buckets");
    for (Histogram.Bucket bucket : histogram.buckets()) {
      json.writeStartObject();
      json.writeStringField("from", bucket.first().toString());
      json.writeStringField("to", bucket.last().toString());
      json.writeStringField("label", bucket.label());
      json.writeNumberField("count", bucket.count());
      json.writeStringField("query", bucket.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("imprecise", histogram.imprecise());
    json.writeNumberField("guessed", histogram.guessed());
    json.writeNumberField("undated", histogram.undated());
    json.writeEndObject();
  }
}
