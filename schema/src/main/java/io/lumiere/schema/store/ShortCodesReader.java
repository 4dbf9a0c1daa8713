package io.lumiere.schema.store;

import java.io.Closeable;
import java.io.IOException;
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
  private final IndexInput signs;
  private final IndexInput rests;

  /** The codes of a field's vectors. */
  public static final class Codes {
    private final ShortCodesLayout layout;
    private final float[] mean;
    private final IndexInput signs;
    private final IndexInput rests;

    private Codes(ShortCodesLayout layout, float[] mean, IndexInput signs, IndexInput rests) {
      this.layout = layout;
      this.mean = mean;
      this.signs = signs;
      this.rests = rests;
    }

    public ShortCodesLayout layout() {
      return layout;
    }

    /** The mean of the vectors; not to be changed. */
    public float[] mean() {
      return mean;
    }

    /** Where {@link ShortCodesLayout#signs} begins to count. */
    public IndexInput signs() {
      return signs;
    }

    /** Where {@link ShortCodesLayout#rest} begins to count. */
    public IndexInput rests() {
      return rests;
    }
  }

  /**
   * Opens the files of a segment.
   *
   * @throws IOException where they are damaged
   */
  public ShortCodesReader(SegmentReadState state) throws IOException {
    IndexInput opened = ShortCodesFiles.SIGNS.open(state);
    IndexInput other = null;
    try {
      other = ShortCodesFiles.RESTS.open(state);
      this.codes = read(state, opened, other);
    } catch (Throwable e) { // Also of lengths that were never written.
      IOUtils.closeWhileSuppressingExceptions(e, opened, other);
      throw e;
    }
    this.signs = opened;
    this.rests = other;
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
      SegmentReadState state, IndexInput signs, IndexInput rests) throws IOException {
    String name = ShortCodesFiles.META.name(state.segmentInfo, state.segmentSuffix);
    try (ChecksumIndexInput meta = state.directory.openChecksumInput(name)) {
      Throwable wrong = null;
      Map<Integer, Codes> codes = new HashMap<>();
      try {
        ShortCodesFiles.META.checkHeader(meta, state);
        for (int field = meta.readInt(); field >= 0; field = meta.readInt()) {
          codes.put(field, read(meta, signs, rests));
        }
      } catch (Throwable e) {
        wrong = e;
      }
      CodecUtil.checkFooter(meta, wrong); // Throws what was wrong, or that the file was changed.
      return codes;
    }
  }

  private static Codes read(ChecksumIndexInput meta, IndexInput signs, IndexInput rests)
      throws IOException {
    int dimension = meta.readInt();
    ShortCodesLayout layout = new ShortCodesLayout(dimension, meta.readInt());
    long signsFrom = meta.readLong();
    long restsFrom = meta.readLong();
    if (dimension * (long) Float.BYTES > meta.length() - meta.getFilePointer()) {
      throw new CorruptIndexException("a mean of " + dimension + " components", meta);
    }
    float[] mean = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      mean[i] = Float.intBitsToFloat(meta.readInt());
    }
    return new Codes(
        layout,
        mean,
        signs.slice("signs", signsFrom, layout.length()),
        rests.slice("rests", restsFrom, layout.length()));
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
    IOUtils.close(signs, rests);
  }
}
