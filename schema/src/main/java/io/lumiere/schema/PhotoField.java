package io.lumiere.schema;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * All that there is to know of one field of photos' documents: its name, type and meaning, how a
 * document gets it from a {@link Photo}, and how it gives it back. {@link PhotoFields} has them
 * all. Immutable, thread-safe.
 *
 * @param <T> a value
 */
public final class PhotoField<T> {
  private final String name;
  private final FieldType<T> type;
  private final boolean many;
  private final String meaning;
  private final Function<Photo, List<T>> getter;
  private final @Nullable BiConsumer<PhotoDraft, T> setter;
  private final boolean internal;

  PhotoField(
      String name,
      FieldType<T> type,
      boolean many,
      String meaning,
      Function<Photo, List<T>> getter,
      @Nullable BiConsumer<PhotoDraft, T> setter) {
    this(name, type, many, meaning, getter, setter, false);
  }

  private PhotoField(
      String name,
      FieldType<T> type,
      boolean many,
      String meaning,
      Function<Photo, List<T>> getter,
      @Nullable BiConsumer<PhotoDraft, T> setter,
      boolean internal) {
    this.name = name;
    this.type = type;
    this.many = many;
    this.meaning = meaning;
    this.getter = getter;
    this.setter = setter;
    this.internal = internal;
  }

  /** A field whose values are not part of a {@link Photo}. */
  static <T> PhotoField<T> apart(String name, FieldType<T> type, String meaning) {
    return new PhotoField<>(
        name, type, false, meaning, photo -> List.of(), (draft, value) -> {}, true);
  }

  /** The same, known to be of use to the program alone. */
  PhotoField<T> forTheProgram() {
    return new PhotoField<>(name, type, many, meaning, getter, setter, true);
  }

  /** As a constant of {@link Fields} has it. */
  public String name() {
    return name;
  }

  /** Its Lucene type. */
  public FieldType<T> type() {
    return type;
  }

  /** Whether one document may have several values. */
  public boolean many() {
    return many;
  }

  /** What it says, in a few words; back quotes stand around values. */
  public String meaning() {
    return meaning;
  }

  /** Whether it is made from other fields, whenever a document is written. */
  public boolean isDerived() {
    return setter == null;
  }

  /**
   * Whether it says something of the photo that people may want to know: it is neither derived nor
   * kept for the next run of the program alone.
   */
  public boolean isFact() {
    return setter != null && !internal;
  }

  /** The values of a photo; empty where it has none. */
  public List<T> of(Photo photo) {
    return getter.apply(photo);
  }

  /** Adds a photo's values to its document. */
  void add(Document document, Photo photo, Set<Language> languages) {
    for (T value : of(photo)) {
      type.write(name, value, languages).forEach(document::add);
    }
  }

  /** Whether a document gives it back. */
  boolean isGivenBack() {
    return setter != null && type.isStored();
  }

  /**
   * Gives back a value that a document stores.
   *
   * @param stored a text or a number
   */
  void give(@Nullable Object stored, PhotoDraft draft) {
    if (setter != null) {
      setter.accept(draft, type.read(name, stored));
    }
  }
}
