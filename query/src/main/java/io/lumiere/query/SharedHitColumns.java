package io.lumiere.query;

import io.lumiere.query.group.GroupCode;
import io.lumiere.query.group.Sections;
import io.lumiere.query.order.InCommon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks several directories for columns of all hits of a request, and puts the values where the hits
 * have their numbers. A hit that has come since the order was made is left out, and one that has
 * gone has no value. Thread-safe.
 */
final class SharedHitColumns {
  private final Supplier<SharedQuestions> questions;
  private final Set<String> silent;
  private final long[] idHashes;
  private final int most;

  /**
   * Columns.
   *
   * @param questions about the request
   * @param silent which directories did not answer when the hits were found
   * @param idHashes of the hits, by their numbers
   * @param most how many the order may have
   */
  SharedHitColumns(
      Supplier<SharedQuestions> questions, Set<String> silent, long[] idHashes, int most) {
    this.questions = questions;
    this.silent = silent;
    this.idHashes = idHashes;
    this.most = most;
  }

  /** A column, of which the hits of no directory are missing. */
  private Asked asked(HitColumn column) {
    SharedQuestions asked = questions.get();
    List<ShardValues> answers = asked.values(new ShardQuestion.Column(column, most));
    asked.requireNoneSilentBut(silent);
    return new Asked(answers, new HitNumbers(idHashes));
  }

  /**
   * A column.
   *
   * @param numbers of the hits; made again for each column, since they take as much memory as all
   *     that is kept of the hits
   */
  private record Asked(List<ShardValues> answers, HitNumbers numbers) {
    /** Takes the values of an answer that are of hits. */
    void each(ShardValues answer, Taker taker) {
      long[] idHashes = answer.longs(0);
      for (int i = 0; i < idHashes.length; i++) {
        int hit = numbers.of(idHashes[i]);
        if (hit != HitNumbers.NONE) {
          taker.take(i, hit);
        }
      }
    }
  }

  /** What hits are coded by: for each the place of its code. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Codes(long[] numbers, List<GroupCode> codes) {}

  /** The places or the bursts of hits. */
  Codes codes(HitColumn column) {
    long[] all = new long[idHashes.length];
    Arrays.fill(all, Sections.Coded.ALONE);
    Map<GroupCode, Integer> known = new HashMap<>();
    List<GroupCode> codes = new ArrayList<>();
    Asked asked = asked(column);
    for (ShardValues answer : asked.answers()) {
      List<Integer> here = new ArrayList<>();
      for (Object value : answer.list(2)) {
        GroupCode code = ShardQuestion.code(value);
        Integer number = known.putIfAbsent(code, codes.size());
        if (number == null) {
          codes.add(code);
        }
        here.add(number == null ? codes.size() - 1 : number);
      }
      long[] there = answer.longs(1);
      asked.each(
          answer,
          (i, hit) ->
              all[hit] = there[i] == Sections.Coded.ALONE ? there[i] : here.get((int) there[i]));
    }
    return new Codes(all, codes);
  }

  /** What hits have in common besides their looks. */
  InCommon inCommon() {
    long[] bursts = codes(HitColumn.BURST).numbers();
    Map<Long, Integer> known = new HashMap<>();
    int[] contents = new int[idHashes.length];
    Arrays.fill(contents, InCommon.NONE);
    Asked asked = asked(HitColumn.CONTENT);
    for (ShardValues answer : asked.answers()) {
      long[] there = answer.longs(1);
      asked.each(
          answer,
          (i, hit) -> contents[hit] = known.computeIfAbsent(there[i], content -> known.size()));
    }
    return new InCommon(
        Arrays.stream(bursts)
            .mapToInt(burst -> burst == Sections.Coded.ALONE ? InCommon.NONE : (int) burst)
            .toArray(),
        contents);
  }

  /** The vector of each hit; null where it has none. */
  float[] @Nullable [] vectors() {
    float[] @Nullable [] vectors = new float[idHashes.length][];
    Asked asked = asked(HitColumn.VECTOR);
    for (ShardValues answer : asked.answers()) {
      ShardValues there = ShardValues.of(answer.list(1));
      asked.each(answer, (i, hit) -> vectors[hit] = there.vectorOrNull(i));
    }
    return vectors;
  }

  /**
   * Where photos were taken.
   *
   * @param hits the numbers of those with a place on the map
   * @param places as {@link io.lumiere.query.map.MapClusters} takes them
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Locations(int[] hits, long[] places) {
    long bytes() {
      return (long) (Integer.BYTES + Long.BYTES) * hits.length;
    }
  }

  /** Where hits were taken. */
  Locations locations() {
    int[] placed = new int[idHashes.length];
    long[] places = new long[idHashes.length];
    int[] size = {0};
    Asked asked = asked(HitColumn.LOCATION);
    for (ShardValues answer : asked.answers()) {
      long[] there = answer.longs(1);
      asked.each(
          answer,
          (i, hit) -> {
            if (size[0] < placed.length) {
              placed[size[0]] = hit;
              places[size[0]++] = there[i];
            }
          });
    }
    return new Locations(Arrays.copyOf(placed, size[0]), Arrays.copyOf(places, size[0]));
  }

  /** Takes a value. */
  private interface Taker {
    /**
     * Takes it.
     *
     * @param i its place in the answer
     * @param hit the number of its hit
     */
    void take(int i, int hit);
  }
}
