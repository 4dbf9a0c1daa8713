package io.lumiere.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that is known of a photo, to show or to hand to another program. Immutable.
 *
 * @param name of its field, as {@link Fields} has it
 * @param value a text, a number, a date or time of {@code java.time}, or a list of texts
 * @param text the same for people
 */
public record PhotoFact(String name, Object value, String text) {
  /** All that is known of a photo, in the order of {@link PhotoFields}. */
  public static List<PhotoFact> of(Photo photo) {
    List<PhotoFact> facts = new ArrayList<>();
    for (PhotoField<?> field : PhotoFields.all()) {
      List<?> values = field.isFact() ? field.of(photo) : List.of();
      if (!values.isEmpty()) {
        facts.add(
            new PhotoFact(
                field.name(),
                field.many() ? values : values.getFirst(),
                values.stream().map(String::valueOf).collect(Collectors.joining(", "))));
      }
    }
    return facts;
  }
}
