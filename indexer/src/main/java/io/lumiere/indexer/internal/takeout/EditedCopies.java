package io.lumiere.indexer.internal.takeout;

import io.lumiere.indexer.internal.kinds.FileKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives edited copies the files of their originals, in whatever language the copies are named in. A
 * copy is a photo without a file of its own whose stem is that of an original, then {@code -},
 * {@code _}, a space or {@code (}, then letters and no digit: {@code IMG_1-edited.jpg}, {@code
 * IMG_1 (bearbeitet).jpg}. A number in parentheses at the end must be the original's: {@code
 * IMG_1-edited(2).jpg} is of {@code IMG_1(2).jpg}. The original is a photo that has a file, or,
 * where it was deleted, the photo that a file without a photo names; of several, the one with the
 * longest stem. Where two originals share it, the one with the copy's extension counts, and where
 * that leaves two files, none.
 */
final class EditedCopies {
  private static final String SEPARATORS = "-_ (";

  /** Originals by what their stems may mean. */
  private final Map<NumberedName, List<Original>> photos = new HashMap<>();

  private final Map<NumberedName, List<Original>> deleted = new HashMap<>();

  private record Original(String extension, String file) {}

  /**
   * What is known of a folder.
   *
   * @param found the files of photos that have one of their own
   * @param free the files that no photo has
   */
  EditedCopies(Map<Photo, String> found, Set<String> free) {
    found.forEach((photo, file) -> add(photos, photo.plain(), file));
    free.forEach(this::addDeleted);
  }

  private void addDeleted(String file) {
    String base = PlainNames.of(file.substring(0, file.length() - JsonNames.JSON.length()));
    NumberedName split = NumberedName.split(base);
    String photo = JsonNames.withoutSupplement(split.text());
    FileKind kind = FileKind.of(photo);
    if (kind.isPhoto() || kind == FileKind.FILM) {
      PhotoName name = PhotoName.of(photo);
      add(
          deleted,
          new NumberedName(name.stem(), split.number()),
          new Original(name.extension(), file));
    }
  }

  private static void add(
      Map<NumberedName, List<Original>> originals, PhotoName name, String file) {
    name.stems().forEach(stem -> add(originals, stem, new Original(name.extension(), file)));
  }

  private static void add(
      Map<NumberedName, List<Original>> originals, NumberedName key, Original original) {
    originals.computeIfAbsent(key, any -> new ArrayList<>(1)).add(original);
  }

  /** The files of those photos that are copies of others, by the photos' names. */
  Map<String, String> join(Collection<Photo> copies, BooleanSupplier stopped) {
    Map<String, String> files = new HashMap<>();
    for (Photo copy : copies) {
      if (stopped.getAsBoolean()) {
        break;
      }
      String file = find(copy.plain());
      if (file != null) {
        files.put(copy.name(), file);
      }
    }
    return files;
  }

  private @Nullable String find(PhotoName copy) {
    NumberedName stem = copy.stems().getLast();
    for (int end = stem.text().length() - 1; end > 0; end--) {
      if (Character.isDigit(stem.text().charAt(end))) {
        return null;
      }
      if (isSuffix(stem.text().substring(end))) {
        NumberedName original = new NumberedName(stem.text().substring(0, end), stem.number());
        List<Original> originals = photos.getOrDefault(original, deleted.get(original));
        if (originals != null) {
          return only(originals, copy.extension());
        }
      }
    }
    return null;
  }

  private static @Nullable String only(List<Original> originals, String extension) {
    Set<String> files = new TreeSet<>();
    Set<String> alike = new TreeSet<>();
    for (Original original : originals) {
      files.add(original.file());
      if (original.extension().equals(extension)) {
        alike.add(original.file());
      }
    }
    if (files.size() > 1) {
      files = alike;
    }
    return files.size() == 1 ? files.iterator().next() : null;
  }

  /** Whether this, after an original's stem, names a copy of it. */
  static boolean isSuffix(String text) {
    return !text.isEmpty()
        && SEPARATORS.indexOf(text.charAt(0)) >= 0
        && text.codePoints().anyMatch(Character::isLetter)
        && text.codePoints().noneMatch(Character::isDigit);
  }
}
