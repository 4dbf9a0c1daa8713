package io.lumiere.bench;

import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.HistogramUnit;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.language.fields.QueryFields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Latencies of each thing that a search can do, in an index of synthetic photos, and their ratios
 * to a plain search by vector in the same run; then what {@link OrderBench} measures. Arguments: an
 * empty or missing folder for the index, how many photos (default 100,000), and how long their
 * vectors are (default 384).
 */
public final class SearchBench {
  private static final int SEARCHES = 40;
  private static final int ROUNDS = 3;

  private final SyntheticArchive archive;
  private final List<Timed> searches = new ArrayList<>();

  /** A kind of search and how long each of its searches took. */
  private record Timed(
      String name, Supplier<SearchRequestBuilder> request, LongStream.Builder nanos) {}

  private SearchBench(int dimension) {
    this.archive = new SyntheticArchive(dimension);
    add("vector", this::vector);
    add("vector and words", this::both);
    add("words", () -> SearchRequest.builder().text(archive.word()));
    add("vector in one year", () -> vector().year(archive.year()));
    add("vector on one camera", () -> vector().camera("Maker Model 7"));
    for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
      String name = sort.name().toLowerCase(Locale.ROOT);
      add("vector, by " + name, () -> vector().sort(sort).seed(archive.year()));
      add("one year, by " + name, () -> year().sort(sort).seed(archive.year()));
    }
    for (GroupBy by : GroupBy.values()) {
      String name = by.name().toLowerCase(Locale.ROOT);
      add("vector, grouped by " + name, () -> vector().group(by, 3));
      add("all photos, grouped by " + name, () -> SearchRequest.builder().group(by, 3));
    }
    add("vector, near duplicates once", () -> vector().collapse());
    add("one year, near duplicates once", () -> year().collapse());
    add("vector, diverse", () -> vector().diversify(0.7));
    add("vector, all facets", () -> vector().facets(QueryFields.facets().toArray(Facet[]::new)));
    add("one year, all facets", () -> year().facets(QueryFields.facets().toArray(Facet[]::new)));
    add(
        "all photos, all facets",
        () -> SearchRequest.builder().facets(QueryFields.facets().toArray(Facet[]::new)));
    add("all photos, by month", () -> SearchRequest.builder().histogram(HistogramUnit.MONTH));
    add("vector and words, highlighted", () -> both().highlight(true));
    add("a misspelt word", () -> SearchRequest.builder().text(archive.word() + "x"));
    add("like 3 photos, unlike 2", this::feedback);
    add("everything at once", this::everything);
  }

  /** Builds the index if it is not there and prints medians and 95th percentiles. */
  public static void main(String[] args) throws IOException {
    int dimension = args.length > 2 ? Integer.parseInt(args[2]) : SyntheticArchive.DIMENSION;
    SearchBench bench = new SearchBench(dimension);
    Path index = Path.of(args[0]);
    bench.archive.write(index, args.length > 1 ? Integer.parseInt(args[1]) : 100_000);
    try (PhotoSearch search = PhotoSearch.open(index)) {
      bench.run(search);
      OrderBench.run(search);
    }
  }

  private void add(String name, Supplier<SearchRequestBuilder> request) {
    searches.add(new Timed(name, request, LongStream.builder()));
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

  /**
   * Rounds go through all searches, so that a busy moment of the machine does not hit one alone.
   */
  private void run(PhotoSearch search) {
    System.out.println(
        search.stats().photos()
            + " photos in "
            + search.stats().storage().segments()
            + " segments");
    for (int round = -1; round < ROUNDS; round++) {
      for (Timed timed : searches) {
        for (int i = 0; i < SEARCHES; i++) {
          long nanos = search.search(timed.request().get().build()).took().toNanos();
          if (round >= 0) {
            timed.nanos().add(nanos);
          }
        }
      }
    }
    double plain = 0;
    for (Timed timed : searches) {
      long[] sorted = timed.nanos().build().sorted().toArray();
      double median = sorted[sorted.length / 2] / 1e6;
      plain = plain == 0 ? median : plain;
      System.out.printf(
          Locale.ROOT,
          "%-40s median %7.2f ms, p95 %7.2f ms, %5.2f of the first%n",
          timed.name(),
          median,
          sorted[sorted.length * 19 / 20] / 1e6,
          median / plain);
    }
  }
}
