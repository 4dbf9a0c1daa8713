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
import java.util.List;
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
    List<Coverage> models = new ArrayList<>();
    for (IndexedModel model : metadata.models().all()) {
      models.add(search(collection, metadata, model).search(none()).coverage());
    }
    SharedSearch search = search(collection, metadata, metadata.models().defaultModel());
    SearchResult counted =
        search.search(
            SearchRequest.builder()
                .limit(0)
                .counted(
                    any -> FacetSearch.of(List.of(Facet.TYPE, Facet.CAMERA), Integer.MAX_VALUE))
                .build());
    IndexStats stats =
        new IndexStats(
            counted.total(),
            List.of(),
            new IndexStats.Dates(
                search.search(asked(DATED).limit(0).build()).total(),
                search.search(asked(GUESSED).limit(0).build()).total(),
                first(search, SearchRequest.Sort.OLDEST),
                first(search, SearchRequest.Sort.NEWEST)),
            IndexStats.counts(counted.facets().get(0)),
            IndexStats.counts(counted.facets().get(1)),
            models,
            null,
            SkippedFiles.NONE);
    return new CollectionStats(stats, counted.missing());
  }

  private static SharedSearch search(
      PhotoCollection collection, IndexMetadata metadata, IndexedModel model) {
    return new SharedSearch(
        new CollectionShards(collection, model), metadata, model, null, Calibration.DEFAULT);
  }

  private static SearchRequest none() {
    return SearchRequest.builder().limit(0).build();
  }

  private static SearchRequestBuilder asked(String query) {
    return SearchRequest.builder().query(PARSER.parse(query));
  }

  /** The date that comes first in an order. */
  private static @Nullable LocalDateTime first(SharedSearch search, SearchRequest.Sort order) {
    for (Hit hit : search.search(asked(DATED).sort(order).limit(1).build()).hits()) {
      return hit.photo().taken() == null ? null : hit.photo().taken().local();
    }
    return null;
  }
}
