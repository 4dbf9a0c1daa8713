package io.lumiere.schema;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file that a photo was read from. Immutable.
 *
 * @param path relative to the archive's root, {@code /} between folders
 * @param contentHash lower-case hexadecimal SHA-256 of its bytes
 * @param size in bytes
 * @param modified last-modified time; kept to the millisecond
 * @param sidecars a text that changes whenever the sidecar files that its metadata were read from
 *     change; null where there are none
 * @param reading how it was read
 */
public record PhotoFile(
    String path,
    String contentHash,
    long size,
    Instant modified,
    @Nullable String sidecars,
    Reading reading) {
  private static final FieldGroup<PhotoFile, Draft> GROUP =
      new FieldGroup<>(Photo::file, draft -> draft.file);

  /** Where it is and what it is called. */
  static final List<PhotoField<?>> NAMES =
      List.of(
          GROUP.one(
              Fields.PATH,
              FieldType.KEYWORD,
              "path relative to the archive's root, `/` between folders",
              PhotoFile::path,
              (file, path) -> file.path = path),
          GROUP.derived(
              Fields.NAME,
              FieldType.TERM,
              "the whole file's name, folded: `img_1/jpg/rome/trips/` of `trips/Rome/IMG_1.JPG`",
              file -> FileName.of(file.path).term()),
          GROUP.derived(
              Fields.FOLDERS,
              FieldType.STEMMED_WORDS,
              "names of the folders it lies in",
              file -> file.folder().isEmpty() ? null : Words.split(file.folder())),
          GROUP.derived(
              Fields.FILENAME,
              FieldType.STEMMED_WORDS,
              "the file's name, taken apart",
              file -> Words.split(file.stem())),
          GROUP.derived(
              Fields.NAME_ORDER,
              FieldType.TERM_TO_SORT,
              "the file's name as a key that sorts as people expect",
              file -> SortKeys.name(file.name())));

  /** What shows whether the file has changed. */
  static final List<PhotoField<?>> STATE =
      List.of(
          GROUP
              .one(
                  Fields.CONTENT_HASH,
                  FieldType.KEYWORD,
                  "SHA-256 of the file",
                  PhotoFile::contentHash,
                  (file, hash) -> file.contentHash = hash)
              .forTheProgram(),
          GROUP.one(
              Fields.SIZE,
              FieldType.LONG,
              "the file's length in bytes",
              PhotoFile::size,
              (file, size) -> file.size = size),
          GROUP.one(
              Fields.MODIFIED,
              FieldType.INSTANT,
              "the file's last-modified time, ms since 1970 UTC",
              PhotoFile::modified,
              (file, modified) -> file.modified = modified),
          GROUP
              .one(
                  Fields.SIDECARS,
                  FieldType.KEYWORD,
                  "state of the sidecar files that were read",
                  PhotoFile::sidecars,
                  (file, sidecars) -> file.sidecars = sidecars)
              .forTheProgram());

  public PhotoFile {
    if (path.isEmpty() || path.startsWith("/")) {
      throw new IllegalArgumentException("path is not relative to the archive: '" + path + "'");
    }
    if (size < 0) {
      throw new IllegalArgumentException("size of " + path + " is negative: " + size);
    }
  }

  /** A file of which it is not known how it was read. */
  public PhotoFile(
      String path, String contentHash, long size, Instant modified, @Nullable String sidecars) {
    this(path, contentHash, size, modified, sidecars, Reading.UNKNOWN);
  }

  /** The same, without sidecars. */
  public PhotoFile(String path, String contentHash, long size, Instant modified) {
    this(path, contentHash, size, modified, null);
  }

  /** The part of the path after the last {@code /}. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The part of the path before the last {@code /}; empty at the archive's root. */
  public String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The name without its extension. */
  private String stem() {
    String name = name();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Gathers what fields give back. Not thread-safe. */
  static final class Draft {
    private @Nullable String path;
    private @Nullable String contentHash;
    private @Nullable Long size;
    private @Nullable Instant modified;
    private @Nullable String sidecars;

    PhotoFile build(Reading reading) {
      return new PhotoFile(
          PhotoDraft.expect(Fields.PATH, path),
          PhotoDraft.expect(Fields.CONTENT_HASH, contentHash),
          PhotoDraft.expect(Fields.SIZE, size),
          PhotoDraft.expect(Fields.MODIFIED, modified),
          sidecars,
          reading);
    }
  }
}
