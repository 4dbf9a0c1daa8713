package io.lumiere.bench.program;

import io.lumiere.bench.data.Dataset;
import io.lumiere.bench.data.Filters;
import io.lumiere.bench.data.Filters.Filter;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.HistogramUnit;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.query.language.fields.QueryFields;
import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.IntField;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * The requests that are measured, by the names that orders give them. Immutable and thread-safe.
 */
public final class Searches {
  private final float[][] queries;
  private final List<String> words;

  /** Those of a data set. */
  public Searches(Dataset data) throws IOException {
    this.queries = data.queries();
    this.words = data.words();
  }

  /**
   * A request.
   *
   * @param kind {@code text} or {@code photo} by vector alone, {@code hybrid}, {@code words}, or
   *     what is asked of a search besides, see {@link #feature}
   * @param number which of the queries
   * @param window 0 for what the program takes by itself
   */
  public SearchRequest request(String kind, int number, String filter, int hits, int window) {
    SearchRequestBuilder request = target(kind, number);
    keep(request, Filters.named(filter));
    if (window > 0) {
      request.ranking(ranking -> ranking.window(window));
    }
    return request.limit(hits).build();
  }

  /** The vector of a text or of a photo. */
  float[] vector(String kind, int number) {
    return queries[number + (kind.equals("photo") ? Dataset.QUERIES : 0)];
  }

  private SearchRequestBuilder target(String kind, int number) {
    SearchRequestBuilder request = SearchRequest.builder();
    return switch (kind) {
      case "text", "photo" -> request.vector(vector(kind, number));
      case "hybrid" -> request.vector(queries[number]).text(words.get(number));
      case "words" -> request.text(words.get(number));
      default -> feature(kind, number);
    };
  }

  /** A search by a text's vector with something besides; those that begin with "all" have none. */
  private SearchRequestBuilder feature(String name, int number) {
    SearchRequestBuilder all = SearchRequest.builder();
    SearchRequestBuilder search = SearchRequest.builder().vector(queries[number]);
    Facet[] facets = QueryFields.facets().toArray(Facet[]::new);
    return switch (name) {
      case "newest" -> search.sort(SearchRequest.Sort.NEWEST);
      case "by-name" -> search.sort(SearchRequest.Sort.NAME);
      case "near-duplicates" -> search.collapse();
      case "diverse" -> search.diversify(0.7);
      case "by-day" -> search.group(GroupBy.DAY, 3);
      case "facets" -> search.facets(facets);
      case "histogram" -> search.histogram(HistogramUnit.MONTH);
      case "like" -> search.like("id-10").like("id-500").unlike("id-77");
      case "all" -> all;
      case "all-newest" -> all.sort(SearchRequest.Sort.NEWEST);
      case "all-facets" -> all.facets(facets);
      case "all-histogram" -> all.histogram(HistogramUnit.MONTH);
      case "all-by-day" -> all.group(GroupBy.DAY, 3);
      default -> throw new IllegalArgumentException("there is no search " + name);
    };
  }

  private static void keep(SearchRequestBuilder request, Filter filter) {
    if (filter.time()) {
      request
          .from(ArchiveBuilder.date(filter.firstDay()))
          .to(ArchiveBuilder.date(filter.firstDay() + filter.days() - 1));
    } else if (filter.part() < 1) {
      request.filter(new PhotoFilter("ISO below " + filter.randomBound(), "iso", isoBelow(filter)));
    }
  }

  /**
   * The query of a filter that keeps photos at random; null for the one that all pass.
   *
   * @throws IllegalArgumentException for a filter of one time
   */
  static @Nullable Query atRandom(String name) {
    Filter filter = Filters.named(name);
    if (filter.time()) {
      throw new IllegalArgumentException(name + " is not at random");
    }
    return filter.part() < 1 ? isoBelow(filter) : null;
  }

  private static Query isoBelow(Filter filter) {
    return IntField.newRangeQuery(Fields.ISO, 0, filter.randomBound() - 1);
  }
}
