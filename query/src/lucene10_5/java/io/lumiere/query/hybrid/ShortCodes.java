package io.lumiere.query.hybrid;

import io.lumiere.schema.store.ShortCodesLayout;
import io.lumiere.schema.store.ShortCodesReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The short codes of a field's vectors, for one thread. A segment may have them beside its vectors;
 * whoever wrote it with another codec made none. They are opened when they are first asked for, and
 * closed with the segment. Codes only save time, so a segment whose codes cannot be read is
 * searched as one that has none.
 *
 * @param vectors whose codes they are
 */
record ShortCodes(FloatVectorValues vectors, ShortCodesReader.Codes codes) {
  private static final System.Logger LOG = System.getLogger(ShortCodes.class.getName());

  private static final Map<Key, Optional<Opened>> OPEN = new ConcurrentHashMap<>();

  /** What was opened to read the codes of one field. */
  private record Opened(
      ShortCodesReader reader, @Nullable Directory compound, ShortCodesReader.Codes codes)
      implements Closeable {
    @Override
    public void close() throws IOException {
      IOUtils.close(reader, compound);
    }
  }

  /** Whose codes; told when the segment is closed, once, since equal listeners are one. */
  private record Key(IndexReader.CacheKey segment, String field)
      implements IndexReader.ClosedListener {
    @Override
    public void onClose(IndexReader.CacheKey closed) throws IOException {
      Optional<Opened> codes = OPEN.remove(this);
      if (codes != null && codes.isPresent()) {
        codes.get().close();
      }
    }
  }

  /** The codes of a field's vectors; null where there are none. */
  static @Nullable ShortCodes of(LeafReader leaf, String field) throws IOException {
    if (!(FilterLeafReader.unwrap(leaf) instanceof SegmentReader segment)) {
      return null;
    }
    Optional<Opened> opened = opened(segment, field);
    FloatVectorValues vectors = opened.isEmpty() ? null : segment.getFloatVectorValues(field);
    return vectors == null ? null : new ShortCodes(vectors, opened.get().codes());
  }

  private static Optional<Opened> opened(SegmentReader segment, String field) {
    Key key = new Key(segment.getCoreCacheHelper().getKey(), field);
    Optional<Opened> known = OPEN.get(key);
    if (known != null) {
      return known;
    }
    // Not while the map is locked: whoever closes a segment holds its listeners, and waits for
    // that.
    segment.getCoreCacheHelper().addClosedListener(key);
    return OPEN.computeIfAbsent(key, absent -> open(segment, field));
  }

  private static Optional<Opened> open(SegmentReader segment, String field) {
    FieldInfo fieldInfo = segment.getFieldInfos().fieldInfo(field);
    String suffix = fieldInfo == null ? null : suffix(fieldInfo);
    if (fieldInfo == null || suffix == null) {
      return Optional.empty();
    }
    SegmentInfo info = segment.getSegmentInfo().info;
    Optional<Opened> codes = Optional.empty();
    try {
      Directory compound =
          info.getUseCompoundFile()
              ? info.getCodec().compoundFormat().getCompoundReader(info.dir, info)
              : null;
      try {
        codes = read(segment, fieldInfo, suffix, compound);
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

  private static Optional<Opened> read(
      SegmentReader segment, FieldInfo field, String suffix, @Nullable Directory compound)
      throws IOException {
    SegmentInfo info = segment.getSegmentInfo().info;
    Directory files = compound == null ? info.dir : compound;
    if (!ShortCodesReader.hasCodes(compound, info, suffix)) {
      return Optional.empty();
    }
    ShortCodesReader reader =
        new ShortCodesReader(
            new SegmentReadState(files, info, segment.getFieldInfos(), IOContext.DEFAULT, suffix));
    ShortCodesReader.Codes codes = reader.codes(field.number);
    if (codes == null || !areOf(codes, segment.getFloatVectorValues(field.name))) {
      reader.close();
      return Optional.empty();
    }
    return Optional.of(new Opened(reader, compound, codes));
  }

  private static boolean areOf(ShortCodesReader.Codes codes, @Nullable FloatVectorValues vectors) {
    return vectors != null
        && vectors.size() > 0
        && codes.layout().equals(new ShortCodesLayout(vectors.dimension(), vectors.size()));
  }

  /** What the names of the files with a field's vectors have in them. */
  private static @Nullable String suffix(FieldInfo field) {
    String format = field.getAttribute(PerFieldKnnVectorsFormat.PER_FIELD_FORMAT_KEY);
    String number = field.getAttribute(PerFieldKnnVectorsFormat.PER_FIELD_SUFFIX_KEY);
    return format == null || number == null ? null : format + "_" + number;
  }
}
