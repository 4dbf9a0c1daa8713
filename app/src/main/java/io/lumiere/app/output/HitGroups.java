package io.lumiere.app.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.Hit;
import io.lumiere.query.group.Group;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Shows the groups of hits, and the photos that stand behind a hit. */
final class HitGroups {
  private HitGroups() {}

  /**
   * Prints a line above the first hit of each group.
   *
   * @param before the hit above; null above the first
   */
  static void printHead(Console console, Hit hit, @Nullable Hit before) {
    Group group = hit.group();
    boolean isNew =
        group != null
            && (before == null
                || before.group() == null
                || !before.group().key().equals(group.key()));
    if (group != null && isNew) {
      console.out().println(group.label() + ", " + Plural.of(group.photos(), "photo"));
    }
  }

  /** What a hit's line says of the photos behind it. */
  static String hidden(Hit hit) {
    int alike = hit.alike().size();
    return alike == 0 ? "" : "  (+" + alike + " like it)";
  }

  /** Writes what was asked for. */
  static void write(JsonGenerator line, Hit hit, boolean collapsed) throws IOException {
    if (hit.group() != null) {
      line.writeObjectFieldStart("group");
      line.writeStringField("key", hit.group().key());
      line.writeStringField("label", hit.group().label());
      line.writeNumberField("photos", hit.group().photos());
      line.writeEndObject();
    }
    if (collapsed) {
      line.writeObjectFieldStart("alike");
      line.writeNumberField("number", hit.alike().size());
      line.writeArrayFieldStart("ids");
      for (String id : hit.alike()) {
        line.writeString(id);
      }
      line.writeEndArray();
      line.writeEndObject();
    }
  }
}
