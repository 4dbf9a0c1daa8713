package io.lumiere.schema.store;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.hnsw.FlatVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99FlatVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsWriter;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Lucene's default format of vectors, and beside its files three more that hold a {@link ShortCode}
 * of each vector, laid out as {@link ShortCodesLayout} says. A segment says that it is of the
 * default format, so lucene-core alone reads and merges it as any other, and passes the codes over;
 * what it merges has none. {@link ShortCodesReader} reads them. Immutable and thread-safe.
 *
 * <p>Graphs are built by the vectors themselves: by the codes they would miss more.
 */
final class ShortCodesFormat extends KnnVectorsFormat {
  private static final KnnVectorsFormat DEFAULT = new Lucene99HnswVectorsFormat();
  private static final FlatVectorsFormat VECTORS =
      new Lucene99FlatVectorsFormat(FlatVectorScorerUtil.getLucene99FlatVectorsScorer());

  private final MergeWorkers workers;

  ShortCodesFormat(MergeWorkers workers) {
    super(DEFAULT.getName());
    this.workers = workers;
  }

  @Override
  public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
    return new Lucene99HnswVectorsWriter(
        state,
        Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
        Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
        VECTORS,
        new ShortCodesWriter(state, VECTORS.fieldsWriter(state)),
        workers.of(state.context.mergeInfo()),
        null);
  }

  @Override
  public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
    return DEFAULT.fieldsReader(state);
  }

  @Override
  public int getMaxDimensions(String field) {
    return DEFAULT.getMaxDimensions(field);
  }
}
