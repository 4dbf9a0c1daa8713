package io.lumiere.query.event;

import io.lumiere.query.internal.lucene.GuessedDates;
import io.lumiere.query.internal.lucene.KeywordOrds;
import io.lumiere.query.internal.lucene.LeafDocs;
import io.lumiere.query.order.DocSorter;
import io.lumiere.query.order.FoundDocs;
import io.lumiere.query.order.NumberKeys;
import io.lumiere.schema.Fields;
import io.lumiere.schema.LocalTimes;
import io.lumiere.schema.Precision;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;

/**
 * The events of one state of an archive, in the order of time: {@link EventRule}. A photo is in one
 * if its day of taking is known and no guess; one without a time of day counts as taken at noon. It
 * takes 4 bytes a photo. Immutable, thread-safe.
 */
public final class ArchiveEvents {
  /** The number of a photo that is in no event. */
  public static final int NONE = -1;

  private static final long NOON = 12 * 3_600_000L;
  private static final DateTimeFormatter KEY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmm", Locale.ROOT);

  private final int[] eventOfDoc;
  private final long[] firsts;
  private final long[] lasts;

  private ArchiveEvents(int[] eventOfDoc, long[] firsts, long[] lasts) {
    this.eventOfDoc = eventOfDoc;
    this.firsts = firsts;
    this.lasts = lasts;
  }

  /** Finds the events of a reader. */
  public static ArchiveEvents of(IndexReader reader) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    int[] dated =
        FoundDocs.of(searcher, searcher.rewrite(new FieldExistsQuery(Fields.TAKEN)), false).docs();
    long[] times = times(reader, dated);
    int[] order =
        DocSorter.order(reader, dated, List.of((same, docs) -> times.clone(), NumberKeys.TIES));
    // Those that are in no event have the greatest number and come last.
    int known = order.length;
    while (known > 0 && times[order[known - 1]] == Long.MAX_VALUE) {
      known--;
    }
    int[] docs = new int[known];
    long[] sorted = new long[known];
    for (int i = 0; i < known; i++) {
      docs[i] = dated[order[i]];
      sorted[i] = times[order[i]];
    }
    return of(reader, docs, sorted);
  }

  private static ArchiveEvents of(IndexReader reader, int[] docs, long[] times) throws IOException {
    float[] latitudes = new float[docs.length];
    float[] longitudes = new float[docs.length];
    readPlaces(reader, docs, latitudes, longitudes);
    boolean[] starts = new EventRule(times, latitudes, longitudes).starts();
    int[] eventOfDoc = new int[reader.maxDoc()];
    Arrays.fill(eventOfDoc, NONE);
    long[] firsts = new long[docs.length];
    long[] lasts = new long[docs.length];
    int event = NONE;
    for (int i = 0; i < docs.length; i++) {
      if (starts[i]) {
        firsts[++event] = times[i];
      }
      lasts[event] = times[i];
      eventOfDoc[docs[i]] = event;
    }
    return new ArchiveEvents(
        eventOfDoc, Arrays.copyOf(firsts, event + 1), Arrays.copyOf(lasts, event + 1));
  }

  /** When each photo was taken; the greatest number where that is not known well enough. */
  private static long[] times(IndexReader reader, int[] docs) throws IOException {
    long[] times = new long[docs.length];
    LeafDocs.visit(
        reader,
        docs,
        leaf -> {
          SortedNumericDocValues taken = DocValues.getSortedNumeric(leaf.reader(), Fields.TAKEN);
          GuessedDates.OfSegment guesses = new GuessedDates.OfSegment(leaf.reader());
          KeywordOrds precisions = new KeywordOrds(leaf.reader(), Fields.TAKEN_PRECISION);
          long[] addedOf = new long[precisions.size()];
          for (int ord = 0; ord < addedOf.length; ord++) {
            addedOf[ord] = added(Precision.of(precisions.term(ord)));
          }
          return (index, doc) -> {
            int ord = precisions.ord(doc);
            long added = ord == KeywordOrds.NONE || guesses.isGuessed(doc) ? NONE : addedOf[ord];
            times[index] =
                added != NONE && taken.advanceExact(doc)
                    ? taken.nextValue() + added
                    : Long.MAX_VALUE;
          };
        });
    return times;
  }

  private static long added(Precision precision) {
    return switch (precision) {
      case YEAR, MONTH -> NONE;
      case DAY -> NOON;
      case TIME -> 0;
    };
  }

  private static void readPlaces(
      IndexReader reader, int[] docs, float[] latitudes, float[] longitudes) throws IOException {
    Arrays.fill(latitudes, Float.NaN);
    LeafDocs.visitPlaces(
        reader,
        docs,
        (index, place) -> {
          latitudes[index] = (float) GeoEncodingUtils.decodeLatitude((int) (place >>> 32));
          longitudes[index] = (float) GeoEncodingUtils.decodeLongitude((int) place);
        });
  }

  /** How many there are. */
  public int count() {
    return firsts.length;
  }

  /** The number of a document's event, the earliest first; {@link #NONE} where it is in none. */
  public int eventOf(int doc) {
    return eventOfDoc[doc];
  }

  /** What identifies the event with this number. */
  public String key(int event) {
    return KEY.format(from(event));
  }

  LocalDateTime from(int event) {
    return LocalTimes.fromMillis(firsts[event]);
  }

  LocalDateTime to(int event) {
    return LocalTimes.fromMillis(lasts[event]);
  }
}
