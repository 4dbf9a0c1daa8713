package io.lumiere.query.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of one source in one segment, and keeps what does not depend on the hits as
 * long as the segment is open: how many of all its documents have each value, deleted ones among
 * them, and what the values are called. So never more than half of a segment's documents are gone
 * through: where more are hits, those that are not are taken from the whole.
 *
 * <p>It keeps 12 bytes for each different value of the segment, and about 100 for each of {@value
 * #MOST_NAMES} names at most. Thread-safe.
 */
final class SegmentValues<T> {
  /** Names of more values are read when they are needed. */
  private static final int MOST_NAMES = 1 << 16;

  /** By the segment, then by the source. */
  private static final Map<IndexReader.CacheKey, Map<ValueSource<?>, SegmentValues<?>>> KEPT =
      new ConcurrentHashMap<>();

  private final ValueSource<T> source;
  private final Map<Long, T> names = new ConcurrentHashMap<>();
  private @Nullable Whole whole;

  /** All different values of a segment, and how many documents have each. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Whole(long[] keys, int[] counts) {
    static Whole of(LongCounts counted) throws IOException {
      List<Long> keys = new ArrayList<>();
      List<Integer> counts = new ArrayList<>();
      counted.drain((key, count) -> {
        keys.add(key);
        counts.add(count);
      });
      return new Whole(
          keys.stream().mapToLong(Long::longValue).toArray(),
          counts.stream().mapToInt(Integer::intValue).toArray());
    }

    /** All but these. */
    LongCounts without(LongCounts counted) throws IOException {
      LongCounts rest = new LongCounts();
      for (int i = 0; i < keys.length; i++) {
        rest.add(keys[i], counts[i]);
      }
      counted.drain((key, count) -> rest.add(key, -count));
      return rest;
    }
  }

  private SegmentValues(ValueSource<T> source) {
    this.source = source;
  }

  /** What is kept of a segment's values. */
  @SuppressWarnings("unchecked") // Each was made of its source.
  static <T> SegmentValues<T> of(LeafReader reader, ValueSource<T> source) {
    IndexReader.CacheHelper segment = reader.getCoreCacheHelper();
    if (segment == null) {
      return new SegmentValues<>(source);
    }
    return (SegmentValues<T>)
        KEPT.computeIfAbsent(
                segment.getKey(),
                key -> {
                  segment.addClosedListener(KEPT::remove);
                  return new ConcurrentHashMap<>();
                })
            .computeIfAbsent(source, SegmentValues::new);
  }

  /** Adds how many of some documents of the segment have each value. */
  void count(LeafReader reader, SegmentHits hits, Map<T, Integer> counts) throws IOException {
    ValueSource.Leaf<T> leaf = source.open(reader);
    LongCounts counted = new LongCounts();
    int[] block = new int[ValueSource.BLOCK];
    for (int from = 0; from < hits.docs().length; from += block.length) {
      int size = Math.min(block.length, hits.docs().length - from);
      System.arraycopy(hits.docs(), from, block, 0, size);
      leaf.count(block, size, counted);
    }
    if (hits.areOthers()) {
      whole(reader).without(counted).drain(namer(leaf, counts));
    } else {
      counted.drain(namer(leaf, counts));
    }
  }

  private synchronized Whole whole(LeafReader reader) throws IOException {
    Whole known = whole;
    if (known == null) {
      ValueSource.Leaf<T> leaf = source.open(reader);
      LongCounts counted = new LongCounts();
      int[] block = new int[ValueSource.BLOCK];
      for (int from = 0; from < reader.maxDoc(); from += block.length) {
        int size = Math.min(block.length, reader.maxDoc() - from);
        for (int i = 0; i < size; i++) {
          block[i] = from + i;
        }
        leaf.count(block, size, counted);
      }
      known = Whole.of(counted);
      whole = known;
    }
    return known;
  }

  private LongCounts.Taker namer(ValueSource.Leaf<T> leaf, Map<T, Integer> counts) {
    return (key, count) -> counts.merge(name(key, leaf), count, Integer::sum);
  }

  private T name(long key, ValueSource.Leaf<T> leaf) throws IOException {
    T name = names.get(key);
    if (name == null) {
      name = leaf.value(key);
      if (names.size() < MOST_NAMES) {
        names.put(key, name);
      }
    }
    return name;
  }
}
