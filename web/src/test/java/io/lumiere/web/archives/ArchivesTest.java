package io.lumiere.web.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchResult;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.web.PaintedArchive;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.workspace.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
  @TempDir Path folder;
  private PaintedArchive painted;
  private Archives archives;

  @BeforeEach
  void open() {
    painted = new PaintedArchive(folder);
    archives = new Archives(painted.home(), painted.index());
  }

  @AfterEach
  void close() {
    archives.close();
  }

  private void openAgain() {
    archives.close();
    archives = new Archives(painted.home(), painted.index());
  }

  @Test
  void withoutAnIndexThereIsNone() {
    assertThat(archives.current()).isEmpty();
    assertThat(archives.lines()).isEmpty();
    assertThatThrownBy(() -> archives.open((String) null))
        .isInstanceOf(HttpProblem.class)
        .hasMessageContaining("choose a folder of photos first");
    assertThat(painted.home().archives()).doesNotExist();
  }

  @Test
  void theIndexOfTheStartIsSearchedWithItsModel() {
    painted.index("a/lake.jpg", "b/sunset.png");
    openAgain();
    OpenArchive archive = archives.open((String) null);
    assertThat(archive.id()).isEqualTo("photos");
    assertThat(archive.root()).isEqualTo(painted.photos());
    assertThat(archive.count()).isEqualTo(2);
    assertThat(archive.problem()).isEmpty();
    SearchResult found = archive.search().search(SearchRequest.builder().text("sunset").build());
    assertThat(found.hits()).isNotEmpty();
    assertThat(archive.encoder().texts().encode("a lake")).hasSize(archive.model().dimension());
    assertThat(archives.open("photos")).isSameAs(archive);
  }

  @Test
  void aHeldArchiveStaysOpenUntilItIsLetGo() {
    painted.index("a/lake.jpg");
    ArchiveEntry entry = new ArchiveEntry("photos", "photos", painted.index(), null);
    try (OpenIndexes indexes = new OpenIndexes(painted.home())) {
      OpenArchive archive = indexes.open(entry);
      OpenArchive.Hold download = archive.hold();
      indexes.drop("photos");
      indexes.leaveReplaced(System.nanoTime());
      archive.hold().close(); // Another may begin in the first minutes.
      long muchLater = System.nanoTime() + Duration.ofDays(1).toNanos();
      indexes.leaveReplaced(muchLater);
      assertThat(archive.count()).isEqualTo(1);
      download.close();
      assertThatThrownBy(archive::count).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(archive::hold)
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("has been replaced");
    }
  }

  @Test
  void whatIsCommittedShowsByItself() throws InterruptedException {
    painted.index("lake.jpg");
    openAgain();
    OpenArchive archive = archives.open((String) null);
    String before = archive.generation();
    assertThat(archive.count()).isEqualTo(1);
    painted.index("one.jpg", "two.jpg");
    while (archive.count() == 1) {
      Thread.sleep(100);
    }
    assertThat(archive.count()).isEqualTo(3);
    assertThat(archive.generation()).isNotEqualTo(before);
  }

  @Test
  void anotherIndexIsAddedOnceAndKeptInTheList() throws IOException {
    painted.index("lake.jpg");
    openAgain();
    Path second = folder.resolve("second");
    painted.indexTo(second);
    ArchiveEntry added = archives.add(second);
    assertThat(archives.add(second)).isEqualTo(added);
    assertThat(added.id()).isEqualTo("photos-2");
    openAgain();
    assertThat(archives.lines())
        .extracting(line -> line.state().entry().id())
        .containsExactly("photos", "photos-2");
    assertThat(archives.open("photos-2").index()).isEqualTo(new DirectoryIndex(second));
    assertThat(Files.readString(painted.home().archives())).contains("\"photos-2\"", "second");
    archives.forget("photos-2");
    assertThat(second).isNotEmptyDirectory();
    assertThatThrownBy(() -> archives.open("photos-2"))
        .isInstanceOf(HttpProblem.class)
        .hasMessageContaining("there is no archive \"photos-2\"");
  }

  @Test
  void aModelThatIsNotThereLeavesWordsAndFilters() throws IOException {
    painted.index("sunset over a lake.jpg");
    openAgain();
    Path cache = Files.createDirectories(folder.resolve("empty cache"));
    Map<String, String> environment = new HashMap<>(painted.home().environment());
    environment.put("LUMIERE_CACHE", cache.toString());
    try (Archives others = new Archives(new Home(environment), painted.index())) {
      OpenArchive archive = others.open((String) null);
      assertThat(archive.problem().orElseThrow()).contains("starter", "not installed");
      SearchRequest request = SearchRequest.builder().text("sunset").build();
      assertThat(archive.search().search(request).hits()).hasSize(1);
      assertThatThrownBy(archive::encoder).hasMessageContaining("not installed");
    }
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void anIndexThatWentAwayIsAProblemAndNotAnEnd() throws IOException {
    painted.index("lake.jpg");
    openAgain();
    OpenArchive archive = archives.open((String) null);
    List<Path> files;
    try (var all = Files.list(painted.index())) {
      files = all.toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
    archives.refresh("photos");
    ArchiveState state = archives.lines().getFirst().state();
    assertThat(state.isReady()).isTrue();
    assertThat(state.problem().orElseThrow()).contains("there is no index");
    assertThat(archive.count()).isEqualTo(1);
    painted.index("one.jpg", "two.jpg");
    archives.refresh("photos");
    assertThat(archives.open("photos").count()).isEqualTo(3);
    assertThat(archives.lines().getFirst().state().problem()).isEmpty();
  }

  /** An index on a disk that does not answer at times. */
  private static final class SlowIndex implements SearchedIndex {
    private final DirectoryIndex index;
    private final boolean isFolder;
    private final Semaphore answers = new Semaphore(Integer.MAX_VALUE / 2);
    private volatile boolean isDeleted;

    SlowIndex(Path path) {
      this(path, true);
    }

    SlowIndex(Path path, boolean isFolder) {
      this.index = new DirectoryIndex(path);
      this.isFolder = isFolder;
    }

    @Override
    public String toString() {
      return index.toString();
    }

    @Override
    public Optional<Path> folder() {
      return isFolder ? index.folder() : Optional.empty();
    }

    @Override
    public Path lists() {
      return index.lists();
    }

    @Override
    public IndexMetadata metadata() {
      answers.acquireUninterruptibly();
      answers.release();
      if (isDeleted) {
        throw new LumiereException(Fault.NO_COLLECTION, "it was deleted");
      }
      return index.metadata();
    }

    @Override
    public OpenSearch open(EmbeddingModel model, @Nullable DualEncoder encoder, Home home) {
      return index.open(model, encoder, home);
    }
  }

  private static void waitUntilAsked(SlowIndex index) throws InterruptedException {
    while (!index.answers.hasQueuedThreads()) {
      Thread.sleep(20);
    }
  }

  private static void untilCounted(OpenIndexes indexes, ArchiveEntry entry, int photos)
      throws InterruptedException {
    while (indexes.open(entry).count() != photos) {
      Thread.sleep(20);
    }
  }

  @Test
  void anIndexThatDoesNotAnswerHoldsUpNoOther() throws Exception {
    painted.index("lake.jpg");
    Path second = folder.resolve("second");
    painted.indexTo(second);
    SlowIndex slow = new SlowIndex(second);
    ArchiveEntry slowEntry = new ArchiveEntry("slow", "slow", slow, null);
    ArchiveEntry entry = new ArchiveEntry("photos", "photos", painted.index(), null);
    try (OpenIndexes indexes = new OpenIndexes(painted.home(), Duration.ofMillis(100));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int all = slow.answers.drainPermits();
      try {
        Future<OpenArchive> opened = threads.submit(() -> indexes.open(slowEntry));
        Future<OpenArchive> again = threads.submit(() -> indexes.open(slowEntry));
        waitUntilAsked(slow);
        untilCounted(indexes, entry, 1);
        slow.answers.release(all);
        assertThat(opened.get()).isSameAs(again.get());
        slow.answers.drainPermits();
        waitUntilAsked(slow);
        painted.index("one.jpg", "two.jpg");
        untilCounted(indexes, entry, 3);
      } finally {
        slow.answers.release(all);
      }
    }
  }

  @Test
  void aCollectionThatIsDeletedIsNotSearchedUntilItIsThereAgain() throws Exception {
    painted.index("lake.jpg");
    SlowIndex index = new SlowIndex(painted.index(), false);
    ArchiveEntry entry = new ArchiveEntry("photos", "photos", index, null);
    try (OpenIndexes indexes = new OpenIndexes(painted.home())) {
      OpenArchive before = indexes.open(entry);
      index.isDeleted = true;
      indexes.refresh("photos");
      assertThatThrownBy(() -> indexes.open(entry)).hasMessage("it was deleted");
      index.isDeleted = false;
      OpenArchive again = indexes.open(entry);
      assertThat(again.generation()).isNotEqualTo(before.generation());
      assertThat(again.count()).isEqualTo(1);
    }
  }

  @Test
  void aCollectionThatDoesNotAnswerDoesNotHoldUpTheList() throws Exception {
    painted.index("lake.jpg");
    Path second = folder.resolve("second");
    painted.indexTo(second);
    SlowIndex slow = new SlowIndex(painted.index(), false);
    archives.close();
    archives = new Archives(painted.home(), slow);
    archives.add(second);
    int all = slow.answers.drainPermits();
    try {
      List<ArchiveLine> lines = archives.lines();
      assertThat(lines).extracting(ArchiveLine::photos).containsExactlyInAnyOrder(0, 1);
      assertThat(lines)
          .extracting(line -> line.state().problem())
          .containsExactlyInAnyOrder(
              Optional.of("the collection does not answer yet"), Optional.empty());
    } finally {
      slow.answers.release(all);
    }
    while (archives.lines().stream().anyMatch(line -> line.photos() == 0)) {
      Thread.sleep(100);
    }
    assertThat(archives.lines()).extracting(ArchiveLine::photos).containsExactly(1, 1);
  }

  @Test
  void whatIsDroppedWhileItIsOpenedDoesNotComeBack() throws Exception {
    painted.index("lake.jpg");
    SlowIndex slow = new SlowIndex(painted.index());
    ArchiveEntry entry = new ArchiveEntry("slow", "slow", slow, null);
    try (OpenIndexes indexes = new OpenIndexes(painted.home());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int all = slow.answers.drainPermits();
      Future<OpenArchive> opened = threads.submit(() -> indexes.open(entry));
      try {
        waitUntilAsked(slow);
        indexes.drop("slow");
      } finally {
        slow.answers.release(all);
      }
      OpenArchive dropped = opened.get();
      assertThat(indexes.open(entry)).isNotSameAs(dropped);
      indexes.leaveReplaced(System.nanoTime());
      assertThat(dropped.count()).isEqualTo(1); // Who asked for it has time to search it.
    }
  }

  @Test
  void onlyModelsOfTheIndexCanBeUsed() {
    painted.index("lake.jpg");
    openAgain();
    ArchiveEntry entry = archives.current().orElseThrow();
    archives.use(entry, "starter");
    assertThat(archives.find("photos").orElseThrow().model()).isEqualTo("starter");
    assertThatThrownBy(() -> archives.use(entry, "nosuch")).hasMessageContaining("nosuch");
    assertThatThrownBy(() -> archives.open("photos", "nosuch")).isInstanceOf(HttpProblem.class);
    assertThat(archives.open((String) null).count()).isEqualTo(1);
  }
}
