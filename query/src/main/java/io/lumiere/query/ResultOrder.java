package io.lumiere.query;

import io.lumiere.query.event.PhotoEvent;
import io.lumiere.query.group.Section;
import io.lumiere.query.group.SectionBy;
import io.lumiere.query.group.Sections;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.query.map.MapCluster;
import io.lumiere.query.map.MapClusters;
import io.lumiere.query.order.FoundDocs;
import io.lumiere.query.order.HiddenDocs;
import io.lumiere.query.order.ResultRows;
import io.lumiere.query.order.Stacking;
import io.lumiere.query.spelling.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All hits of a request in their order, of which any part can be read at once: what a page needs
 * that scrolls through a million photos. It takes 4 bytes a hit, 8 where hits have scores, and up
 * to 8 more where near duplicates are stacked; of a directory it keeps the state open that it was
 * made from, until it is closed, and of several directories 16 bytes a hit more, and 12 of each
 * that was on a map. Reading fails with {@link SilentShardException} where a directory that has
 * hits does not answer. Thread-safe.
 */
public final class ResultOrder implements AutoCloseable {
  /** The most hits that are read at once. */
  public static final int MAX_ROWS = 10_000;

  private final OrderSource source;
  private final long generation;
  private final FoundDocs hits;
  private final @Nullable HiddenDocs hidden;
  private final Summary summary;
  private final Map<SectionBy, List<Section>> sections = new ConcurrentHashMap<>();

  /**
   * What there is to say of all hits.
   *
   * @param cutoff what the cut-off did; null where none was made
   * @param likely where the likely matches end; null where nothing ranks
   * @param scoreCounts how scores are spread, see {@link FusedQuery#scoreCounts}; null where
   *     nothing ranks
   * @param missing what of the photos could not be searched, a sentence; null where all were
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Summary(
      SearchRequest.Sort sort,
      @Nullable CutoffReport cutoff,
      @Nullable CutoffReport likely,
      int @Nullable [] scoreCounts,
      List<Suggestion> suggestions,
      List<String> notes,
      @Nullable String missing) {
    Summary {
      suggestions = List.copyOf(suggestions);
      notes = List.copyOf(notes);
    }
  }

  /**
   * An order.
   *
   * @param source closed with this
   * @param hits in their order, by their numbers there
   * @param hidden the near duplicates behind each; null where they are not stacked
   */
  ResultOrder(
      OrderSource source,
      long generation,
      FoundDocs hits,
      @Nullable HiddenDocs hidden,
      Summary summary) {
    this.source = source;
    this.generation = generation;
    this.hits = hits;
    this.hidden = hidden;
    this.summary = summary;
  }

  /** The state of the index that it was made from: {@link PhotoSearch#generation} then. */
  public long generation() {
    return generation;
  }

  /** How many hits there are; near duplicates that are hidden are not counted. */
  public int total() {
    return hits.docs().length;
  }

  /** How many hits there are, with the near duplicates that are hidden. */
  public int photos() {
    return total() + (hidden == null ? 0 : hidden.docs().length);
  }

  /** How far near duplicates are stacked; empty where that was not asked for. */
  public Optional<Stacking> stacking() {
    return Optional.ofNullable(hidden).map(HiddenDocs::stacking);
  }

  /** What the hits are sorted by. */
  public SearchRequest.Sort sort() {
    return summary.sort();
  }

  /** Whether hits have scores: something is searched for, not only filtered. */
  public boolean isRanked() {
    return hits.scores() != null;
  }

  /**
   * How many hits are likely matches; they are the first ones where hits are sorted by relevance.
   * Empty where nothing ranks.
   */
  public OptionalInt likely() {
    float[] scores = hits.scores();
    if (summary.likely() == null || scores == null) {
      return OptionalInt.empty();
    }
    float least = summary.likely().least();
    int likely = 0;
    for (float score : scores) {
      likely += score >= least ? 1 : 0;
    }
    return OptionalInt.of(likely);
  }

  /** What the cut-off did to the hits; null where none was made. */
  public @Nullable CutoffReport cutoff() {
    return summary.cutoff();
  }

