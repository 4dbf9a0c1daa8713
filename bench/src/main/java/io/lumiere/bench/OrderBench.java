package io.lumiere.bench;

import io.lumiere.query.PhotoSearch;
import io.lumiere.query.ResultOrder;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.group.SectionBy;
import java.util.Locale;
import java.util.Random;

/**
 * What a page asks that scrolls through the whole archive: the order of all hits, rows from
 * anywhere in it, its sections, its events and its map.
 */
final class OrderBench {
  private static final int ROWS = 1_000;

  private final PhotoSearch search;

  OrderBench(PhotoSearch search) {
    this.search = search;
  }

  /**
   * Adds what is measured.
   *
   * @param archive that the index was made of
   * @param order of all photos, open as long as works run
   */
  void add(Turns turns, SyntheticArchive archive, ResultOrder order) {
    for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
      String name = sort.name().toLowerCase(Locale.ROOT);
      turns.add("order of all, by " + name, () -> order(all().sort(sort).seed(7)));
    }
    turns.add("order of one year", () -> order(all().year(2010)));
    turns.add("order by vector", () -> order(all().vector(archive.target())));
    turns.add("order by vector, stacked", () -> order(all().vector(archive.target()).collapse()));
    turns.add("order of all, stacked", () -> order(all().collapse()));
    for (SectionBy by : SectionBy.values()) {
      String name = by.name().toLowerCase(Locale.ROOT);
      // An order keeps its sections, so each time is that of an order of its own.
      turns.add("order of all, with sections by " + name, () -> sections(by));
    }
    Random random = new Random(1);
    int most = Math.max(1, order.total() - ROWS);
    turns.add("1,000 rows from anywhere", () -> order.rows(random.nextInt(most), ROWS));
    turns.add("place of a photo", () -> order.positionOf("id-" + random.nextInt(most)));
    turns.add("50 events of all", () -> order.events(0, 50));
    for (int zoom : new int[] {2, 8, 14}) {
      turns.add("map of all, zoom " + zoom, () -> order.clusters(zoom));
    }
  }

  private static SearchRequestBuilder all() {
    return SearchRequest.builder();
  }

  private void order(SearchRequestBuilder request) {
    search.order(request.build()).close();
  }

  private void sections(SectionBy by) {
    try (ResultOrder order = search.order(all().build())) {
      order.sections(by);
    }
  }
}
