package io.lumiere.schema.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads the short codes that a segment may have beside its vectors. Thread-safe; what it gives is
 * to be cloned for each thread.
 */
public final class ShortCodesReader implements Closeable {
  private final Map<Integer, Codes> codes;
  private final IndexInput firsts;
  private final IndexInput rows;

  /**
   * The codes of a field's vectors. What the files have is to be cloned for each thread.
   *
   * @param firsts the blocks, from where {@link ShortCodesLayout} counts
   * @param rows the rows
   */
  public record Codes(
      ShortCodesLayout layout,
      ShortCodeAxes axes,
      ShortCodeWords words,
      IndexInput firsts,
      IndexInput rows) {}

  /**
   * Opens the files of a segment.
   *
   * @throws IOException where they are damaged
   */
  public ShortCodesReader(SegmentReadState state) throws IOException {
    IndexInput opened = ShortCodesFiles.FIRSTS.open(state);
    IndexInput other = null;
    try {
      other = ShortCodesFiles.ROWS.open(state);
      this.codes = read(state, opened, other);
    } catch (Throwable e) { // Also of lengths that were never written.
      IOUtils.closeWhileSuppressingExceptions(e, opened, other);
      throw e;
    }
    this.firsts = opened;
    this.rows = other;
  }

  /**
   * Whether a segment has codes.
   *
   * @param compound that with its files; null where they lie in the index's own
   * @param suffix what the names of the files with the vectors have in them
   */
  public static boolean hasCodes(@Nullable Directory compound, SegmentInfo segment, String suffix)
      throws IOException {
    String meta = ShortCodesFiles.META.name(segment, suffix);
    return compound == null
        ? segment.files().contains(meta)
        : Arrays.asList(compound.listAll()).contains(meta);
  }

  private static Map<Integer, Codes> read(
      SegmentReadState state, IndexInput firsts, IndexInput rows) throws IOException {
    String name = ShortCodesFiles.META.name(state.segmentInfo, state.segmentSuffix);
    try (ChecksumIndexInput meta = state.directory.openChecksumInput(name)) {
      Throwable wrong = null;
      Map<Integer, Codes> codes = new HashMap<>();
      try {
        ShortCodesFiles.META.checkHeader(meta, state);
        for (int field = meta.readInt(); field >= 0; field = meta.readInt()) {
          codes.put(field, read(meta, firsts, rows));
        }
      } catch (Throwable e) {
        wrong = e;
      }
      CodecUtil.checkFooter(meta, wrong); // Throws what was wrong, or that the file was changed.
      return codes;
    }
  }

  private static Codes read(ChecksumIndexInput meta, IndexInput firsts, IndexInput rows)
      throws IOException {
    int dimension = meta.readInt();
    ShortCodesLayout layout = new ShortCodesLayout(dimension, meta.readInt());
    long firstsFrom = meta.readLong();
    long rowsFrom = meta.readLong();
    ShortCodeWords words = words(meta, layout);
    float[] mean = new float[checked(dimension, Float.BYTES, meta)];
    for (int i = 0; i < dimension; i++) {
      mean[i] = Float.intBitsToFloat(meta.readInt());
    }
    ShortCodeAxes axes = new ShortCodeAxes(mean, words.groupCount(), columns(meta));
    return new Codes(
        layout,
        axes,
        words,
        firsts.slice("blocks", firstsFrom, layout.blocksLength()),
        rows.slice("rows", rowsFrom, layout.rowsLength()));
  }

  private static ShortCodeWords words(ChecksumIndexInput meta, ShortCodesLayout layout)
      throws IOException {
    int count = checked(layout.words(), Integer.BYTES + Float.BYTES, meta);
    int[] groups = new int[count];
    float[] weights = new float[count];
    for (int i = 0; i < count; i++) {
      groups[i] = meta.readInt();
      weights[i] = Float.intBitsToFloat(meta.readInt());
    }
    return new ShortCodeWords(groups, weights);
  }

  private static short @Nullable [] columns(ChecksumIndexInput meta) throws IOException {
    int count = checked(meta.readInt(), Short.BYTES, meta);
    byte[] bytes = new byte[count * Short.BYTES];
    meta.readBytes(bytes, 0, bytes.length);
    short[] columns = new short[count];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(columns);
    return count == 0 ? null : columns;
  }

  /** A number of values that there is room for. */
  private static int checked(int count, int bytes, ChecksumIndexInput meta) throws IOException {
    if (count < 0 || count * (long) bytes > meta.length() - meta.getFilePointer()) {
      throw new CorruptIndexException(count + " values", meta);
    }
    return count;
  }

  /**
   * The codes of a field's vectors; null where it has none.
   *
   * @param field its number in the segment
   */
  public @Nullable Codes codes(int field) {
    return codes.get(field);
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(firsts, rows);
  }
}
