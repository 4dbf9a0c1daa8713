package io.lumiere.views;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.facet.FacetCounts;
import io.lumiere.query.facet.FacetValue;
import io.lumiere.query.facet.Histogram;
import java.io.IOException;
import java.util.Locale;

/** The JSON form of counts of all hits, without the braces around it. Thread-safe. */
public final class CountsJson {
  private CountsJson() {}

  /** Writes how many hits there are, by each facet and over time. */
  public static void write(JsonGenerator json, ResultView result) throws IOException {
    json.writeNumberField("total", result.total());
    json.writeObjectFieldStart("facets");
    for (FacetCounts counts : result.facets()) {
      writeFacet(json, counts.facet().name(), counts);
    }
    json.writeEndObject();
    if (result.histogram() != null) {
      json.writeObjectFieldStart("histogram");
      writeHistogram(json, result.histogram());
      json.writeEndObject();
    }
  }

  private static void writeFacet(JsonGenerator json, String field, FacetCounts counts)
      throws IOException {
    json.writeObjectFieldStart(field);
    JsonFields.objects(json, "values", counts.values(), CountsJson::writeValue);
    json.writeNumberField("distinct", counts.distinct());
    json.writeNumberField("other", counts.other());
    json.writeNumberField("missing", counts.missing());
    json.writeEndObject();
  }

  private static void writeValue(JsonGenerator json, FacetValue value) throws IOException {
    json.writeStringField("value", value.label());
    json.writeNumberField("count", value.count());
    json.writeStringField("query", value.text());
    if (value.within() != null) {
      writeFacet(json, "within", value.within());
    }
  }

  /** Writes how many hits there are over time. */
  public static void writeHistogram(JsonGenerator json, Histogram histogram) throws IOException {
    json.writeStringField("unit", histogram.unit().name().toLowerCase(Locale.ROOT));
    JsonFields.objects(json, "buckets", histogram.buckets(), CountsJson::writeBucket);
    json.writeNumberField("imprecise", histogram.imprecise());
    json.writeNumberField("guessed", histogram.guessed());
    json.writeNumberField("undated", histogram.undated());
  }

  private static void writeBucket(JsonGenerator json, Histogram.Bucket bucket) throws IOException {
    json.writeStringField("from", bucket.first().toString());
    json.writeStringField("to", bucket.last().toString());
    json.writeStringField("label", bucket.label());
    json.writeNumberField("count", bucket.count());
    json.writeStringField("query", bucket.text());
  }
}
