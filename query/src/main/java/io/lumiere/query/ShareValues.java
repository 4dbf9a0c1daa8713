package io.lumiere.query;

import io.lumiere.query.explain.WordShare;
import io.lumiere.query.hybrid.LegShare;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/** What legs and words say of a photo, as plain values that other processes read. Thread-safe. */
final class ShareValues {
  private ShareValues() {}

  /** A value that {@link #leg} reads. */
  static List<Object> value(LegShare leg) {
    return List.of(leg.leg(), leg.rank(), leg.found(), leg.score(), leg.chance(), leg.share());
  }

  static LegShare leg(@Nullable Object value) {
    ShardValues all = ShardValues.of(value);
    return new LegShare(
        all.text(0),
        all.number(1).intValue(),
        all.number(2).intValue(),
        all.number(3).floatValue(),
        all.number(4).floatValue(),
        all.number(5).floatValue());
  }

  /** What a hit is sorted by, which {@link ShardValues#hitOrNull} reads; null of no hit. */
  static @Nullable List<@Nullable Object> keys(@Nullable FieldDoc hit) {
    return hit == null ? null : Arrays.asList(hit.fields);
  }

  /** A value that {@link #word} reads. */
  static List<Object> value(WordShare word) {
    return List.of(word.word(), word.field(), word.counts(), word.isStem() ? 1 : 0);
  }

  static WordShare word(@Nullable Object value) {
    ShardValues all = ShardValues.of(value);
    return new WordShare(
        all.text(0), all.text(1), all.number(2).floatValue(), all.number(3).intValue() != 0);
  }
}
