package io.lumiere.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The words and marks that people gave a photo. Immutable.
 *
 * @param title title
 * @param description description or caption
 * @param keywords keywords or tags, in their order
 * @param people names of the people in it
 * @param creators who made it, in their order
 * @param copyright whose it is, and what others may do with it
 * @param rating stars, 1 to 5, or -1 for one to be thrown away; null where it has none
 * @param label a colour or another word by which a person sorts photos
 */
public record Caption(
    @Nullable String title,
    @Nullable String description,
    List<String> keywords,
    List<String> people,
    List<String> creators,
    @Nullable String copyright,
    @Nullable Integer rating,
    @Nullable String label) {
  public static final Caption NONE = new Caption(null, null, List.of());

  public Caption {
    keywords = List.copyOf(Objects.requireNonNull(keywords));
    people = List.copyOf(Objects.requireNonNull(people));
    creators = List.copyOf(Objects.requireNonNull(creators));
    if (rating != null && (rating < -1 || rating > 5 || rating == 0)) {
      throw new IllegalArgumentException("rating " + rating + " is neither -1 nor in 1..5");
    }
  }

  /** Nobody in it is named. */
  public Caption(
      @Nullable String title,
      @Nullable String description,
      List<String> keywords,
      List<String> creators,
      @Nullable String copyright,
      @Nullable Integer rating,
      @Nullable String label) {
    this(title, description, keywords, List.of(), creators, copyright, rating, label);
  }

  /** The words alone. */
  public Caption(@Nullable String title, @Nullable String description, List<String> keywords) {
    this(title, description, keywords, List.of(), null, null, null);
  }
}
