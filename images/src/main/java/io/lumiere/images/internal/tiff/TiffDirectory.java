package io.lumiere.images.internal.tiff;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.internal.bytes.HeaderBytes;
import java.util.HashMap;
import java.util.Map;

/** One image file directory, of a classic or of a 64-bit TIFF (TIFF 6.0, section 2; BigTIFF). */
final class TiffDirectory {
  static final int NEW_SUBFILE_TYPE = 254;
  static final int SUBFILE_TYPE = 255;
  static final int WIDTH = 256;
  static final int HEIGHT = 257;
  static final int BITS = 258;
  static final int COMPRESSION = 259;
  static final int PHOTOMETRIC = 262;
  static final int FILL_ORDER = 266;
  static final int STRIP_OFFSETS = 273;
  static final int ORIENTATION = 274;
  static final int SAMPLES = 277;
  static final int ROWS_PER_STRIP = 278;
  static final int STRIP_LENGTHS = 279;
  static final int PLANAR = 284;
  static final int PREDICTOR = 317;
  static final int COLOUR_MAP = 320;
  static final int TILE_WIDTH = 322;
  static final int TILE_HEIGHT = 323;
  static final int TILE_OFFSETS = 324;
  static final int TILE_LENGTHS = 325;
  static final int SUB_DIRECTORIES = 330;
  static final int EXTRA_SAMPLES = 338;
  static final int SAMPLE_FORMAT = 339;

  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  /**
   * A picture's parts are the longest list; this many of them make a million rows of four samples.
   */
  private static final int MOST_NUMBERS = 1 << 22;

  private record Field(int type, long count, long at) {}

  private final HeaderBytes in;
  private final boolean big;
  private final Map<Integer, Field> fields = new HashMap<>();
  private long next;

  private TiffDirectory(HeaderBytes in, boolean big) {
    this.in = in;
    this.big = big;
  }

  /**
   * Reads it.
   *
   * @param in the file, in its byte order
   * @throws CorruptImageException if it reaches beyond the file
   */
  static TiffDirectory read(HeaderBytes in, long offset, boolean big) {
    TiffDirectory directory = new TiffDirectory(in, big);
    directory.readEntries(offset);
    return directory;
  }

  private void readEntries(long offset) {
    long count = big ? in.offset64(offset) : in.u16(offset);
    long first = offset + (big ? 8 : 2);
    int size = big ? 20 : 12;
    // A directory has a few dozen entries; the check of bounds ends a longer one.
    for (long i = 0; i < count; i++) {
      long entry = first + i * size;
      int type = in.u16(entry + 2);
      long values = big ? in.offset64(entry + 4) : in.u32(entry + 4);
      long value = entry + (big ? 12 : 8);
      int width = type < SIZES.length ? SIZES[type] : 0;
      boolean inside = width == 0 || values <= (big ? 8 : 4) / width;
      long at = inside ? value : big ? in.offset64(value) : in.u32(value);
      fields.putIfAbsent(in.u16(entry), new Field(type, values, at));
    }
    long end = first + count * size;
    boolean isLast = end + (big ? 8 : 4) > in.length();
    next = isLast ? 0 : big ? in.offset64(end) : in.u32(end);
  }

  /** Where the next directory of the chain is; 0 after the last. */
  long next() {
    return next;
  }

  /** The first number of an entry; {@code otherwise} where there is none. */
  long number(int tag, long otherwise) {
    Field field = fields.get(tag);
    return field == null || field.count() < 1 ? otherwise : number(field, 0);
  }

  /** As {@link #number}, as an int: what does not fit is the nearest that does. */
  int integer(int tag, int otherwise) {
    return (int) Math.min(Integer.MAX_VALUE, number(tag, otherwise));
  }

  /**
   * All numbers of an entry; none where there is no such entry.
   *
   * @throws CorruptImageException if they reach beyond the file
   * @throws UnsupportedImageException if they are more than any picture needs
   */
  long[] numbers(int tag) {
    Field field = fields.get(tag);
    if (field == null || field.type() >= SIZES.length || SIZES[field.type()] == 0) {
      return new long[0];
    }
    if (field.count() > in.length() / SIZES[field.type()]) {
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
    long[] numbers = new long[(int) field.count()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(field, i);
    }
    return numbers;
  }

  boolean has(int tag) {
    return fields.containsKey(tag);
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
