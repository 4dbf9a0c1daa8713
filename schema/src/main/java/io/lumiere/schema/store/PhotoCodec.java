package io.lumiere.schema.store;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;

/**
 * How an index is written: as by Lucene's default codec, whose name it has. Short codes of vectors
 * beside them make a search of many photos faster, and smaller chunks of stored fields make it
 * faster to read its hits. Thread-safe.
 */
public final class PhotoCodec extends FilterCodec {
  private final StoredFieldsFormat storedFields = new SmallChunksFormat();

  /** Graphs of vectors are built by one thread each. */
  public PhotoCodec() {
    this(new MergeWorkers(1));
  }

  PhotoCodec(MergeWorkers workers) {
    this(new ShortCodesFormat(workers));
  }

  private PhotoCodec(KnnVectorsFormat vectors) {
    super(
        new Lucene104Codec().getName(),
        new Lucene104Codec() {
          @Override
          public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return vectors;
          }
        });
  }

  @Override
  public StoredFieldsFormat storedFieldsFormat() {
    return storedFields;
  }
}
