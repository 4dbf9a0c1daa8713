package io.lumiere.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.exchange.CollectionExport;
import io.lumiere.cluster.ingest.CollectionDestination;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.examples.cluster.Writing.Written;
import io.lumiere.exchange.ExchangeProgress;
import io.lumiere.exchange.ExportFormat;
import io.lumiere.exchange.ExportOptions;
import io.lumiere.exchange.Exporter;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.schema.IndexMetadata;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of photos and searches where processes of a cluster break while photos are written
 * and others are searched for: no photo that a run counts is lost, a run ends, and the next one
 * completes what it could not do; a search is right or says that it is partial. Most of its time
 * ZooKeeper waits whether a node comes back.
 */
@EnabledIfSystemProperty(named = "lumiere.kill", matches = "true")
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class NodeFailuresTest {
  /** Photos that are there before, which are searched for. */
  private static final int BASE = 40;

  /** Photos that are written meanwhile. */
  private static final int FRESH = 80;

  private static final int ALL = BASE + FRESH;

  /** Several photos a request: where one fails in the middle, others are around it. */
  private static final PushOptions TWO_COPIES = new PushOptions(5, 2, 2, 2);

  private static final NodeChoice LEADER =
      (cluster, collection) -> cluster.leader(collection, "shard1");

  @TempDir Path folder;
  private Path archive;
  private Path directory;
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeEach
  void paint(TestInfo test) throws IOException {
    System.out.println(test.getTestMethod().orElseThrow().getName() + " " + test.getDisplayName());
    archive = folder.resolve("archive");
    directory = folder.resolve("directory");
    paint("base", BASE);
  }

  private void paint(String name, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      PaintedFiles.write(archive.resolve(name).resolve(i + ".jpg"), (name + i).hashCode());
    }
    new Indexer(
            archive, directory, List.of(new CountingEncoder().asModel()), IndexerOptions.DEFAULTS)
        .run(ProgressListener.NONE);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private BreakableCluster cluster(int nodes) {
    return opened(new BreakableCluster(folder.resolve("cluster"), nodes));
  }

  private <T extends AutoCloseable> T opened(T each) {
    open.add(each);
    return each;
  }

  /** A collection with the first photos, and the files of the others. */
  private PhotoCollection prepared(BreakableCluster cluster, Writing writing, PushOptions how)
      throws IOException {
    PhotoCollection collection = opened(cluster.connect());
    assertThat(writing.run(archive, directory, collection, how, photo -> {}).added())
        .isEqualTo(BASE);
    cluster.awaitWhole(collection);
    assertThat(cluster.awaitSameCopies(collection)).isEqualTo(BASE);
    paint("fresh", FRESH);
    return collection;
  }

  private SearchesMeanwhile searching(BreakableCluster cluster) {
    SearchesMeanwhile searches =
        new SearchesMeanwhile(opened(cluster.connect()), directory, "base/*");
    searches.start();
    BreakableCluster.await("complete result", () -> searches.complete() > 0);
    return searches;
  }

  /** Does something when a third of the new photos is on its way. */
  private static IntConsumer atAThird(Writing writing, Runnable action) {
    int number = (writing == Writing.PUSH ? BASE : 0) + FRESH / 3;
    return photo -> {
      if (photo == number) {
        action.run();
      }
    };
  }

  private void requireAll(PhotoCollection collection) throws Exception {
    collection.commit();
    assertThat(PhotoFacts.of(collection)).isEqualTo(PhotoFacts.of(directory)).hasSize(ALL);
  }

  private void requireNothingToDo(Writing writing, PhotoCollection collection) {
    Written again = writing.run(archive, directory, collection, TWO_COPIES, photo -> {});
    assertThat(again.unchanged()).isEqualTo(ALL);
    assertThat(again.added()).isZero();
  }

  /** A run in which a node goes at a third, and comes back after it. */
  private void whereANodeIsKilled(Writing writing, PushOptions how, NodeChoice choice)
      throws Exception {
    BreakableCluster cluster = cluster(2);
    PhotoCollection collection = prepared(cluster, writing, how);
    int node = choice.of(cluster, collection);
    try (SearchesMeanwhile searches = searching(cluster)) {
      Written written =
          writing.run(
              archive, directory, collection, how, atAThird(writing, () -> cluster.kill(node)));
      assertThat(written.added()).isEqualTo(FRESH);
      assertThat(written.withFewerCopies()).isPositive();
      requireAll(collection);
      assertThat(searches.failed()).isEmpty();
      cluster.restart(node);
      cluster.awaitWhole(collection);
      assertThat(cluster.awaitSameCopies(collection)).isEqualTo(ALL);
    }
    requireAll(collection);
    requireNothingToDo(writing, collection);
  }

  /** Chooses a node by what it does for the collection. */
  @FunctionalInterface
  private interface NodeChoice {
    int of(BreakableCluster cluster, PhotoCollection collection);
  }

  @Test
  void aFollowerIsKilled() throws Exception {
    whereANodeIsKilled(Writing.INDEX, new PushOptions(5, 2, 1, 2), BreakableCluster::follower);
  }

  @ParameterizedTest
  @EnumSource
  void aLeaderIsKilled(Writing writing) throws Exception {
    whereANodeIsKilled(writing, TWO_COPIES, LEADER);
  }

  /** A run in which a node is frozen at a third, until others do without it. */
  private void whereANodeIsFrozen(Writing writing, PushOptions how, NodeChoice choice)
      throws Exception {
    BreakableCluster cluster = cluster(2);
    PhotoCollection collection = prepared(cluster, writing, how);
    int node = choice.of(cluster, collection);
    PhotoCollection watch = opened(cluster.connect());
    boolean leads = cluster.leader(watch, "shard1") == node;
    CompletableFuture<Void> thawed = new CompletableFuture<>();
    Thread thaw =
        Thread.ofPlatform()
            .daemon()
            .unstarted(() -> {
              try {
                cluster.awaitGone(watch, node);
                if (leads) {
                  cluster.awaitOtherLeader(watch, "shard1", node);
                }
                cluster.thaw(node);
                thawed.complete(null);
              } catch (RuntimeException | Error e) {
                thawed.completeExceptionally(e);
              }
            });
    try (SearchesMeanwhile searches = searching(cluster)) {
      Runnable freeze =
          () -> {
            cluster.freeze(node);
            thaw.start();
          };
      Written written = writing.run(archive, directory, collection, how, atAThird(writing, freeze));
      assertThat(written.added()).isEqualTo(FRESH);
      thawed.get(3, TimeUnit.MINUTES);
      requireAll(collection);
      assertThat(searches.failed()).isEmpty();
      cluster.awaitWhole(collection);
      assertThat(cluster.awaitSameCopies(collection)).isEqualTo(ALL);
    }
    requireAll(collection);
    requireNothingToDo(writing, collection);
  }

  @Test
  void aFollowerIsFrozen() throws Exception {
    whereANodeIsFrozen(Writing.PUSH, new PushOptions(5, 2, 1, 2), BreakableCluster::follower);
  }

  @ParameterizedTest
  @EnumSource
  void aLeaderIsFrozen(Writing writing) throws Exception {
    whereANodeIsFrozen(writing, TWO_COPIES, LEADER);
  }

  /** What a run says at its end waits, too. */
  @Test
  void zooKeeperIsAwayWhereARunEnds() throws Exception {
    BreakableCluster cluster = cluster(1);
    PushOptions one = new PushOptions(5, 2, 1, 1);
    PhotoCollection collection = opened(cluster.connect());
    Writing.INDEX.run(archive, directory, collection, one, photo -> {});
    try (PhotoStore store = new CollectionDestination(collection, one).openExisting(() -> false)) {
      IndexMetadata metadata = collection.metadata();
      cluster.kill(BreakableCluster.ZOOKEEPER);
      CompletableFuture<Void> back = delayed(40, () -> cluster.restart(BreakableCluster.ZOOKEEPER));
      Map<String, String> more = Map.of("lumiere.test", "said at the end");
      store.describe(metadata, more);
      back.get(1, TimeUnit.MINUTES);
      assertThat(store.committedData()).containsAllEntriesOf(more);
    }
  }

  /** At once, and when nodes are about to give up the sessions that they had. */
  @ParameterizedTest
  @ValueSource(ints = {0, 11})
  void zooKeeperIsRestarted(int seconds) throws Exception {
    BreakableCluster cluster = cluster(2);
    PhotoCollection collection = prepared(cluster, Writing.INDEX, TWO_COPIES);
    try (SearchesMeanwhile searches = searching(cluster)) {
      CompletableFuture<Void> back = new CompletableFuture<>();
      Runnable restart =
          () -> {
            cluster.kill(BreakableCluster.ZOOKEEPER);
            int before = searches.complete();
            back.completeAsync(() -> {
              // Nodes answer from what they know.
              BreakableCluster.await("searches", () -> searches.complete() >= before + 5);
              delayed(seconds, () -> cluster.restart(BreakableCluster.ZOOKEEPER)).join();
              return null;
            });
          };
      Written written =
          Writing.INDEX.run(
              archive, directory, collection, TWO_COPIES, atAThird(Writing.INDEX, restart));
      assertThat(written.added()).isEqualTo(FRESH);
      back.get(3, TimeUnit.MINUTES);
      // Before that no copy may be known to lead, and one may be asked that is behind.
      cluster.awaitWhole(collection);
      assertThat(cluster.awaitSameCopies(collection)).isEqualTo(ALL);
      assertThat(searches.failed()).isEmpty();
    }
    requireAll(collection);
    requireNothingToDo(Writing.INDEX, collection);
  }

  private static CompletableFuture<Void> delayed(int seconds, Runnable action) {
    return CompletableFuture.runAsync(
        action, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS));
  }

  @Test
  void bothCopiesOfAShardAreGone() throws Exception {
    PushOptions how = TWO_COPIES.withPatience(Duration.ofSeconds(20));
    BreakableCluster cluster = cluster(4);
    PhotoCollection collection = prepared(cluster, Writing.PUSH, how);
    List<Integer> nodes = cluster.nodesOf(collection, "shard2");
    assertThat(cluster.nodesOf(collection, "shard1")).doesNotContainAnyElementsOf(nodes);
    try (SearchesMeanwhile searches = searching(cluster)) {
      Runnable end = () -> nodes.forEach(cluster::kill);
      assertThatThrownBy(() ->
              Writing.PUSH.run(archive, directory, collection, how, atAThird(Writing.PUSH, end)))
          .isInstanceOf(LumiereException.class)
          .satisfies(failure -> System.out.println("  " + failure.getMessage()))
          .hasMessageContaining("shard2")
          .hasMessageContaining(
              "start " + nodes.stream().sorted().map(cluster::node).toList().getFirst())
          .hasMessageContaining(cluster.node(nodes.getLast()))
          .hasMessageContaining("the same command goes on from there");
      BreakableCluster.await("partial results", () -> !searches.missing().isEmpty());
      assertThat(searches.missing()).allMatch(note -> note.contains("shard2"));
      assertThat(searches.failed()).isEmpty();
      nodes.forEach(cluster::restart);
      cluster.awaitWhole(collection);
      int before = searches.complete();
      BreakableCluster.await("complete results", () -> searches.complete() > before);
    }
    Written rest = Writing.PUSH.run(archive, directory, collection, how, photo -> {});
    assertThat(rest.added() + rest.unchanged()).isEqualTo(ALL);
    requireAll(collection);
    assertThat(cluster.awaitSameCopies(collection)).isEqualTo(ALL);
  }

  /** Both begin while nobody has a shard, and go on when its node is there again. */
  @Test
  void aPushAndAnExportBeginWhereAShardIsGone() throws Exception {
    BreakableCluster cluster = cluster(2);
    PushOptions how = new PushOptions(5, 2, 2, 1);
    PhotoCollection collection = prepared(cluster, Writing.PUSH, how);
    PhotoCollection read = opened(cluster.connect());
    int node = LEADER.of(cluster, collection);
    cluster.kill(node);
    CompletableFuture<Long> exported = CompletableFuture.supplyAsync(() -> exported(read));
    CompletableFuture<Written> pushed =
        CompletableFuture.supplyAsync(
            () -> Writing.PUSH.run(archive, directory, collection, how, photo -> {}));
    BreakableCluster.await("a shard that is gone", () -> read.health().trouble() != null);
    assertThat(exported).isNotDone();
    assertThat(pushed).isNotDone();
    cluster.restart(node);
    assertThat(exported.get(3, TimeUnit.MINUTES)).isBetween((long) BASE, (long) ALL);
    assertThat(pushed.get(3, TimeUnit.MINUTES).added()).isEqualTo(FRESH);
    requireAll(collection);
  }

  private static long exported(PhotoCollection collection) {
    return new Exporter(
            stopped -> new CollectionExport(collection, null, LocalDate.EPOCH, stopped),
            ExportOptions.DEFAULTS)
        .toStream(
            OutputStream.nullOutputStream(),
            ExportFormat.JSONL,
            ExchangeProgress.Listener.NONE,
            () -> false)
        .photos();
  }

  /** Without a second copy, what a frozen node has is missing until it goes on. */
  @Test
  void theOnlyCopyIsFrozen() throws Exception {
    BreakableCluster cluster = cluster(2);
    PhotoCollection collection = prepared(cluster, Writing.PUSH, new PushOptions(5, 2, 2, 1));
    int node = cluster.leader(collection, "shard2");
    try (SearchesMeanwhile searches = searching(cluster)) {
      cluster.freeze(node);
      BreakableCluster.await("partial results", () -> searches.missing().size() >= 3);
      cluster.thaw(node);
      assertThat(searches.missing()).allMatch(note -> note.contains("shard2"));
      cluster.awaitWhole(collection);
      int before = searches.complete();
      BreakableCluster.await("complete results", () -> searches.complete() > before);
      assertThat(searches.failed()).isEmpty();
    }
  }

  /** Solr lets another copy lead when it cannot write the segments, after 30 seconds. */
  @ParameterizedTest
  @EnumSource
  void theDiskOfALeaderIsFull(Writing writing) throws Exception {
    whereADiskIsFull(writing, TWO_COPIES, LEADER);
  }

  @Test
  void theDiskOfAFollowerIsFull() throws Exception {
    whereADiskIsFull(Writing.PUSH, new PushOptions(5, 2, 1, 2), BreakableCluster::follower);
  }

  /** All goes on without the copy on that disk, which takes the photos when there is room. */
  private void whereADiskIsFull(Writing writing, PushOptions how, NodeChoice choice)
      throws Exception {
    List<SmallDisk> disks = smallDisks();
    BreakableCluster cluster = cluster(2);
    PhotoCollection collection = prepared(cluster, writing, how);
    int node = choice.of(cluster, collection);
    SmallDisk disk = disks.get(node - 1);
    try (SearchesMeanwhile searches = searching(cluster)) {
      Written written =
          writing.run(archive, directory, collection, how, atAThird(writing, disk::fill));
      assertThat(written.added()).isEqualTo(FRESH);
      requireAll(collection);
      // Solr may free some room for the last photos, so that they are in both copies after all.
      assertThat(cluster.log(node)).contains("No space left on device");
      disk.makeRoom();
      cluster.restart(node);
      cluster.awaitWhole(collection);
      assertThat(cluster.awaitSameCopies(collection)).isEqualTo(ALL);
      assertThat(searches.failed()).isEmpty();
    }
    requireAll(collection);
    requireNothingToDo(writing, collection);
  }

  /** One for each of two nodes. */
  private List<SmallDisk> smallDisks() throws IOException {
    List<SmallDisk> disks = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      SmallDisk disk = SmallDisk.mount(folder.resolve("cluster").resolve("solr-" + number));
      assumeTrue(disk != null, "no small file system can be mounted here: it takes root");
      disks.add(opened(disk));
    }
    return disks;
  }

  /** Without a second copy the run ends, and says why. */
  @Test
  void theDiskOfTheOnlyCopyIsFull() throws Exception {
    List<SmallDisk> disks = smallDisks();
    BreakableCluster cluster = cluster(2);
    PushOptions how = new PushOptions(5, 2, 2, 1).withPatience(Duration.ofSeconds(20));
    PhotoCollection collection = prepared(cluster, Writing.PUSH, how);
    int node = cluster.leader(collection, "shard1");
    SmallDisk disk = disks.get(node - 1);
    try (SearchesMeanwhile searches = searching(cluster)) {
      assertThatThrownBy(() ->
              Writing.PUSH.run(
                  archive, directory, collection, how, atAThird(Writing.PUSH, disk::fill)))
          .isInstanceOf(LumiereException.class)
          .satisfies(failure -> System.out.println("  " + failure.getMessage()))
          .hasMessageContaining(
              "the disk of node %s is full: make room there, and start it again",
              cluster.node(node).replace("_solr", ""))
          .hasMessageContaining("the same command goes on from there");
      disk.makeRoom();
      cluster.restart(node);
      cluster.awaitWhole(collection);
      Written rest = Writing.PUSH.run(archive, directory, collection, how, photo -> {});
      assertThat(rest.added() + rest.unchanged()).isEqualTo(ALL);
      assertThat(searches.failed()).isEmpty();
    }
    requireAll(collection);
  }
}
