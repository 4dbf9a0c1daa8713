package io.lumiere.query;

import io.lumiere.query.order.DocKeys;
import io.lumiere.query.order.DocSorter;
import io.lumiere.query.order.FoundDocs;
import io.lumiere.query.order.NumberKeys;
import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The hits that one of several directories has, in their order, as columns: what they are sorted
 * by, and what an order keeps of them. Nobody writes to it.
 *
 * @param part how many hits there are, and what is said of all; without hits
 * @param state that of the directory: {@link ReaderState}
 * @param numbers what hits are sorted by, one column after the other, least first
 * @param texts the same, where it is texts
 * @param idHashes by which ties are broken
 * @param taken as {@link Fields#TAKEN} counts; {@link Long#MIN_VALUE} where that is not known
 * @param scores null where nothing ranks
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ShardOrder(
    ShardResult part,
    long state,
    List<long[]> numbers,
    List<List<BytesRef>> texts,
    long[] idHashes,
    long[] taken,
    float @Nullable [] scores) {

  ShardOrder {
    numbers = List.copyOf(numbers);
    texts = List.copyOf(texts);
  }

  /** How many hits it has. */
  int size() {
    return idHashes.length;
  }

  /** Whether a hit stands before one of another directory, less than 0, or behind it. */
  int compare(int hit, ShardOrder other, int otherHit) {
    for (int i = 0; i < numbers.size(); i++) {
      int order = Long.compare(numbers.get(i)[hit], other.numbers.get(i)[otherHit]);
      if (order != 0) {
        return order;
      }
    }
    for (int i = 0; i < texts.size(); i++) {
      int order = texts.get(i).get(hit).compareTo(other.texts.get(i).get(otherHit));
      if (order != 0) {
        return order;
      }
    }
    return Long.compare(idHashes[hit], other.idHashes[otherHit]);
  }

  /** How many of the hits stand before one of another directory. */
  int before(ShardOrder other, int otherHit) {
    int from = 0;
    int to = size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (compare(middle, other, otherHit) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /**
   * Finds the hits in a directory.
   *
   * @param most how many are kept
   */
  static ShardOrder of(PreparedSearch prepared, ShardResult part, int most) throws IOException {
    FoundDocs found =
        FoundDocs.of(prepared.searcher(), prepared.run(), prepared.request().isRanked());
    IndexReader reader = prepared.searcher().getIndexReader();
    HitOrder order = prepared.request().paging().order();
    List<DocKeys> levels = order.levels(found.scores()).stream().map(ShardOrder::readOnce).toList();
    int[] sorted = DocSorter.order(reader, found.docs(), levels);
    int[] first = Arrays.copyOf(sorted, Math.min(most, sorted.length));
    boolean isOfTexts = order.by() == SearchRequest.Sort.NAME;
    List<long[]> numbers = new ArrayList<>();
    if (!isOfTexts) {
      for (DocKeys level : levels.subList(0, levels.size() - 1)) { // The last one breaks ties.
        numbers.add(at(first, level.of(reader, found.docs())));
      }
    }
    FoundDocs hits = found.at(first);
    return new ShardOrder(
        part,
        ReaderState.of(reader),
        numbers,
        isOfTexts
            ? ShardColumns.texts(reader, hits.docs(), Fields.NAME_ORDER, Fields.PATH)
            : List.of(),
        at(first, levels.getLast().of(reader, found.docs())),
        at(first, NumberKeys.of(Fields.TAKEN, Long.MIN_VALUE).of(reader, found.docs())),
        hits.scores());
  }

  /** The same numbers for one set of documents: they are sorted by, and then sent. */
  private static DocKeys readOnce(DocKeys keys) {
    List<long[]> read = new ArrayList<>();
    return (reader, docs) -> {
      if (read.isEmpty()) {
        read.add(keys.of(reader, docs));
      }
      return read.getFirst();
    };
  }

  private static long[] at(int[] places, long[] numbers) {
    long[] there = new long[places.length];
    Arrays.setAll(there, i -> numbers[places[i]]);
    return there;
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if it is not that
   */
  static ShardOrder of(byte[] bytes) {
    ShardValues all = ShardValues.of(ValueBytes.read(bytes));
    ShardOrder order =
        new ShardOrder(
            ShardResult.of(all.bytes(0)),
            all.number(1).longValue(),
            all.list(2).stream().map(column -> (long[]) column).toList(),
            all.list(3).stream().map(ShardOrder::texts).toList(),
            all.longs(4),
            all.longs(5),
            all.vectorOrNull(6));
    order.requireEven();
    return order;
  }

  private static List<BytesRef> texts(Object value) {
    return ShardValues.of(value).values().stream().map(text -> (BytesRef) text).toList();
  }

  private void requireEven() {
    boolean isEven =
        taken.length == size()
            && (scores == null || scores.length == size())
            && numbers.stream().allMatch(column -> column.length == size())
            && texts.stream().allMatch(column -> column.size() == size());
    if (!isEven) {
      throw new IllegalArgumentException("the columns of an order are not of one length");
    }
  }

  /** Bytes that {@link #of(byte[])} reads. */
  byte[] toBytes() {
    return ValueBytes.of(
        Arrays.asList(
            new BytesRef(part.toBytes()), state, numbers, texts, idHashes, taken, scores));
  }
}
