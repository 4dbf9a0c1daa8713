package io.lumiere.images.container;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import java.util.HashMap;
import java.util.Map;

/** One image file directory, of a classic or of a 64-bit TIFF (TIFF 6.0, section 2; BigTIFF). */
public final class TiffDirectory {
  public static final int NEW_SUBFILE_TYPE = 254;
  public static final int SUBFILE_TYPE = 255;
  public static final int WIDTH = 256;
  public static final int HEIGHT = 257;
  public static final int BITS = 258;
  public static final int COMPRESSION = 259;
  public static final int PHOTOMETRIC = 262;
  public static final int FILL_ORDER = 266;
  public static final int STRIP_OFFSETS = 273;
  public static final int ORIENTATION = 274;
  public static final int SAMPLES = 277;
  public static final int ROWS_PER_STRIP = 278;
  public static final int STRIP_LENGTHS = 279;
  public static final int PLANAR = 284;
  public static final int PREDICTOR = 317;
  public static final int COLOUR_MAP = 320;
  public static final int TILE_WIDTH = 322;
  public static final int TILE_HEIGHT = 323;
  public static final int TILE_OFFSETS = 324;
  public static final int TILE_LENGTHS = 325;
  public static final int SUB_DIRECTORIES = 330;
  public static final int EXTRA_SAMPLES = 338;
  public static final int SAMPLE_FORMAT = 339;

  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  /**
   * A picture's parts are the longest list; this many of them make a million rows of four samples.
   */
  private static final int MOST_NUMBERS = 1 << 22;

  private record Field(int type, long count, long at) {}

  private final ByteView in;
  private final boolean big;
  private final Map<Integer, Field> fields = new HashMap<>();
  private long next;

  private TiffDirectory(ByteView in, boolean big) {
    this.in = in;
    this.big = big;
  }

  /**
   * Reads it.
   *
   * @param in the file, in its byte order
   * @throws CorruptImageException if it reaches beyond the file
   */
  public static TiffDirectory read(ByteView in, long offset, boolean big) {
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
  public long next() {
    return next;
  }

  /** The first number of an entry; {@code otherwise} where there is none. */
  public long number(int tag, long otherwise) {
    Field field = fields.get(tag);
    return field == null || field.count() < 1 ? otherwise : number(field, 0);
  }

  /** As {@link #number}, as an int: what does not fit is the nearest that does. */
  public int integer(int tag, int otherwise) {
    return (int) Math.min(Integer.MAX_VALUE, number(tag, otherwise));
  }

  /**
   * All numbers of an entry; none where there is no such entry.
   *
   * @throws CorruptImageException if they reach beyond the file
   * @throws UnsupportedImageException if they are more than any picture needs
   */
  public long[] numbers(int tag) {
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

  public boolean has(int tag) {
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
