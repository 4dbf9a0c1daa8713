package io.lumiere.query;

import io.lumiere.query.event.ArchiveEvents;
import io.lumiere.query.event.EventHits;
import io.lumiere.query.event.PhotoEvent;
import io.lumiere.query.group.Section;
import io.lumiere.query.group.SectionBy;
import io.lumiere.query.group.Sections;
import io.lumiere.query.map.MapCluster;
import io.lumiere.query.map.MapClusters;
import io.lumiere.query.order.ResultRows;
import io.lumiere.query.order.RowReader;
import io.lumiere.schema.store.IndexErrors;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/**
 * Reads hits from one state of an index, where their numbers are those of documents. It keeps that
 * state open until it is closed. Thread-safe.
 */
final class IndexedHits implements OrderSource {
  private final IndexReader reader;
  private final String index;
  private final PerReader<ArchiveEvents> events;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  /**
   * Reads from a reader.
   *
   * @param reader one reference to it is given up when this is closed
   * @param index what to call the index in messages
   * @param events those of the archive, made when they are first asked for
   */
  IndexedHits(IndexReader reader, String index, PerReader<ArchiveEvents> events) {
    this.reader = reader;
    this.index = index;
    this.events = events;
  }

  @Override
  public int find(String id) {
    return use(() -> StoredVectors.findDoc(new IndexSearcher(reader), id));
  }

  @Override
  public ResultRows rows(int[] hits, int start) {
    return use(() -> RowReader.read(reader, hits, start));
  }

  @Override
  public List<Section> sections(int[] hits, SectionBy by) {
    return use(() ->
        by == SectionBy.EVENT
            ? Sections.ofEvents(hits, events.of(reader))
            : Sections.of(reader, hits, by));
  }

  @Override
  public List<PhotoEvent> events(int[] hits, boolean isRanked, int start, int count) {
    return use(() -> new EventHits(events.of(reader), reader, hits, isRanked).page(start, count));
  }

  @Override
  public List<MapCluster> clusters(int[] hits, int zoom) {
    return use(() -> MapClusters.of(reader, hits, zoom));
  }

  @Override
  public long bytes() {
    return 0;
  }

  /** Reads from the index. */
  private interface Reading<T> {
    T read() throws IOException;
  }

  /** The index stays open as long as something is read, even where this is closed meanwhile. */
  private <T> T use(Reading<T> reading) {
    if (isClosed.get() || !reader.tryIncRef()) {
      throw new IllegalStateException("this order of hits in " + index + " is closed");
    }
    try {
      return reading.read();
    } catch (IOException e) {
      throw IndexErrors.reading(index, e);
    } finally {
      release();
    }
  }

  private void release() {
    try {
      reader.decRef();
    } catch (IOException e) {
      // Only closing the files of an older state can fail here, which nobody needs.
    }
  }

  /** Gives up the state of the index; what is being read is read to its end. */
  @Override
  public void close() {
    if (isClosed.compareAndSet(false, true)) {
      release();
    }
  }
}
