package io.lumiere.indexer.internal.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumiere.schema.Place;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
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
        taken(root.path("photoTakenTime")),
        place == null ? place(root.path("geoData")) : place,
        root.path("description").asText(""),
        people,
        root.path("favorited").asBoolean(false));
  }

  /** Seconds; {@code formatted} says the same in the words of some language, so it comes second. */
  private static @Nullable DateText taken(JsonNode time) {
    JsonNode timestamp = time.path("timestamp");
    boolean tooLarge = timestamp.isNumber() && !timestamp.canConvertToLong();
    long seconds = tooLarge ? 0 : timestamp.asLong(0);
    if (seconds != 0 && seconds >= -LATEST_SECOND && seconds <= LATEST_SECOND) {
      return DateText.of(Instant.ofEpochSecond(seconds));
    }
    DateText formatted = DateText.parse(time.path("formatted").asText(""));
    return formatted == null || !ZoneOffset.UTC.equals(formatted.offset())
        ? formatted
        : DateText.of(formatted.local().toInstant(ZoneOffset.UTC));
  }

  private static @Nullable Place place(JsonNode geo) {
    double latitude = geo.path("latitude").asDouble(Double.NaN);
    double longitude = geo.path("longitude").asDouble(Double.NaN);
    double altitude = geo.path("altitude").asDouble(0);
    // Takeout writes zeros for what it does not know.
    return Places.of(latitude, longitude, altitude == 0 ? Double.NaN : altitude);
  }
}
