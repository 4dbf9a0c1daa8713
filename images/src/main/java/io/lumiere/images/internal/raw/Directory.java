package io.lumiere.images.internal.raw;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One image file directory of a TIFF file (TIFF 6.0, section 2), as far as it is whole. */
final class Directory {
  private static final int ENTRY = 12;
  private static final int MOST_VALUES = 16;
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  /**
   * An entry.
   *
   * @param at where its values are
   */
  record Field(int type, long count, long at) {}

  private final ByteView in;
  private final Map<Integer, Field> fields = new HashMap<>();
  private long next;

  private Directory(ByteView in) {
    this.in = in;
  }

  /** Reads it; offsets within it count from the start of {@code in}, whose byte order it has. */
  static Directory read(ByteView in, long offset) {
    Directory directory = new Directory(in);
    try {
      directory.readEntries(offset);
    } catch (CorruptImageException e) {
      // What was read before the file's end is of use.
      return directory;
    }
    return directory;
  }

  private void readEntries(long offset) {
    int count = in.u16(offset);
    for (int i = 0; i < count; i++) {
      long entry = offset + 2 + (long) i * ENTRY;
      int type = in.u16(entry + 2);
      long values = in.u32(entry + 4);
      int size = type < SIZES.length ? SIZES[type] : 0;
      boolean inside = size * values <= 4;
      fields.put(in.u16(entry), new Field(type, values, inside ? entry + 8 : in.u32(entry + 8)));
    }
    next = in.u32(offset + 2 + (long) count * ENTRY);
  }

  /** Where the next directory of the chain is; 0 after the last. */
  long next() {
    return next;
  }

  /** The entry of this tag, or null. */
  @Nullable Field field(int tag) {
    return fields.get(tag);
  }

  /** The first number of an entry; 0 where there is none. */
  long number(int tag) {
    List<Long> numbers = numbers(tag);
    return numbers.isEmpty() ? 0 : numbers.getFirst();
  }

  /** The first numbers of an entry, which are whole ones and not below 0; none beyond the end. */
  List<Long> numbers(int tag) {
    Field field = fields.get(tag);
    if (field == null) {
      return List.of();
    }
    try {
      return LongStream.range(0, Math.min(field.count(), MOST_VALUES))
          .map(i -> number(field, i))
          .boxed()
          .toList();
    } catch (CorruptImageException e) {
      return List.of();
    }
  }

  private long number(Field field, long i) {
    return switch (field.type()) {
      case 1, 7 -> in.u8(field.at() + i);
      case 3 -> in.u16(field.at() + 2 * i);
      case 4, 13 -> in.u32(field.at() + 4 * i);
      default -> 0;
    };
  }

  /** Whether an entry is a text that starts so, in any case. */
  boolean startsWith(int tag, String text) {
    Field field = fields.get(tag);
    if (field == null || field.type() != 2 || field.count() < text.length()) {
      return false;
    }
    try {
      return in.ascii(field.at(), text.length()).equalsIgnoreCase(text);
    } catch (CorruptImageException e) {
      return false;
    }
  }
}