  /** Where the likely matches end: what the automatic cut-off does or would do. */
  public @Nullable CutoffReport likelyReport() {
    return summary.likely();
  }

  /**
   * How the scores of all photos that were found are spread over 0..1, kept or not: {@link
   * FusedQuery#scoreCounts}; null where nothing ranks.
   */
  public int @Nullable [] scoreCounts() {
    int[] counts = summary.scoreCounts();
    return counts == null ? null : counts.clone();
  }

  /** Words that were likely meant: {@link SearchResult#suggestions}. */
  public List<Suggestion> suggestions() {
    return summary.suggestions();
  }

  /** What is to be known of how the search was read: {@link SearchResult#notes}. */
  public List<String> notes() {
    return summary.notes();
  }

  /**
   * What of the photos could not be searched: {@link SearchResult#missing}; null where all were.
   */
  public @Nullable String missing() {
    return summary.missing();
  }

  /** How many bytes it holds in memory, the state of the index aside. */
  public long bytes() {
    return source.bytes()
        + (long) Integer.BYTES
            * (total() * (isRanked() ? 2L : 1) + (hidden == null ? 0 : (long) total() + photos()));
  }

  /**
   * The hits cut where what they have in common changes; one section of all where that would be
   * more than {@link Sections#MOST}.
   *
   * @throws IllegalStateException if it is closed
   */
  public List<Section> sections(SectionBy by) {
    List<Section> known = sections.get(by);
    if (known == null) {
      known = source.sections(hits.docs(), by);
      sections.put(by, List.copyOf(known));
    }
    return known;
  }

  /**
   * Some of the events that the hits are in, the latest first. Events are those of the whole
   * archive: what is searched for does not change them, only which of their photos are counted.
   *
   * @param start the place of the first, from 0; there are none beyond the last
   * @param count how many at most, 0 to {@value #MAX_ROWS}
   * @throws IllegalStateException if it is closed
   */
  public List<PhotoEvent> events(int start, int count) {
    return events(start, count, total());
  }

  /**
   * As the other, of the first hits alone: the likely ones, where all are in the order.
   *
   * @param most how many of the hits, 0 to {@link #total}
   */
  public List<PhotoEvent> events(int start, int count, int most) {
    checkRange(start, count);
    return source.events(first(most), isRanked(), start, count);
  }

  /**
   * The place of a photo among the hits, or of the hit that it stands behind; empty where it is not
   * found.
   *
   * @throws IllegalStateException if it is closed
   */
  public OptionalInt positionOf(String id) {
    int doc = source.find(id);
    for (int i = 0; doc != OrderSource.NONE && i < total(); i++) {
      if (hits.docs()[i] == doc) {
        return OptionalInt.of(i);
      }
    }
    int before = doc == OrderSource.NONE || hidden == null ? -1 : hidden.hitBefore(doc);
    return before < 0 ? OptionalInt.empty() : OptionalInt.of(before);
  }

  /**
   * The hits with a place, clustered for a map: {@link MapClusters}.
   *
   * @param zoom 0 to {@value MapClusters#MAX_ZOOM}
   * @throws IllegalStateException if it is closed
   */
  public List<MapCluster> clusters(int zoom) {
    return clusters(zoom, total());
  }

  /**
   * As the other, of the first hits alone: the likely ones, where all are in the order.
   *
   * @param most how many of the hits, 0 to {@link #total}
   */
  public List<MapCluster> clusters(int zoom, int most) {
    return source.clusters(first(most), zoom);
  }

  private int[] first(int most) {
    return most == total() ? hits.docs() : Arrays.copyOf(hits.docs(), most);
  }

  /**
   * Some hits.
   *
   * @param start the place of the first, from 0; there are none from {@link #total} on
   * @param count how many at most, 0 to {@value #MAX_ROWS}
   * @throws IllegalStateException if it is closed
   */
  public ResultRows rows(int start, int count) {
    checkRange(start, count);
    int from = Math.min(start, total());
    int to = Math.min(from + count, total());
    return completed(source.rows(Arrays.copyOfRange(hits.docs(), from, to), from), from, to);
  }

