package io.lumiere.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.schema.store.OpenIndex;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.cloud.DocCollection;
import org.apache.solr.common.cloud.Replica;
import org.apache.solr.common.util.NamedList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Solr says of photos that a node passes on to the one that leads their shard. */
class PassedOnPhotosTest {
  private static final int PHOTOS = 40;

  @TempDir Path folder;

  /** By this a sender knows them, see the package {@code io.lumiere.cluster.send}. */
  @Test
  void theyAreNamedWithoutAVersion() throws Exception {
    try (PhotoCollection collection =
        PhotoCollection.connect(CollectionAddress.parse(TestCluster.address() + "/passedon"))) {
      collection.create(RandomPhotos.METADATA, 2, 1);
      DocCollection state =
          collection.client().getClusterStateProvider().getCollection(collection.name());
      Set<String> own = new HashSet<>();
      Set<String> passedOn = new HashSet<>();
      for (Map.Entry<String, ?> photo : answer(state.getLeader("shard1"), documents())) {
        boolean isOwn =
            state
                .getRouter()
                .getTargetSlice(photo.getKey(), null, null, null, state)
                .getName()
                .equals("shard1");
        long version = ((Number) photo.getValue()).longValue();
        assertThat(version != 0).as("whether %s has a version", photo.getKey()).isEqualTo(isOwn);
        (isOwn ? own : passedOn).add(photo.getKey());
      }
      assertThat(own).isNotEmpty();
      assertThat(passedOn).isNotEmpty();
      assertThat(own.size() + passedOn.size()).isEqualTo(PHOTOS);
    }
  }

  /** The photos as one node names them to which all are sent. */
  private static NamedList<?> answer(Replica node, List<SolrInputDocument> photos)
      throws IOException, SolrServerException {
    UpdateRequest request = new UpdateRequest();
    request.add(photos).setParam("versions", "true");
    try (SolrClient client =
        new HttpJdkSolrClient.Builder(node.getBaseUrl())
            .withDefaultCollection(node.getCoreName())
            .useHttp1_1(true)
            .build()) {
      return (NamedList<?>) client.request(request).get("adds");
    }
  }

  private List<SolrInputDocument> documents() throws IOException {
    Path index = folder.resolve("index");
    new RandomPhotos(Seeds.random("PassedOnPhotosTest")).writeOnlyPhotos(index, PHOTOS);
    try (OpenIndex open = OpenIndex.at(index)) {
      return PushTest.documents(open);
    }
  }
}
