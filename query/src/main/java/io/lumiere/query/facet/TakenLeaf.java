package io.lumiere.query.facet;

import io.lumiere.query.internal.lucene.GuessedDates;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Precision;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One segment's days of taking, by the clock there, each as far as it is known. */
final class TakenLeaf<T> implements ValueSource.Leaf<T> {
  private static final long NONE = Long.MAX_VALUE;
  private static final int UNKNOWN = -1;
  private static final List<Precision> PRECISIONS =
      List.of(Precision.YEAR, Precision.MONTH, Precision.DAY);
  private static final long MILLIS_OF_DAY = 86_400_000L;

  /** Days of taking; empty where none is known. */
  static final ValueSource<Optional<Day>> DAYS =
      reader -> new TakenLeaf<>(reader, Optional::ofNullable);

  private final SortedNumericDocValues taken;
  private final SortedSetDocValues known;
  private final GuessedDates.OfSegment guesses;
  private final int[] precisionOf;
  private final Function<@Nullable Day, T> value;

  /**
   * A day of taking.
   *
   * @param first the day, or the first of the month or year
   * @param precision how much of it is known; a time of day counts as a day
   * @param guessed whether it is a guess
   */
  record Day(LocalDate first, Precision precision, boolean guessed) {}

  /**
   * Reads a segment.
   *
   * @param value makes a value of a day, or of null where none is known
   */
  TakenLeaf(LeafReader reader, Function<@Nullable Day, T> value) throws IOException {
    this.taken = DocValues.getSortedNumeric(reader, Fields.TAKEN);
    this.known = DocValues.getSortedSet(reader, Fields.TAKEN_PRECISION);
    this.guesses = new GuessedDates.OfSegment(reader);
    this.precisionOf = new int[Math.toIntExact(known.getValueCount())];
    Arrays.fill(precisionOf, UNKNOWN);
    for (Precision precision : Precision.values()) {
      int ordinal = (int) known.lookupTerm(new BytesRef(precision.keyword()));
      if (ordinal >= 0) {
        precisionOf[ordinal] =
            PRECISIONS.indexOf(precision == Precision.TIME ? Precision.DAY : precision);
      }
    }
    this.value = value;
  }

  @Override
  public void count(int doc, LongCounts counts) throws IOException {
    int precision =
        taken.advanceExact(doc) && known.advanceExact(doc)
            ? precisionOf[(int) known.nextOrd()]
            : UNKNOWN;
    if (precision == UNKNOWN) {
      counts.add(NONE);
      return;
    }
    long day = Math.floorDiv(taken.nextValue(), MILLIS_OF_DAY);
    counts.add((day * PRECISIONS.size() + precision) * 2 + (guesses.isGuessed(doc) ? 1 : 0));
  }

  @Override
  public T value(long key) {
    if (key == NONE) {
      return value.apply(null);
    }
    long known = Math.floorDiv(key, 2);
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(known, PRECISIONS.size()));
    Precision precision = PRECISIONS.get(Math.floorMod(known, PRECISIONS.size()));
    return value.apply(new Day(day, precision, Math.floorMod(key, 2) == 1));
  }
}
