package io.lumiere.schema.store;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;

/**
 * How an index is written: as by Lucene's default codec, whose name it has, and with short codes of
 * vectors beside them, which make a search of many photos faster. Thread-safe.
 */
public final class PhotoCodec extends Lucene104Codec {
  private final KnnVectorsFormat vectors;

  /** Graphs of vectors are built by one thread each. */
  public PhotoCodec() {
    this(new MergeWorkers(1));
  }

  PhotoCodec(MergeWorkers workers) {
    this.vectors = new ShortCodesFormat(workers);
  }

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    return vectors;
  }
}
