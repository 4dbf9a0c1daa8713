package io.lumiere.bench;

import io.lumiere.query.PageToken;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.ResultOrder;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.HistogramUnit;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.language.fields.QueryFields;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Latencies of each thing that a search can do, in an index of synthetic photos, and their ratios
 * to a plain search by vector in the same run; then what {@link OrderBench} adds. Arguments: an
 * empty or missing folder for the index, how many photos (default 100,000), how long their vectors
 * are (default 384), both of which do not matter where there is an index, and a regular expression
 * that picks works by their names.
 */
public final class SearchBench {
  private static final int ROUNDS = 3;

  /** Of each search in a round. */
  private static final int RUNS = 40;

  /** So deep a page begins. */
  private static final int DEEP = 4_980;

  private final Path index;
  private final SyntheticArchive archive;
  private final PhotoSearch search;
  private final Turns turns;

  private SearchBench(Path index, SyntheticArchive archive, PhotoSearch search, String wanted) {
    this.index = index;
    this.archive = archive;
    this.search = search;
    this.turns = new Turns(Turns.Clock.PROCESSOR, wanted);
  }

  /** Builds the index if it is not there, and prints latencies. */
  public static void main(String[] args) throws Exception {
    Path index = Path.of(args[0]);
    int dimension = args.length > 2 ? Integer.parseInt(args[2]) : SyntheticArchive.DIMENSION;
    new SyntheticArchive(dimension)
        .write(index, args.length > 1 ? Integer.parseInt(args[1]) : 100_000);
    long began = System.nanoTime();
    try (PhotoSearch search = PhotoSearch.open(index)) {
      SyntheticArchive archive = new SyntheticArchive(search.model().model().dimension());
      SearchBench bench = new SearchBench(index, archive, search, args.length > 3 ? args[3] : "");
      search.search(bench.vector().build());
      System.out.printf(
          Locale.ROOT,
          "%,d photos in %d segments; opening and the first search of this process: %.0f ms%n",
          search.stats().photos(),
          Objects.requireNonNull(search.stats().storage()).segments(),
          (System.nanoTime() - began) / 1e6);
      bench.run();
    }
  }

  private void run() throws Exception {
    addFilters();
    addOrders();
    addArrangements();
    addCounts();
    addWords();
    try (ResultOrder order = search.order(SearchRequest.builder().build())) {
      new OrderBench(search).add(turns, archive, order);
      turns.run(ROUNDS, RUNS).printBesideFirst();
    }
  }

  private void addFilters() {
    add("vector", this::vector);
    turns.add("opened, vector", this::openAndSearch);
    add("vector and words", this::both);
    add("words", () -> SearchRequest.builder().text(archive.word()));
    add("all photos", SearchRequest::builder);
    add("one year", this::year);
    add("vector in one year", () -> vector().year(archive.year()));
    add("vector on one camera", () -> vector().camera("Maker Model 7"));
  }

  /** A search whose index is opened for it. */
  private void openAndSearch() {
    try (PhotoSearch opened = PhotoSearch.open(index)) {
      opened.search(vector().build());
    }
  }

  private void addOrders() {
    for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
      String name = sort.name().toLowerCase(Locale.ROOT);
      add("vector, by " + name, () -> vector().sort(sort).seed(archive.year()));
      add("one year, by " + name, () -> year().sort(sort).seed(archive.year()));
      add("all photos, by " + name, () -> SearchRequest.builder().sort(sort).seed(7));
      deep("all photos", () -> SearchRequest.builder().sort(sort).seed(7), name);
    }
    float[] target = archive.target();
    deep(
        "vector",
        () -> SearchRequest.builder().vector(target).ranking(ranking -> ranking.window(5_000)),
        "relevance");
  }

  /** The page that ends with the 5,000th hit. */
  private void deep(String what, Supplier<SearchRequestBuilder> request, String order) {
    PageToken after = search.search(request.get().limit(DEEP).build()).next();
    if (after != null) {
      add(what + ", by " + order + ", 5,000th", () -> request.get().after(after));
    }
  }

  private void addArrangements() {
    for (GroupBy by : GroupBy.values()) {
      String name = by.name().toLowerCase(Locale.ROOT);
      add("vector, grouped by " + name, () -> vector().group(by, 3));
      add("all photos, grouped by " + name, () -> SearchRequest.builder().group(by, 3));
    }
    add("vector, near duplicates once", () -> vector().collapse());
    add("one year, near duplicates once", () -> year().collapse());
    add("all photos, near duplicates once", () -> SearchRequest.builder().collapse());
    add("vector, diverse", () -> vector().diversify(0.7));
  }

  private void addCounts() {
    Facet[] all = QueryFields.facets().toArray(Facet[]::new);
    add("vector, all facets", () -> vector().facets(all));
    add("one year, all facets", () -> year().facets(all));
    add("all photos, all facets", () -> SearchRequest.builder().facets(all));
    add("all photos, by month", () -> SearchRequest.builder().histogram(HistogramUnit.MONTH));
  }

  private void addWords() {
    add("vector and words, highlighted", () -> both().highlight(true));
    add("a misspelt word", () -> SearchRequest.builder().text(archive.word() + "x"));
    add("like 3 photos, unlike 2", this::feedback);
    add("everything at once", this::everything);
  }

  private void add(String name, Supplier<SearchRequestBuilder> request) {
    turns.add(name, () -> search.search(request.get().build()));
  }

  private SearchRequestBuilder vector() {
    return SearchRequest.builder().vector(archive.target());
  }

  private SearchRequestBuilder both() {
    return vector().text(archive.word());
  }

  private SearchRequestBuilder feedback() {
    return vector().like("id-10").like("id-500").like("id-900").unlike("id-77").unlike("id-4000");
  }

  private SearchRequestBuilder everything() {
    return both()
        .year(archive.year())
        .sort(SearchRequest.Sort.NEWEST)
        .group(GroupBy.DAY, 3)
        .collapse()
        .facets(Facet.YEAR, Facet.CAMERA, Facet.PLACE)
        .histogram(HistogramUnit.AUTO)
        .highlight(true);
  }

  private SearchRequestBuilder year() {
    return SearchRequest.builder().year(archive.year());
  }
}
