package io.lumiere.images.container;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One image file directory (TIFF 6.0, section 2; BigTIFF), as far as it is within the file. Of two
 * entries of one tag the first counts. Thread-safe.
 */
public final class TiffDirectory {
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
  private static final int ASCII = 2;

  /**
   * A picture's parts are the longest list; this many of them make a million rows of four samples.
   */
  private static final int MOST_NUMBERS = 1 << 22;

  private final ByteView in;
  private final boolean isBig;
  private final Map<Integer, Field> fields = new HashMap<>();
  private long next;
  private boolean isWhole;

  /**
   * An entry.
   *
   * @param type of its values, by the specification's numbers
   * @param count how many values it says that it has
   * @param at where they are, or would be: it may be beyond the file's end
   */
  public record Field(int type, long count, long at) {
    /** Of its values, in bytes; 0 where their type is not known. */
    public long length() {
      return size() > 0 && count > Long.MAX_VALUE / size() ? Long.MAX_VALUE : count * size();
    }

    private int size() {
      return type < SIZES.length ? SIZES[type] : 0;
    }
  }

  TiffDirectory(TiffFile file, long offset) {
    this.in = file.bytes();
    this.isBig = file.isBig();
    try {
      readEntries(offset);
      isWhole = true;
    } catch (CorruptImageException e) {
      isWhole = false; // What was read before the file's end is of use.
    }
  }

  private void readEntries(long offset) {
    long count = isBig ? in.offset64(offset) : in.u16(offset);
    long first = offset + (isBig ? 8 : 2);
    int size = isBig ? 20 : 12;
    // A directory has a few dozen entries; the check of bounds ends a longer one.
    for (long i = 0; i < count; i++) {
      long entry = first + i * size;
      int type = in.u16(entry + 2);
      long values = isBig ? in.offset64(entry + 4) : in.u32(entry + 4);
      long value = entry + (isBig ? 12 : 8);
      int width = new Field(type, 0, 0).size();
      boolean isInside = width == 0 || values <= (isBig ? 8 : 4) / width;
      long at = isInside ? value : offset(value);
      fields.putIfAbsent(in.u16(entry), new Field(type, values, at));
    }
    long end = first + count * size;
    boolean isLast = end + (isBig ? 8 : 4) > in.length();
    next = isLast ? 0 : offset(end);
  }

  private long offset(long at) {
    return isBig ? in.offset64(at) : in.u32(at);
  }

  /**
   * The directory itself.
   *
   * @throws CorruptImageException if it reaches beyond the file
   */
  public TiffDirectory expectWhole() {
    if (!isWhole) {
      throw new CorruptImageException("the file ends within its header");
    }
    return this;
  }

  /** Where the next directory of the chain is; 0 after the last. */
  public long next() {
    return next;
  }

  /** The tags of its entries. */
  public Set<Integer> tags() {
    return Set.copyOf(fields.keySet());
  }

  /** Whether there is an entry of this tag. */
  public boolean has(int tag) {
    return fields.containsKey(tag);
  }

  /** The entry of this tag, or null. */
  public @Nullable Field find(int tag) {
    return fields.get(tag);
  }

  /** The first number of an entry; {@code otherwise} where there is none within the file. */
  public long number(int tag, long otherwise) {
    long[] numbers = firstNumbers(tag, 1);
    return numbers.length == 0 ? otherwise : numbers[0];
  }

  /** As {@link #number}, as an int: what does not fit is the nearest that does. */
  public int integer(int tag, int otherwise) {
    return (int) Math.min(Integer.MAX_VALUE, number(tag, otherwise));
  }

  /** The first numbers of an entry, at most so many; none where they are not within the file. */
  public long[] firstNumbers(int tag, int most) {
    Field field = fields.get(tag);
    try {
      return field == null ? new long[0] : numbers(field, Math.min(field.count(), most));
    } catch (CorruptImageException e) {
      return new long[0];
    }
  }

  /**
   * All numbers of an entry; none where there is no such entry.
   *
   * @throws CorruptImageException if they reach beyond the file
   * @throws UnsupportedImageException if they are more than any picture needs
   */
  public long[] numbers(int tag) {
    Field field = fields.get(tag);
    if (field == null || field.size() == 0) {
      return new long[0];
    }
    if (field.count() > in.length() / field.size()) {
      throw new CorruptImageException("the TIFF points beyond its end");
    }
    if (field.count() > MOST_NUMBERS) {
      throw new UnsupportedImageException(
          "not supported: a TIFF with a list of "
              + field.count()
              + " numbers; at most "
              + MOST_NUMBERS
              + " are read");
    }
    return numbers(field, field.count());
  }

  /** Whether an entry is a text that starts so, in any case. */
  public boolean startsWith(int tag, String text) {
    Field field = fields.get(tag);
    return field != null
        && field.type() == ASCII
        && field.count() >= text.length()
        && field.at() <= in.length() - text.length()
        && in.latin(field.at(), text.length()).equalsIgnoreCase(text);
  }

  private long[] numbers(Field field, long count) {
    long[] numbers = new long[(int) count];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(field, i);
    }
    return numbers;
  }

  private long number(Field field, long i) {
    return switch (field.type()) {
      case 1, 6, 7 -> in.u8(field.at() + i);
      case 3, 8 -> in.u16(field.at() + 2 * i);
      case 4, 9, 13 -> in.u32(field.at() + 4 * i);
      case 16, 17, 18 -> in.offset64(field.at() + 8 * i);
      default -> 0;
    };
  }
}
