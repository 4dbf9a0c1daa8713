package io.lumiere.query.hybrid;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorScorer;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorsReader;
import org.apache.lucene.codecs.lucene99.Lucene99FlatVectorsFormat;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.jspecify.annotations.Nullable;

/**
 * The short codes of vectors that a segment may have beside them, in the files of Lucene's
 * quantized format; whoever wrote the segment with another codec made none. They are opened when
 * they are first asked for, and closed with the segment. Codes only save time, so a segment whose
 * codes cannot be read is searched as one that has none. Thread-safe.
 */
final class ShortCodes implements Closeable {
  private static final System.Logger LOG = System.getLogger(ShortCodes.class.getName());

  private static final Map<Key, Optional<ShortCodes>> OPEN = new ConcurrentHashMap<>();

  /** The extension of the file that says what the codes are. */
  private static final String META = "vemq";

  private static final ScalarEncoding TWO_BITS = ScalarEncoding.DIBIT_QUERY_NIBBLE;

  private final Lucene104ScalarQuantizedVectorsReader reader;
  private final @Nullable Directory compound;

  /** Whose codes; told when the segment is closed, once, since equal listeners are one. */
  private record Key(IndexReader.CacheKey segment, String field)
      implements IndexReader.ClosedListener {
    @Override
    public void onClose(IndexReader.CacheKey closed) throws IOException {
      Optional<ShortCodes> codes = OPEN.remove(this);
      if (codes != null && codes.isPresent()) {
        codes.get().close();
      }
    }
  }

  private ShortCodes(SegmentReadState state, @Nullable Directory compound) throws IOException {
    this.compound = compound;
    this.reader =
        new Lucene104ScalarQuantizedVectorsReader(
            state,
            new Lucene99FlatVectorsFormat(FlatVectorScorerUtil.getLucene99FlatVectorsScorer())
                .fieldsReader(state),
            new Lucene104ScalarQuantizedVectorScorer(
                FlatVectorScorerUtil.getLucene99FlatVectorsScorer()));
  }

  /** The codes of a field's vectors, for one thread; null where there are none of two bits. */
  static @Nullable QuantizedByteVectorValues of(LeafReader leaf, String field) throws IOException {
    if (!(FilterLeafReader.unwrap(leaf) instanceof SegmentReader segment)) {
      return null;
    }
    Optional<ShortCodes> codes = opened(segment, field);
    QuantizedByteVectorValues values =
        codes.isEmpty() ? null : codes.get().reader.getQuantizedVectorValues(field);
    return values == null || values.size() == 0 || values.getScalarEncoding() != TWO_BITS
        ? null
        : values;
  }

  private static Optional<ShortCodes> opened(SegmentReader segment, String field) {
    Key key = new Key(segment.getCoreCacheHelper().getKey(), field);
    Optional<ShortCodes> known = OPEN.get(key);
    if (known != null) {
      return known;
    }
    // Not while the map is locked: whoever closes a segment holds its listeners, and waits for
    // that.
    segment.getCoreCacheHelper().addClosedListener(key);
    return OPEN.computeIfAbsent(key, absent -> open(segment, field));
  }

  private static Optional<ShortCodes> open(SegmentReader segment, String field) {
    FieldInfo fieldInfo = segment.getFieldInfos().fieldInfo(field);
    String suffix = fieldInfo == null ? null : suffix(fieldInfo);
    if (suffix == null) {
      return Optional.empty();
    }
    SegmentInfo info = segment.getSegmentInfo().info;
    Optional<ShortCodes> codes = Optional.empty();
    try {
      Directory compound =
          info.getUseCompoundFile()
              ? info.getCodec().compoundFormat().getCompoundReader(info.dir, info)
              : null;
      try {
        codes = read(segment, suffix, compound);
      } finally {
        if (codes.isEmpty()) { // There are none, or they are damaged.
          IOUtils.closeWhileHandlingException(compound);
        }
      }
    } catch (IOException | RuntimeException e) { // Also of lengths that were never written.
      LOG.log(
          System.Logger.Level.WARNING,
          "the short codes of segment {0} cannot be read, so it is searched without them, which"
              + " takes longer: {1}",
          info.name,
          e);
    }
    return codes;
  }

  private static Optional<ShortCodes> read(
      SegmentReader segment, String suffix, @Nullable Directory compound) throws IOException {
    SegmentInfo info = segment.getSegmentInfo().info;
    String meta = IndexFileNames.segmentFileName(info.name, suffix, META);
    boolean hasCodes =
        compound == null
            ? info.files().contains(meta)
            : Arrays.asList(compound.listAll()).contains(meta);
    if (!hasCodes) {
      return Optional.empty();
    }
    Directory files = compound == null ? info.dir : compound;
    SegmentReadState state =
        new SegmentReadState(files, info, segment.getFieldInfos(), IOContext.DEFAULT, suffix);
    return Optional.of(new ShortCodes(state, compound));
  }

  /** What the names of the files with a field's vectors have in them. */
  private static @Nullable String suffix(FieldInfo field) {
    String format = field.getAttribute(PerFieldKnnVectorsFormat.PER_FIELD_FORMAT_KEY);
    String number = field.getAttribute(PerFieldKnnVectorsFormat.PER_FIELD_SUFFIX_KEY);
    return format == null || number == null ? null : format + "_" + number;
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, compound);
  }
}
