package io.lumiere.query.facet;

import io.lumiere.query.facet.TakenLeaf.Day;
import io.lumiere.query.internal.lucene.BulkValues;
import io.lumiere.query.internal.lucene.FieldNumbers;
import io.lumiere.query.internal.lucene.GuessedDates;
import io.lumiere.query.internal.lucene.KeywordOrds;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Precision;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/** One segment's days of taking, by the clock there, each as far as it is known. */
final class TakenLeaf implements ValueSource.Leaf<Optional<Day>> {
  private static final long NONE = Long.MAX_VALUE;
  private static final List<Precision> PRECISIONS =
      List.of(Precision.YEAR, Precision.MONTH, Precision.DAY);
  private static final long MILLIS_OF_DAY = 86_400_000L;

  /** Days of taking; empty where none is known. */
  static final ValueSource<Optional<Day>> DAYS = TakenLeaf::new;

  private final NumericDocValues taken;
  private final KeywordOrds known;
  private final GuessedDates.OfSegment guesses;
  private final int[] precisionOf;
  private final long[] keys = new long[ValueSource.BLOCK];
  private final int[] ords = new int[ValueSource.BLOCK];

  /**
   * A day of taking.
   *
   * @param first the day, or the first of the month or year
   * @param precision how much of it is known; a time of day counts as a day
   * @param guessed whether it is a guess
   */
  record Day(LocalDate first, Precision precision, boolean guessed) {}

  private TakenLeaf(LeafReader reader) throws IOException {
    this.taken = FieldNumbers.of(reader, Fields.TAKEN);
    this.known = new KeywordOrds(reader, Fields.TAKEN_PRECISION);
    this.guesses = new GuessedDates.OfSegment(reader);
    this.precisionOf = new int[known.size()];
    for (int ord = 0; ord < precisionOf.length; ord++) {
      Precision precision = Precision.of(known.term(ord));
      precisionOf[ord] =
          PRECISIONS.indexOf(precision == Precision.TIME ? Precision.DAY : precision);
    }
  }

  @Override
  public void count(int[] docs, int size, LongCounts counts) throws IOException {
    BulkValues.read(taken, docs, size, keys, 0, NONE);
    known.read(docs, size, ords);
    for (int i = 0; i < size; i++) {
      keys[i] =
          keys[i] == NONE || ords[i] == KeywordOrds.NONE
              ? NONE
              : key(keys[i], precisionOf[ords[i]], guesses.isGuessed(docs[i]));
    }
    counts.add(keys, size);
  }

  private static long key(long taken, int precision, boolean guessed) {
    long day = Math.floorDiv(taken, MILLIS_OF_DAY);
    return (day * PRECISIONS.size() + precision) * 2 + (guessed ? 1 : 0);
  }

  @Override
  public Optional<Day> value(long key) {
    if (key == NONE) {
      return Optional.empty();
    }
    long known = Math.floorDiv(key, 2);
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(known, PRECISIONS.size()));
    Precision precision = PRECISIONS.get(Math.floorMod(known, PRECISIONS.size()));
    return Optional.of(new Day(day, precision, Math.floorMod(key, 2) == 1));
  }
}
