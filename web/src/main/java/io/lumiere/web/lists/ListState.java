package io.lumiere.web.lists;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.schema.Photo;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A list, and what the index has of it. Immutable.
 *
 * @param present how many of its photos the index has
 * @param cover the first of these; null where there is none
 */
record ListState(PhotoList list, int present, @Nullable Photo cover) {
  private static final int HASH_LENGTH = 12;

  /** Its JSON. */
  static final Schema.Members SCHEMA =
      Schema.object("PhotoList")
          .with("id", Schema.text(), "Identifies it: the parameter list of searches.")
          .with("name", Schema.text(), "What people call it.")
          .with(
              "kind",
              Schema.oneOf(Arrays.stream(PhotoList.Kind.values()).map(k -> k.word()).toList()),
              "What it is to people.")
          .with("count", Schema.count(), "How many of its photos the index has.")
          .optional("missing", Schema.count(), "How many it does not have; they stay in the list.")
          .optional("cover", Schema.text(), "The id of the first photo.")
          .optional("cover_hash", Schema.text(), "For the address of its thumbnail.");

  /** Writes the members of {@link #SCHEMA}. */
  void write(JsonGenerator json) throws IOException {
    json.writeStringField("id", list.id());
    json.writeStringField("name", list.name());
    json.writeStringField("kind", list.kind().word());
    json.writeNumberField("count", present);
    if (present < list.photos().size()) {
      json.writeNumberField("missing", list.photos().size() - present);
    }
    if (cover != null) {
      json.writeStringField("cover", cover.id());
      json.writeStringField("cover_hash", cover.file().contentHash().substring(0, HASH_LENGTH));
    }
  }
}
