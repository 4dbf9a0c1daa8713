package io.lumiere.query;

import io.lumiere.query.event.PhotoEvent;
import io.lumiere.query.group.Section;
import io.lumiere.query.group.SectionBy;
import io.lumiere.query.map.MapCluster;
import io.lumiere.query.order.ResultRows;
import java.util.List;

/**
 * What a {@link ResultOrder} reads its hits from, wherever the photos are. Hits have numbers, which
 * mean something to the source alone. Implementations are thread-safe.
 *
 * <p>All methods throw {@link IllegalStateException} where the source is closed.
 */
interface OrderSource extends AutoCloseable {
  /** The number of no hit. */
  int NONE = StoredVectors.NONE;

  /** The number of the photo with this id; {@link #NONE} if there is none. */
  int find(String id);

  /**
   * Some hits, without what only their order knows.
   *
   * @param start the place of the first
   */
  ResultRows rows(int[] hits, int start);

  /** Hits in their order, cut where what they have in common changes. */
  List<Section> sections(int[] hits, SectionBy by);

  /** The events that hits are in: {@link ResultOrder#events}. */
  List<PhotoEvent> events(int[] hits, boolean isRanked, int start, int count);

  /** Hits in their order, clustered for a map: {@link ResultOrder#clusters}. */
  List<MapCluster> clusters(int[] hits, int zoom);

  /** How many bytes it takes beside the index. */
  long bytes();

  @Override
  void close();
}
