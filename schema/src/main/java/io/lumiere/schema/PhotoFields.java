package io.lumiere.schema;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue of all fields that documents have, in the order of {@code docs/fields.md}. What
 * documents hold, the table in the documentation, the columns of exported files and the facts that
 * searches print all come from it. Each part of a photo has the entries of its own fields beside
 * it: {@link Camera} those of cameras. Thread-safe.
 */
public final class PhotoFields {
  private static final FieldGroup<Photo, PhotoDraft> GROUP =
      new FieldGroup<>(photo -> photo, draft -> draft);

  private static final List<PhotoField<?>> IDENTITY =
      List.of(
          GROUP.one(
              Fields.ID,
              FieldType.KEYWORD,
              "identifies the photo for good",
              Photo::id,
              (photo, id) -> photo.id = id),
          GROUP.derived(
              Fields.SCHEMA,
              FieldType.NUMBER_TO_SORT,
              "schema version that it was written in",
              photo -> (long) IndexMetadata.SCHEMA_VERSION),
          GROUP.derived(
              Fields.ID_HASH,
              FieldType.NUMBER_TO_SORT,
              "hash of the id, for a random order",
              photo -> SortKeys.idHash(photo.id())));

  private static final List<PhotoField<?>> VECTORS =
      List.of(
          PhotoField.apart(
              Fields.VECTOR,
              FieldType.VECTOR,
              "what it shows: unit length, compared by dot product"));

  private static final List<PhotoField<?>> NOTES =
      List.of(
          GROUP.many(
              Fields.NOTE,
              FieldType.STORED_STRING,
              "what was passed over in the metadata",
              Photo::notes,
              (photo, note) -> photo.notes.add(note)),
          GROUP.derived(
              Fields.NOTE_COUNT,
              FieldType.NUMBER_TO_SORT,
              "how many notes there are",
              photo -> photo.notes().isEmpty() ? null : (long) photo.notes().size()));

  private static final List<PhotoField<?>> FAILURES =
      List.of(
          PhotoField.apart(
              Fields.FAILURE_PATH,
              FieldType.KEYWORD,
              "path of a file that could not be read; the document has no other fields"),
          PhotoField.apart(
              Fields.FAILURE_REASON, FieldType.STORED_STRING, "why it could not be read"),
          PhotoField.apart(Fields.FAILURE_SIZE, FieldType.STORED_LONG, "its length in bytes"),
          PhotoField.apart(
              Fields.FAILURE_MODIFIED,
              FieldType.STORED_INSTANT,
              "its last-modified time, ms since 1970 UTC"));

  private static final List<PhotoField<?>> ALL =
      Stream.of(
              IDENTITY,
              PhotoFile.NAMES,
              VECTORS,
              PhotoFile.STATE,
              ImageInfo.FIELDS,
              Taken.FIELDS,
              Camera.FIELDS,
              Place.FIELDS,
              Caption.FIELDS,
              Traits.FIELDS,
              Reading.FIELDS,
              NOTES,
              FAILURES)
          .<PhotoField<?>>flatMap(Collection::stream)
          .toList();

  private static final Map<String, PhotoField<?>> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(PhotoField::name, field -> field));

  private PhotoFields() {}

  /** All fields. */
  public static List<PhotoField<?>> all() {
    return ALL;
  }

  /** The field of this name, as {@link Fields} has it. */
  public static Optional<PhotoField<?>> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
