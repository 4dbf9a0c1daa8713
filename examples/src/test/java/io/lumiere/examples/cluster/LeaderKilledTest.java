package io.lumiere.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.ingest.CollectionDestination;
import io.lumiere.cluster.local.LocalCluster;
import io.lumiere.cluster.local.NodeProcess;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.ProgressListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run whose photos go to two nodes, of which the one that leads the shard is killed meanwhile.
 * Most of its time ZooKeeper waits whether that node comes back.
 */
@EnabledIfSystemProperty(named = "lumiere.kill", matches = "true")
class LeaderKilledTest {
  private static final int PHOTOS = 60;

  @TempDir Path folder;

  @Test
  void noPhotoIsLost() throws IOException {
    Path archive = folder.resolve("archive");
    for (int i = 0; i < PHOTOS; i++) {
      PaintedFiles.write(archive.resolve(i + ".jpg"), i);
    }
    try (LocalCluster cluster = TestCluster.start(folder.resolve("cluster"), 2);
        PhotoCollection collection =
            PhotoCollection.connect(CollectionAddress.parse(cluster.address() + "/killed"))) {
      CountingEncoder killing =
          new CountingEncoder(calls -> {
            if (calls == PHOTOS / 3) {
              leader(cluster, collection).kill();
            }
          });
      // Several photos a request: where a request is passed on, it is not the first that is lost.
      CollectionDestination into =
          new CollectionDestination(collection, new PushOptions(5, 2, 1, 2));
      IndexReport report = index(archive, into, killing);
      assertThat(report.counts().added()).isEqualTo(PHOTOS);
      assertThat(report.photos()).isEqualTo(PHOTOS);
      assertThat(into.withFewerCopies()).isPositive();
      CountingEncoder idle = new CountingEncoder();
      assertThat(index(archive, into, idle).counts().unchanged()).isEqualTo(PHOTOS);
      assertThat(idle.calls).hasValue(0);
    }
  }

  private static IndexReport index(
      Path archive, CollectionDestination into, CountingEncoder encoder) {
    return new Indexer(archive, into, List.of(encoder.asModel()), IndexerOptions.DEFAULTS)
        .run(ProgressListener.NONE);
  }

  /** The process of the node that leads the only shard. */
  private static NodeProcess leader(LocalCluster cluster, PhotoCollection collection) {
    String url =
        collection
            .client()
            .getClusterStateProvider()
            .getClusterState()
            .getCollection(collection.name())
            .getLeader("shard1")
            .getBaseUrl();
    int port = URI.create(url).getPort();
    // The cluster numbers its nodes in the order of their ports, from that of ZooKeeper on.
    int first = URI.create(cluster.address()).getPort();
    return cluster.processes().get(port - first);
  }
}
