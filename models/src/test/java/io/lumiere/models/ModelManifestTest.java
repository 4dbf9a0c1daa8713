package io.lumiere.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.models.ModelManifest.ModelFile;
import io.lumiere.models.ModelManifest.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelManifestTest {
  @TempDir Path dir;

  private ModelManifest write(String kind) throws IOException {
    Path weights = Files.writeString(dir.resolve("weights.bin"), "weights");
    Path derived = Files.writeString(dir.resolve("derived.bin"), "derived");
    List<ModelFile> files = List.of(ModelFile.of(weights, false), ModelFile.of(derived, true));
    EmbeddingModel model = new EmbeddingModel("tiny", ModelManifest.contentHash("1:x", files), 7);
    List<Source> sources = List.of(new Source("naïve \"name\"", "1.0", "00", "Apache-2.0"));
    ModelManifest manifest = new ModelManifest(kind, model, 32, "1:x", files, sources);
    manifest.write(dir);
    return manifest;
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    ModelManifest manifest = write("any");
    assertThat(ModelManifest.read(dir)).isEqualTo(manifest);
    assertThat(manifest.files()).extracting(ModelFile::name).isSorted();
    Models.verify(dir);
  }

  @Test
  void contentHashLeavesDerivedFilesOut() throws IOException {
    List<ModelFile> files = write("any").files();
    List<ModelFile> other =
        files.stream()
            .map(f -> f.derived() ? new ModelFile(f.name(), f.bytes(), "ab", true) : f)
            .toList();
    assertThat(ModelManifest.contentHash("1:x", other))
        .isEqualTo(ModelManifest.contentHash("1:x", files))
        .isNotEqualTo(ModelManifest.contentHash("2:x", files));
  }

  @Test
  void unknownKindIsNamed() throws IOException {
    write("holographic");
    assertThatThrownBy(() -> Models.open(dir).close())
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("of kind 'holographic', which this version does not know");
  }

  @Test
  void folderWithoutModelIsNamed() {
    assertThatThrownBy(() -> Models.open(dir).close())
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining(dir.toString())
        .hasFieldOrPropertyWithValue("fault", Fault.MODEL_DAMAGED);
  }

  @Test
  void damagedManifestsAreRefused() throws IOException {
    write("any");
    Path file = dir.resolve(ModelManifest.FILE);
    String json = Files.readString(file);
    for (String damaged :
        List.of(
            "",
            "[]",
            "nonsense",
            json.substring(0, json.length() / 2),
            json.replace("\"kind\"", "\"sort\""),
            json.replace("weights.bin", "../weights.bin"),
            json.replace("\"dimension\" : 7", "\"dimension\" : 0"),
            json.replace("\"dimension\" : 7", "\"dimension\" : \"7\""))) {
      Files.writeString(file, damaged);
      assertThatThrownBy(() -> ModelManifest.read(dir))
          .as(damaged)
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("model.json is not a model's manifest");
    }
    Files.writeString(file, json.replace("\"1:x\"", "\"2:x\""));
    assertThatThrownBy(() -> Models.verify(dir))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("content hash is not its files'");
  }
}
