package io.lumiere.app.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.schema.PassedOver;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/** Says which files were not taken for photos. */
public final class PassedOverWords {
  private PassedOverWords() {}

  /** The kinds and how many of each, the most first. */
  public static String of(PassedOver files) {
    return files.counts().entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(kind -> kind.getKey() + " " + kind.getValue())
        .collect(Collectors.joining(", "));
  }

  /** The same as a field of a JSON object. */
  public static void print(PassedOver files, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("passedOver");
    for (Map.Entry<String, Long> kind : files.counts().entrySet()) {
      json.writeNumberField(kind.getKey(), kind.getValue());
    }
    json.writeEndObject();
  }
}