  /**
   * A hit and the near duplicates that stand behind it: first the hit, then these in the order of
   * the hits.
   *
   * @param position the hit's place, from 0 and below {@link #total}
   * @param start the place of the first photo in the stack, from 0
   * @param count how many at most, 0 to {@value #MAX_ROWS}
   * @throws IllegalStateException if it is closed
   */
  public ResultRows stack(int position, int start, int count) {
    checkRange(start, count);
    int[] behind = hidden == null ? new int[0] : hidden.behind(position);
    int[] all = new int[1 + behind.length];
    all[0] = hits.docs()[position];
    System.arraycopy(behind, 0, all, 1, behind.length);
    int from = Math.min(start, all.length);
    int to = Math.min(from + count, all.length);
    return source.rows(Arrays.copyOfRange(all, from, to), from);
  }

  /**
   * The place of a photo in the stack of a hit: 0 for the hit itself, then those behind it.
   *
   * @param id of a photo whose {@link #positionOf} is the hit's place
   * @throws IllegalStateException if this is closed
   */
  public int placeInStack(int position, String id) {
    int doc = source.find(id);
    int place = 0;
    int[] behind = hidden == null ? new int[0] : hidden.behind(position);
    while (place < behind.length && behind[place] != doc) {
      place++;
    }
    return hits.docs()[position] == doc || place == behind.length ? 0 : 1 + place;
  }

  /** How many photos the stack of a hit has, itself counted: 1 where nothing stands behind it. */
  public int stackSize(int position) {
    return 1 + (hidden == null ? 0 : hidden.counts(position, position + 1)[0]);
  }

  /** How many photos stand behind the hits of a range of places, all of these together. */
  public int hiddenCount(int from, int to) {
    return hidden == null ? 0 : hidden.starts()[to] - hidden.starts()[from];
  }

  /**
   * The near duplicates that stand behind the hits of a range, those of one hit after those of the
   * other: many stacks are read at once.
   *
   * @param from the first hit's place
   * @param to the place after the last hit's, at most {@link #total}
   * @param start which is the first of them, from 0
   * @param count how many at most, 0 to {@value #MAX_ROWS}
   * @throws IllegalStateException if it is closed
   */
  public ResultRows hidden(int from, int to, int start, int count) {
    checkRange(start, count);
    int all = hiddenCount(from, to);
    int first = Math.min(start, all);
    int last = Math.min(first + count, all);
    int[] docs =
        hidden == null
            ? new int[0]
            : Arrays.copyOfRange(
                hidden.docs(), hidden.starts()[from] + first, hidden.starts()[from] + last);
    return source.rows(docs, first);
  }

  private static void checkRange(int start, int count) {
    if (start < 0 || count < 0 || count > MAX_ROWS) {
      throw new IllegalArgumentException(
          count
              + " from "
              + start
              + " on: the first is 0 or more, and the number in 0.."
              + MAX_ROWS);
    }
  }

  /**
   * Hits at some places, without scores and near duplicates.
   *
   * @param places each from 0 and below {@link #total}, at most {@value #MAX_ROWS}, none twice
   * @throws IllegalStateException if it is closed
   */
  public ResultRows rowsAt(int... places) {
    checkRange(0, places.length);
    int[] docs = new int[places.length];
    Arrays.setAll(docs, i -> hits.docs()[places[i]]);
    return source.rows(docs, 0);
  }

  /** The same with what only the order knows. */
  private ResultRows completed(ResultRows rows, int from, int to) {
    float[] scores = hits.scores();
    if (scores != null && summary.likely() != null) {
      float least = summary.likely().least();
      for (int i = from; i < to; i++) {
        rows.flags()[i - from] |= scores[i] < least ? ResultRows.BELOW_CUT : 0;
      }
    }
    return new ResultRows(
        rows.start(),
        rows.ids(),
        rows.ratios(),
        rows.colors(),
        rows.taken(),
        rows.flags(),
        rows.hashes(),
        scores == null ? null : Arrays.copyOfRange(scores, from, to),
        hidden == null ? null : hidden.counts(from, to));
  }

  /** Gives up the state of the index; what is being read is read to its end. */
  @Override
  public void close() {
    source.close();
  }
}
