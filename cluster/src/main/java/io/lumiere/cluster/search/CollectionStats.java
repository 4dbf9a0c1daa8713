package io.lumiere.cluster.search;

import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.query.Calibration;
import io.lumiere.query.Coverage;
import io.lumiere.query.Hit;
import io.lumiere.query.IndexStats;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.SearchResult;
import io.lumiere.query.SharedSearch;
import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.FacetSearch;
import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.SkippedFiles;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is in a collection, by searches of its shards. Of files that could not be read, and
 * of those that are not photos, a collection keeps no records. Immutable.
 *
 * @param stats without the files of an index
 * @param missing says which shards did not answer; null where all did
 */
public record CollectionStats(IndexStats stats, @Nullable String missing) {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());

  /** Photos with a date of taking that is not a guess. */
  private static final String DATED = "has:date";

  private static final String GUESSED = "confidence:guess";

  /**
   * Counts.
   *
   * @param metadata the collection's
   */
  public static CollectionStats of(PhotoCollection collection, IndexMetadata metadata) {
    return of(model -> new CollectionShards(collection, model), metadata);
  }

  /**
   * Counts.
   *
   * @param shards compare the vectors of a model
   */
  static CollectionStats of(
      Function<IndexedModel, SharedSearch.Directories> shards, IndexMetadata metadata) {
    Searches searches = new Searches(shards, metadata);
    List<Coverage> models = new ArrayList<>();
    for (IndexedModel model : metadata.models().all()) {
      models.add(searches.search(model, SearchRequest.builder().limit(0)).coverage());
    }
    SearchResult counted =
        searches.search(
            SearchRequest.builder()
                .limit(0)
                .counted(
                    any -> FacetSearch.of(List.of(Facet.TYPE, Facet.CAMERA), Integer.MAX_VALUE)));
    IndexStats stats =
        new IndexStats(
            counted.total(),
            List.of(),
            new IndexStats.Dates(
                searches.search(asked(DATED).limit(0)).total(),
                searches.search(asked(GUESSED).limit(0)).total(),
                searches.first(SearchRequest.Sort.OLDEST),
                searches.first(SearchRequest.Sort.NEWEST)),
            IndexStats.counts(counted.facets().get(0)),
            IndexStats.counts(counted.facets().get(1)),
            models,
            null,
            SkippedFiles.NONE);
    return new CollectionStats(stats, searches.missing);
  }

  private static SearchRequestBuilder asked(String query) {
    return SearchRequest.builder().query(PARSER.parse(query));
  }

  /** Searches, and what any of them lacks. Not thread-safe. */
  private static final class Searches {
    private final Function<IndexedModel, SharedSearch.Directories> shards;
    private final IndexMetadata metadata;
    private final Map<IndexedModel, SharedSearch> ofModels = new HashMap<>();
    private @Nullable String missing;

    Searches(Function<IndexedModel, SharedSearch.Directories> shards, IndexMetadata metadata) {
      this.shards = shards;
      this.metadata = metadata;
    }

    SearchResult search(SearchRequestBuilder request) {
      return search(metadata.models().defaultModel(), request);
    }

    SearchResult search(IndexedModel model, SearchRequestBuilder request) {
      SearchResult result = ofModels.computeIfAbsent(model, this::searchOf).search(request.build());
      if (missing == null) {
        missing = result.missing();
      }
      return result;
    }

    private SharedSearch searchOf(IndexedModel model) {
      return new SharedSearch(shards.apply(model), metadata, model, null, Calibration.DEFAULT);
    }

    /** The date that comes first in an order. */
    @Nullable LocalDateTime first(SearchRequest.Sort order) {
      for (Hit hit : search(asked(DATED).sort(order).limit(1)).hits()) {
        return hit.photo().taken() == null ? null : hit.photo().taken().local();
      }
      return null;
    }
  }
}
