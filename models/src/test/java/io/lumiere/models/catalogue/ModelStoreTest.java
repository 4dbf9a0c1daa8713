package io.lumiere.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.models.ModelManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {
  @TempDir Path folder;
  private ModelStore store;

  @BeforeEach
  void open() {
    store = new ModelStore(folder.resolve("not/there/yet"));
  }

  @Test
  void theFirstModelBecomesTheDefault() {
    assertThat(store.defaultName()).isEqualTo("starter");
    assertThat(store.list()).isEmpty();
    add("one");
    add("two");
    assertThat(store.defaultName()).isEqualTo("one");
    assertThat(store.list()).extracting(InstalledModel::name).containsExactly("one", "two");
    store.use("two");
    assertThat(store.defaultName()).isEqualTo("two");
    store.use("starter");
    add("three");
    assertThat(store.defaultName()).isEqualTo("starter");
  }

  @Test
  void aDefaultThatIsRemovedGivesWayToTheStarter() {
    add("one");
    add("two");
    assertThat(store.remove("two")).isFalse();
    assertThat(store.remove("one")).isTrue();
    assertThat(store.defaultName()).isEqualTo("starter");
    assertThat(store.list()).isEmpty();
    assertThatThrownBy(() -> store.remove("one"))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("there are: starter");
  }

  @Test
  void aModelIsFoundByWhatMadeAnIndex() {
    add("one");
    InstalledModel two = add("two");
    assertThat(store.findByContent(two.manifest().model().contentHash())).contains(two);
    assertThat(store.findByContent("0".repeat(64))).isEmpty();
  }

  @Test
  void aNameIsTakenOnce() {
    add("one");
    assertThatThrownBy(() -> add("one"))
        .isInstanceOf(LumiereException.class)
        .hasFieldOrPropertyWithValue("fault", Fault.MODEL_EXISTS)
        .hasFieldOrPropertyWithValue("subject", "one");
    assertThatThrownBy(() -> add("starter")).isInstanceOf(LumiereException.class);
  }

  @Test
  void aFailureLeavesNothing() throws IOException {
    assertThatThrownBy(() ->
            store.add(
                "one",
                dir -> {
                  write("one", dir);
                  throw new LumiereException("no good");
                }))
        .hasMessage("no good");
    assertThat(store.find("one")).isEmpty();
    assertThat(store.defaultName()).isEqualTo("starter");
    add("one");
    try (Stream<Path> files = Files.list(store.folder("one").getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("one", "default", ".lock", ".one.lock");
    }
  }

  @Test
  void whatAKilledProcessLeftIsNoModelAndGoesWithTheNextTry() throws IOException {
    add("other");
    Path left = store.folder("one").resolveSibling("one.new-" + UUID.randomUUID());
    write("one", Files.createDirectories(left));
    assertThat(store.list()).extracting(InstalledModel::name).containsExactly("other");
    add("one");
    assertThat(left).doesNotExist();
  }

  @Test
  void aDamagedModelIsNotListedAndCanBeRemoved() throws IOException {
    add("one");
    Files.writeString(store.folder("one").resolve(ModelManifest.FILE), "{");
    assertThat(store.list()).isEmpty();
    assertThat(store.defaultName()).isEqualTo("starter");
    store.remove("one");
    assertThat(store.folder("one")).doesNotExist();
  }

  @Test
  void aModelGoesAtOnce() throws Exception {
    Path model = add("one").folder();
    for (int i = 0; i < 1000; i++) {
      Files.createFile(model.resolve("weights-" + i));
    }
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<Boolean> removal = thread.submit(() -> store.remove("one"));
      while (Files.exists(model.resolve("weights-999"))) {
        Thread.onSpinWait();
      }
      assertThat(model.resolve(ModelManifest.FILE)).doesNotExist();
      assertThat(removal.get()).isTrue();
    }
    try (Stream<Path> files = Files.list(model.getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(".lock", ".one.lock");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "Upper", "a/b", "..", ".hidden", "-x", "a b", "é", "default", "a.new-1", "a.old-2"
      })
  void otherNamesAreRefused(String name) {
    assertThatThrownBy(() -> add(name))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("name");
  }

  @Test
  void onlyOneOfManyAtATimeAdds() throws Exception {
    List<Callable<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String name = "model-" + i % 2;
      tries.add(() -> {
        try {
          new ModelStore(store.folder(name).getParent()).add(name, dir -> write(name, dir));
          return true;
        } catch (LumiereException e) {
          assertThat(e).hasMessageContaining("already");
          return false;
        }
      });
    }
    int added = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> result : threads.invokeAll(tries)) {
        added += result.get() ? 1 : 0;
      }
    }
    assertThat(added).isEqualTo(2);
    assertThat(store.list()).hasSize(2);
    assertThat(store.defaultName()).startsWith("model-");
  }

  private InstalledModel add(String name) {
    return store.add(name, dir -> write(name, dir));
  }

  /** A manifest is all that the store reads. */
  private static void write(String name, Path dir) throws IOException {
    String recipe = "made for a test: " + name;
    EmbeddingModel model =
        new EmbeddingModel(name, ModelManifest.contentHash(recipe, List.of()), 4);
    new ModelManifest("test", model, 8, recipe, List.of(), List.of()).write(dir);
  }
}
