package io.lumiere.query;

import io.lumiere.query.alike.AlikeTraits;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one of several directories says of a hit before it is known whether it is shown: where it
 * stands, and what it is compared by. Immutable; nobody writes to the arrays.
 *
 * @param keys by which it is sorted, as {@link HitOrder#sort} has them
 * @param traits empty where hits are not compared with each other
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ShardCandidate(String id, @Nullable Object[] keys, float score, AlikeTraits traits) {
  /** A value that {@link #of} reads. */
  List<@Nullable Object> value() {
    return Arrays.asList(
        id, Arrays.asList(keys), score, traits.vector(), traits.contentHash(), traits.burst());
  }

  /** Without what it is compared by. */
  ShardCandidate withoutTraits() {
    return new ShardCandidate(id, keys, score, AlikeTraits.NONE);
  }

  static ShardCandidate of(@Nullable Object value) {
    ShardValues all = ShardValues.of(value);
    return new ShardCandidate(
        all.text(0),
        all.list(1).toArray(),
        all.number(2).floatValue(),
        new AlikeTraits(all.vectorOrNull(3), all.textOrNull(4), all.textOrNull(5)));
  }
}
