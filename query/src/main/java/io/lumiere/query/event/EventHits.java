package io.lumiere.query.event;

import io.lumiere.query.internal.lucene.KeywordOrds;
import io.lumiere.query.internal.lucene.LeafDocs;
import io.lumiere.query.order.ResultRows;
import io.lumiere.query.order.RowReader;
import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/** The events that the hits of a search are in, the latest first. Not thread-safe. */
public final class EventHits {
  /** A place's name counts where so great a part of the photos that have one share it. */
  private static final double SHARED = 2 / 3.0;

  /** More photos of an event are not asked for their place. */
  private static final int ASKED = 500;

  private final ArchiveEvents events;
  private final IndexReader reader;
  private final int[] docs;
  private final boolean isRanked;
  private final int[] counts;
  private final int[] latestFirst;

  /**
   * The events of hits.
   *
   * @param docs the hits in their order
   * @param isRanked whether the first hit of an event stands for it; else it is the middle one
   */
  public EventHits(ArchiveEvents events, IndexReader reader, int[] docs, boolean isRanked) {
    this.events = events;
    this.reader = reader;
    this.docs = docs;
    this.isRanked = isRanked;
    this.counts = new int[events.count()];
    int found = 0;
    for (int doc : docs) {
      int event = events.eventOf(doc);
      if (event != ArchiveEvents.NONE && counts[event]++ == 0) {
        found++;
      }
    }
    this.latestFirst = new int[found];
    for (int event = 0; event < counts.length; event++) {
      if (counts[event] > 0) {
        latestFirst[--found] = event;
      }
    }
  }

  /** How many events there are. */
  public int total() {
    return latestFirst.length;
  }

  /**
   * Some of them.
   *
   * @param start the place of the first, from 0
   * @param count how many at most
   */
  public List<PhotoEvent> page(int start, int count) throws IOException {
    int from = Math.min(start, total());
    int[] shown = Arrays.copyOfRange(latestFirst, from, Math.min(total(), from + count));
    Map<Integer, List<Integer>> asked = new HashMap<>();
    for (int event : shown) {
      asked.put(event, new ArrayList<>());
    }
    int[] covers = new int[shown.length];
    int[] met = new int[counts.length];
    for (int doc : docs) {
      int event = events.eventOf(doc);
      List<Integer> ofEvent = event == ArchiveEvents.NONE ? null : asked.get(event);
      if (ofEvent != null) {
        if (met[event]++ == (isRanked ? 0 : counts[event] / 2)) {
          covers[indexOf(shown, event)] = doc;
        }
        if (ofEvent.size() < ASKED) {
          ofEvent.add(doc);
        }
      }
    }
    ResultRows rows = RowReader.read(reader, covers, 0);
    List<PhotoEvent> page = new ArrayList<>();
    for (int i = 0; i < shown.length; i++) {
      page.add(event(shown[i], rows.ids()[i], rows.hashes()[i], asked.get(shown[i])));
    }
    return page;
  }

  /** Events stand the latest first. */
  private static int indexOf(int[] shown, int event) {
    int low = 0;
    int high = shown.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (shown[middle] > event) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private PhotoEvent event(int event, String cover, String hash, @Nullable List<Integer> asked)
      throws IOException {
    return new PhotoEvent(
        events.key(event),
        events.from(event),
        events.to(event),
        asked == null ? List.of() : place(asked),
        counts[event],
        cover,
        hash);
  }

  /** The smallest name that most share, and the country's where it is another. */
  private List<String> place(List<Integer> asked) throws IOException {
    int[] photos = asked.stream().mapToInt(Integer::intValue).sorted().toArray();
    String country = shared(Fields.COUNTRY, photos);
    for (String level : List.of(Fields.CITY, Fields.REGION)) {
      String name = shared(level, photos);
      if (name != null) {
        return country == null || country.equals(name) ? List.of(name) : List.of(name, country);
      }
    }
    return country == null ? List.of() : List.of(country);
  }

  private @Nullable String shared(String field, int[] photos) throws IOException {
    Map<String, Integer> names = new HashMap<>();
    LeafDocs.visit(
        reader,
        photos,
        leaf -> {
          KeywordOrds ords = new KeywordOrds(leaf.reader(), field);
          return (index, doc) -> {
            int ord = ords.ord(doc);
            if (ord != KeywordOrds.NONE) {
              names.merge(ords.term(ord), 1, Integer::sum);
            }
          };
        });
    int all = names.values().stream().mapToInt(Integer::intValue).sum();
    return names.entrySet().stream()
        .filter(name -> name.getValue() >= SHARED * all)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
