package io.lumiere.query.highlight;

import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import io.lumiere.schema.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of a words field as they were indexed, beside what was written. */
final class WrittenTexts {
  private WrittenTexts() {}

  /**
   * One value.
   *
   * @param written as a person or a camera wrote it
   * @param indexed as it was indexed: the same, or a name taken apart by {@link Words#split}
   * @param pieces where the words of {@code indexed}, which single spaces part, stand in {@code
   *     written}; null where both are the same
   */
  record IndexedValue(String written, String indexed, @Nullable List<Words.Piece> pieces) {
    /** The place in {@link #written} of a place in {@link #indexed}. */
    Highlight.Range inWritten(int start, int end) {
      if (pieces == null) {
        return new Highlight.Range(start, end);
      }
      int from = Integer.MAX_VALUE;
      int to = 0;
      int at = 0;
      for (Words.Piece piece : pieces) {
        int length = piece.end() - piece.start();
        int first = Math.max(start, at);
        int last = Math.min(end, at + length);
        if (first < last) {
          from = Math.min(from, piece.start() + first - at);
          to = Math.max(to, piece.start() + last - at);
        }
        at += length + 1;
      }
      return new Highlight.Range(from, to);
    }
  }

  /**
   * Finds what was written.
   *
   * @param indexed the values that the photo's document holds, in their order
   */
  static List<IndexedValue> of(Photo photo, String field, List<String> indexed) {
    List<IndexedValue> values = new ArrayList<>();
    for (String value : indexed) {
      values.add(
          names(photo, field)
              .filter(name -> Words.split(name).equals(value))
              .findFirst()
              .map(name -> new IndexedValue(shown(photo, field, name), value, Words.pieces(name)))
              .orElseGet(() -> new IndexedValue(value, value, null)));
    }
    return values;
  }

  /** What may have been taken apart. */
  private static Stream<String> names(Photo photo, String field) {
    return switch (field) {
      case Fields.FILENAME -> {
        String name = photo.file().name();
        int dot = name.lastIndexOf('.');
        yield dot > 0 ? Stream.of(name.substring(0, dot), name) : Stream.of(name);
      }
      case Fields.FOLDERS -> Stream.of(photo.file().folder());
      case Fields.CAMERA -> Stream.ofNullable(photo.camera().name());
      default -> Stream.of();
    };
  }

  /** A file is shown with its extension, which no word is found in. */
  private static String shown(Photo photo, String field, String name) {
    return field.equals(Fields.FILENAME) ? photo.file().name() : name;
  }
}
