package io.lumiere.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
  public static final Caption NONE = builder().build();

  private static final FieldGroup<Caption, Builder> GROUP =
      new FieldGroup<>(Photo::caption, draft -> draft.caption);

  static final List<PhotoField<?>> FIELDS =
      List.of(
          GROUP.one(Fields.TITLE, FieldType.STEMMED_WORDS, "title", Caption::title, Builder::title),
          GROUP.one(
              Fields.DESCRIPTION,
              FieldType.STEMMED_WORDS,
              "description or caption",
              Caption::description,
              Builder::description),
          GROUP.many(
              Fields.KEYWORDS,
              FieldType.STEMMED_WORDS,
              "keywords or tags",
              Caption::keywords,
              (caption, keyword) -> caption.keywords.add(keyword)),
          GROUP.derivedMany(
              Fields.KEYWORD, FieldType.KEYWORD, "each keyword, exact", Caption::keywords),
          GROUP.many(
              Fields.PEOPLE,
              FieldType.WORDS,
              "names of the people in it",
              Caption::people,
              (caption, person) -> caption.people.add(person)),
          GROUP.derivedMany(
              Fields.PERSON,
              FieldType.KEYWORD,
              "each name of a person in it, exact",
              Caption::people),
          GROUP.many(
              Fields.CREATOR,
              FieldType.WORDS,
              "who made it",
              Caption::creators,
              (caption, creator) -> caption.creators.add(creator)),
          GROUP.one(
              Fields.COPYRIGHT,
              FieldType.WORDS,
              "copyright notice",
              Caption::copyright,
              Builder::copyright),
          GROUP.one(
              Fields.RATING,
              FieldType.INT,
              "stars, 1 to 5; -1 for rejected",
              Caption::rating,
              Builder::rating),
          GROUP.derivedMany(
              Fields.LANGUAGE,
              FieldType.KEYWORD,
              "what title, description and keywords are in beside English: `de`, `fr`, ...",
              Caption::languageCodes),
          GROUP.one(
              Fields.LABEL,
              FieldType.KEYWORD,
              "label, often a colour",
              Caption::label,
              Builder::label));

  public Caption {
    keywords = List.copyOf(Objects.requireNonNull(keywords));
    people = List.copyOf(Objects.requireNonNull(people));
    creators = List.copyOf(Objects.requireNonNull(creators));
    if (rating != null && (rating < -1 || rating > 5 || rating == 0)) {
      throw new IllegalArgumentException("rating " + rating + " is neither -1 nor in 1..5");
    }
  }

  /** The words alone. */
  public Caption(@Nullable String title, @Nullable String description, List<String> keywords) {
    this(title, description, keywords, List.of(), List.of(), null, null, null);
  }

  /** A builder of a caption that says nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The languages that title, description and keywords are in; the photo's stems depend on them.
   */
  public Set<Language> languages() {
    List<String> texts = new ArrayList<>(keywords);
    Stream.of(title, description).filter(Objects::nonNull).forEach(texts::add);
    return TextLanguages.of(texts);
  }

  private List<String> languageCodes() {
    return languages().stream()
        .filter(language -> language != Language.ENGLISH)
        .map(Language::code)
        .toList();
  }

  /** Gathers what people said of a photo. Not thread-safe. */
  public static final class Builder {
    private @Nullable String title;
    private @Nullable String description;
    private final List<String> keywords = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final List<String> creators = new ArrayList<>();
    private @Nullable String copyright;
    private @Nullable Integer rating;
    private @Nullable String label;

    private Builder() {}

    public Builder title(@Nullable String value) {
      title = value;
      return this;
    }

    public Builder description(@Nullable String value) {
      description = value;
      return this;
    }

    public Builder keywords(List<String> values) {
      keywords.addAll(values);
      return this;
    }

    public Builder people(List<String> values) {
      people.addAll(values);
      return this;
    }

    public Builder creators(List<String> values) {
      creators.addAll(values);
      return this;
    }

    public Builder copyright(@Nullable String value) {
      copyright = value;
      return this;
    }

    public Builder rating(@Nullable Integer value) {
      rating = value;
      return this;
    }

    public Builder label(@Nullable String value) {
      label = value;
      return this;
    }

    /** The caption; an impossible rating is refused. */
    public Caption build() {
      return new Caption(title, description, keywords, people, creators, copyright, rating, label);
    }
  }
}
