package io.lumiere.query;

import io.lumiere.query.hybrid.LegShare;
import java.util.List;

/**
 * What comes ahead of a photo in one directory or in several. Immutable; nobody writes to the
 * array.
 *
 * @param hits how many hits come before it in their order; 0 where it is none
 * @param better how many documents each leg scores better where its window does not hold the photo
 * @param legs what legs say of a photo that they do not find; empty where nothing ranks
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record HitsAhead(int hits, int[] better, List<LegShare> legs) {
  /** Nothing. */
  static final HitsAhead NONE = new HitsAhead(0, new int[0], List.of());

  HitsAhead {
    legs = List.copyOf(legs);
  }

  /** Both together. */
  HitsAhead plus(HitsAhead other) {
    int[] sums = better.length < other.better.length ? other.better.clone() : better.clone();
    int[] added = better.length < other.better.length ? better : other.better;
    for (int i = 0; i < added.length; i++) {
      sums[i] += added[i];
    }
    return new HitsAhead(hits + other.hits, sums, legs.isEmpty() ? other.legs : legs);
  }

  /** A value that {@link #of} reads. */
  List<Object> value() {
    return List.of(hits, better, legs.stream().map(ShareValues::value).toList());
  }

  static HitsAhead of(ShardValues all) {
    return new HitsAhead(
        all.number(0).intValue(), all.ints(1), all.list(2).stream().map(ShareValues::leg).toList());
  }
}
