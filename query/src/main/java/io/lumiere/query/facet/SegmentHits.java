package io.lumiere.query.facet;

import io.lumiere.query.internal.lucene.BulkValues;
import org.apache.lucene.util.FixedBitSet;

/**
 * The hits in one segment. Nobody writes to it, so threads may share it.
 *
 * @param docs the numbers of the hits in the segment, or of all its other documents where these are
 *     fewer, in order
 * @param areOthers which of the two they are
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on at once, never compared.
record SegmentHits(int[] docs, boolean areOthers) {
  static SegmentHits of(FixedBitSet hits) {
    boolean areOthers = hits.cardinality() > hits.length() / 2;
    FixedBitSet kept = hits;
    if (areOthers) {
      kept = hits.clone();
      kept.flip(0, kept.length());
    }
    int[] docs = new int[kept.cardinality()];
    BulkValues.read(kept, docs);
    return new SegmentHits(docs, areOthers);
  }
}
