package io.lumiere.indexer.internal.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumiere.schema.Photo.Place;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Google Takeout says of a photo, in a JSON file beside it.
 *
 * @param taken a moment: Takeout knows no local time
 * @param place where
 * @param description words of a person
 * @param people names of the people in it
 * @param favourite whether a person marked it
 */
record TakeoutJson(
    @Nullable DateText taken,
    @Nullable Place place,
    @Nullable String description,
    List<String> people,
    boolean favourite) {
  private static final int MAX_DEPTH = 20;
  private static final long LATEST_SECOND = 253_402_300_799L;
  private static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
              .build());

  static TakeoutJson parse(byte[] json) throws IOException {
    JsonNode root = MAPPER.readTree(json);
    List<String> people = new ArrayList<>();
    root.path("people").forEach(person -> people.add(person.path("name").asText("")));
    people.removeIf(String::isBlank);
    Place place = place(root.path("geoDataExif"));
    return new TakeoutJson(
        moment(root.path("photoTakenTime").path("timestamp")),
        place == null ? place(root.path("geoData")) : place,
        root.path("description").asText(""),
        people,
        root.path("favorited").asBoolean(false));
  }

  private static @Nullable DateText moment(JsonNode seconds) {
    long value = seconds.asLong(0);
    return value == 0 || Math.abs(value) > LATEST_SECOND
        ? null
        : DateText.of(Instant.ofEpochSecond(value));
  }

  private static @Nullable Place place(JsonNode geo) {
    double latitude = geo.path("latitude").asDouble(Double.NaN);
    double longitude = geo.path("longitude").asDouble(Double.NaN);
    double altitude = geo.path("altitude").asDouble(0);
    // Takeout writes zeros for what it does not know.
    return Places.of(latitude, longitude, altitude == 0 ? Double.NaN : altitude);
  }
}
