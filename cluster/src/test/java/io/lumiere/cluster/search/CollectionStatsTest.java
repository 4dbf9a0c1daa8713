package io.lumiere.cluster.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.query.ShardQuestion;
import io.lumiere.query.ShardSearch;
import io.lumiere.query.SharedRequest;
import io.lumiere.query.SharedSearch;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CollectionStatsTest {
  private static final IndexMetadata METADATA =
      new IndexMetadata(
          IndexModels.of(new EmbeddingModel("first", "a1".repeat(32), 4))
              .with(new EmbeddingModel("second", "b2".repeat(32), 4)),
          "/archive");

  private static final String SILENT = "shard1 of 2 shards did not answer, so photos are missing";

  @Test
  void aShardThatAnswersAllButOneOfTheSearchesIsMissed() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      new IndexWriter(directory, new IndexWriterConfig()).close();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        List<SharedRequest> asked = new ArrayList<>();
        assertThat(missing(reader, -1, asked)).isNull();
        assertThat(asked).hasSizeGreaterThan(METADATA.models().all().size() + 3);
        for (int place = 0; place < asked.size(); place++) {
          assertThat(missing(reader, place, new ArrayList<>()))
              .as("without an answer to search %s", place)
              .isEqualTo(SILENT);
        }
      }
    }
  }

  private static @Nullable String missing(
      DirectoryReader reader, int place, List<SharedRequest> asked) {
    return CollectionStats.of(model -> new OtherShard(reader, model, place, asked), METADATA)
        .missing();
  }

  /**
   * The shard that always answers, which has no photos.
   *
   * @param silent the place of the request that the other one does not answer
   * @param asked gets all requests
   */
  private record OtherShard(
      DirectoryReader reader, IndexedModel model, int silent, List<SharedRequest> asked)
      implements SharedSearch.Directories {
    @Override
    public SharedSearch.Answers ask(SharedRequest request) {
      String missing = asked.size() == silent ? SILENT : null;
      asked.add(request);
      ShardSearch shard = new ShardSearch(request, new IndexSearcher(reader), METADATA, model);
      try {
        return new SharedSearch.Answers(
            List.of(shard.result(shard.statistics(), null, null, 10)), missing);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public SharedSearch.Said ask(SharedRequest request, ShardQuestion question) {
      return new SharedSearch.Said(List.of(), null, Set.of());
    }
  }
}
