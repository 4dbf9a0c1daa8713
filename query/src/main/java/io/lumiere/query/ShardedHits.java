package io.lumiere.query;

import io.lumiere.base.LumiereException;
import io.lumiere.query.event.PhotoEvent;
import io.lumiere.query.group.Section;
import io.lumiere.query.group.SectionBy;
import io.lumiere.query.group.Sections;
import io.lumiere.query.map.MapCluster;
import io.lumiere.query.map.MapClusters;
import io.lumiere.query.order.ResultRows;
import io.lumiere.schema.SortKeys;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads hits from several directories, where their numbers are their places in the order, near
 * duplicates counted. What is not kept is asked of the directories by the hashes of the photos'
 * ids: they may have changed meanwhile, and what has gone shows as an empty place. Thread-safe.
 */
final class ShardedHits implements OrderSource {
  /** What stands for the id of a photo that has gone; no id begins so. */
  private static final String GONE = "gone:";

  private final SharedHitColumns columns;
  private final Supplier<SharedQuestions> ofAllPhotos;
  private final Set<String> silent;
  private final long[] idHashes;
  private final long[] taken;

  /** Where the hits were taken, once a map was asked for: each zoom shows the same places. */
  private volatile SharedHitColumns.@Nullable Locations locations;

  /**
   * Hits.
   *
   * @param columns asks for more of them
   * @param ofAllPhotos asks about photos, whatever is searched for
   * @param silent which directories did not answer when the hits were found
   * @param idHashes in their order
   * @param taken the same
   */
  ShardedHits(
      SharedHitColumns columns,
      Supplier<SharedQuestions> ofAllPhotos,
      Set<String> silent,
      long[] idHashes,
      long[] taken) {
    this.columns = columns;
    this.ofAllPhotos = ofAllPhotos;
    this.silent = silent;
    this.idHashes = idHashes;
    this.taken = taken;
  }

  @Override
  public int find(String id) {
    long wanted = SortKeys.idHash(id);
    for (int i = 0; i < idHashes.length; i++) {
      if (idHashes[i] == wanted) {
        return i;
      }
    }
    return NONE;
  }

  @Override
  public ResultRows rows(int[] hits, int start) {
    ResultRows rows = empty(hits, start);
    if (hits.length == 0) {
      return rows;
    }
    Map<Long, Integer> places = new HashMap<>();
    for (int i = 0; i < hits.length; i++) {
      places.put(idHashes[hits[i]], i);
    }
    SharedQuestions asked = ofAllPhotos.get();
    for (ShardValues answer : asked.values(new ShardQuestion.Rows(List.copyOf(places.keySet())))) {
      long[] found = answer.longs(0);
      for (int i = 0; i < found.length; i++) {
        Integer place = places.remove(found[i]);
        if (place != null) {
          rows.ids()[place] = (String) answer.list(1).get(i);
          rows.ratios()[place] = answer.ints(2)[i];
          rows.colors()[place] = answer.ints(3)[i];
          rows.taken()[place] = answer.longs(4)[i];
          rows.flags()[place] = answer.ints(5)[i];
          rows.hashes()[place] = (String) answer.list(6).get(i);
        }
      }
    }
    if (!places.isEmpty()) {
      asked.requireNoneSilentBut(silent); // They are silent, not gone.
    }
    return rows;
  }

  /** Places of photos that have gone. */
  private ResultRows empty(int[] hits, int start) {
    int size = hits.length;
    ResultRows rows =
        new ResultRows(
            start,
            new String[size],
            new int[size],
            new int[size],
            new long[size],
            new int[size],
            new String[size],
            null,
            null);
    for (int i = 0; i < size; i++) {
      rows.ids()[i] = GONE + Long.toHexString(idHashes[hits[i]]);
      rows.ratios()[i] = 1000;
      rows.colors()[i] = ResultRows.NO_COLOR;
      rows.taken()[i] = taken[hits[i]];
      rows.hashes()[i] = "";
    }
    return rows;
  }

  @Override
  public List<Section> sections(int[] hits, SectionBy by) {
    return switch (by) {
      case DAY, MONTH, YEAR ->
          Sections.ofMoments(Arrays.stream(hits).mapToLong(hit -> taken[hit]).toArray(), by);
      case PLACE -> Sections.ofCodes(coded(hits, HitColumn.PLACE));
      case BURST -> Sections.ofCodes(coded(hits, HitColumn.BURST));
      case EVENT -> throw noEvents();
    };
  }

  private Sections.Coded coded(int[] hits, HitColumn column) {
    SharedHitColumns.Codes codes = columns.codes(column);
    long[] numbers = new long[hits.length];
    Arrays.setAll(numbers, i -> codes.numbers()[hits[i]]);
    return new Sections.Coded(numbers, codes.codes());
  }

  @Override
  public List<PhotoEvent> events(int[] hits, boolean isRanked, int start, int count) {
    throw noEvents();
  }

  private static LumiereException noEvents() {
    return SharedRequest.refusal(
        "events", "they are made of all photos of an archive, in columns of one index");
  }

  @Override
  public List<MapCluster> clusters(int[] hits, int zoom) {
    SharedHitColumns.Locations located = located();
    int[] placeOf = new int[idHashes.length];
    Arrays.fill(placeOf, NONE);
    for (int i = 0; i < hits.length; i++) {
      placeOf[hits[i]] = i;
    }
    int[] placed = new int[located.hits().length];
    long[] places = new long[placed.length];
    int size = 0;
    for (int i = 0; i < placed.length; i++) {
      int place = placeOf[located.hits()[i]];
      if (place != NONE) {
        placed[size] = place;
        places[size++] = located.places()[i];
      }
    }
    return MapClusters.of(Arrays.copyOf(placed, size), Arrays.copyOf(places, size), zoom);
  }

  private SharedHitColumns.Locations located() {
    SharedHitColumns.Locations known = locations;
    if (known == null) {
      known = columns.locations();
      locations = known;
    }
    return known;
  }

  @Override
  public long bytes() {
    SharedHitColumns.Locations known = locations;
    return 2L * Long.BYTES * idHashes.length + (known == null ? 0 : known.bytes());
  }

  @Override
  public void close() {
    // Nothing is kept open elsewhere.
  }
}
