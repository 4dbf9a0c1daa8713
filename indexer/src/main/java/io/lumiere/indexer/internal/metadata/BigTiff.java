package io.lumiere.indexer.internal.metadata;

import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.TiffDirectory;
import io.lumiere.images.container.TiffDirectory.Field;
import io.lumiere.images.container.TiffFile;
import io.lumiere.images.container.TiffTag;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Puts the metadata of a BigTIFF into a TIFF of 32-bit offsets, which the library reads: the
 * entries of its first directory, of EXIF's and of the places', without what says where the picture
 * is. Makers' notes are left out, since their offsets count from where they stood.
 */
final class BigTiff {
  private static final Set<Integer> POINTERS = Set.of(TiffTag.EXIF, 0x8825);
  private static final Set<Integer> LEFT_OUT =
      Set.of(
          TiffTag.STRIP_OFFSETS,
          TiffTag.STRIP_LENGTHS,
          TiffTag.TILE_OFFSETS,
          TiffTag.TILE_LENGTHS,
          TiffTag.SUB_DIRECTORIES,
          TiffTag.JPEG,
          TiffTag.JPEG_LENGTH,
          TiffTag.XMP,
          TiffTag.MAKER_NOTE,
          TiffTag.INTEROPERABILITY);

  private static final int LONG = 4;
  private static final Set<Integer> LONGS_OF_64_BITS = Set.of(16, 17, 18);
  private static final int HEAD = 8;
  private static final int ENTRY = 12;
  private static final int MAX_ENTRIES = 1_000;
  private static final int MAX_DIRECTORY = 2 + MAX_ENTRIES * ENTRY + 4;

  /** Of all that stands outside the entries: captions and keywords, and colour profiles. */
  private static final int MAX_VALUES = 4 << 20;

  private final TiffFile file;
  private final ByteBuffer out;
  private int valuesLeft;

  private BigTiff(TiffFile file) {
    this.file = file;
    int most = (int) Math.min(MAX_VALUES, 2L * file.bytes().length());
    this.out = ByteBuffer.allocate(HEAD + (1 + POINTERS.size()) * MAX_DIRECTORY + most);
    this.valuesLeft = most;
    out.order(file.isLittleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  static boolean accepts(ByteView file) {
    return TiffFile.isTiff(file) && !TiffFile.isClassic(file);
  }

  /**
   * The metadata as a classic TIFF.
   *
   * @throws io.lumiere.images.CorruptImageException if the file ends within its first directory
   */
  static byte[] toClassic(ByteView file) {
    BigTiff big = new BigTiff(TiffFile.of(file));
    big.out.put(file.slice(0, 2).copy()).putShort((short) 42).putInt(HEAD);
    big.write(big.file.directory(big.file.first()).expectWhole(), true);
    return Arrays.copyOf(big.out.array(), big.out.position());
  }

  /** Writes a directory at the end, and behind it what it leads to. */
  private void write(TiffDirectory directory, boolean isFirst) {
    List<Integer> tags =
        directory.tags().stream()
            .filter(tag -> !LEFT_OUT.contains(tag) && (isFirst || !POINTERS.contains(tag)))
            .sorted()
            .limit(MAX_ENTRIES)
            .toList();
    int start = out.position();
    int at = start + 2;
    out.position(at + tags.size() * ENTRY + 4);
    for (int tag : tags) {
      at = put(at, tag, directory) ? at + ENTRY : at;
    }
    out.putShort(start, (short) ((at - start - 2) / ENTRY));
  }

  /** Writes an entry; false where its value is not within the file, or of no type that is known. */
  private boolean put(int at, int tag, TiffDirectory directory) {
    Field field = directory.find(tag);
    ByteView in = file.bytes();
    if (field == null
        || field.length() == 0
        || field.length() > valuesLeft
        || field.at() > in.length() - field.length()) {
      return false;
    }
    boolean isPointer = POINTERS.contains(tag);
    if (isPointer || LONGS_OF_64_BITS.contains(field.type())) {
      return putNumber(at, tag, directory.number(tag, 0), isPointer);
    }
    int length = (int) field.length();
    out.putShort(at, (short) tag);
    out.putShort(at + 2, (short) field.type());
    out.putInt(at + 4, (int) field.count());
    int to = at + HEAD;
    if (length > Integer.BYTES) {
      to = out.position();
      out.putInt(at + HEAD, to).position(to + length);
      valuesLeft -= length;
    }
    in.slice(field.at(), length).copyTo(out.array(), to);
    return true;
  }

  private boolean putNumber(int at, int tag, long number, boolean isPointer) {
    if (number >= (isPointer ? file.bytes().length() : 1L << Integer.SIZE)) {
      return false;
    }
    out.putShort(at, (short) tag);
    out.putShort(at + 2, (short) LONG);
    out.putInt(at + 4, 1);
    out.putInt(at + HEAD, isPointer ? out.position() : (int) number);
    if (isPointer) {
      write(file.directory(number), false);
    }
    return true;
  }
}
