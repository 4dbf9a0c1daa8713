package io.lumiere.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexMetadataTest {
  private static final IndexMetadata METADATA =
      new IndexMetadata(new EmbeddingModel("starter", "0".repeat(64), 384), "/photos");

  @Test
  void metadataComesBackFromUserData() {
    assertThat(IndexMetadata.fromUserData(METADATA.toUserData(), "i")).isEqualTo(METADATA);
  }

  @Test
  void severalModelsComeBackFromUserData() {
    IndexModels models = METADATA.models();
    for (int i = 1; i <= 12; i++) {
      models = models.with(new EmbeddingModel("model " + i, "1".repeat(64), i));
    }
    models = models.withDefaultModel(models.expect("model 7", "i"));
    models = models.without(models.expect("starter", "i"), "i");
    IndexMetadata many = METADATA.withModels(models).withArchive("/elsewhere");
    assertThat(many.model().id()).isEqualTo("model 7");
    assertThat(IndexMetadata.fromUserData(many.toUserData(), "i")).isEqualTo(many);
  }

  @Test
  void anIndexOfSeveralArchivesSaysSo() {
    METADATA.requireOneArchive("i");
    IndexMetadata several =
        METADATA.withOtherArchives(Set.of("/c")).withOtherArchives(Set.of("/b b", "/c"));
    assertThat(several.otherArchives()).containsExactlyInAnyOrder("/b b", "/c");
    assertThat(several.toUserData()).containsEntry("lumiere.archive.others", "/b b\n/c");
    assertThat(IndexMetadata.fromUserData(several.toUserData(), "i")).isEqualTo(several);
    assertThat(IndexMetadata.others(several.toUserData())).isEmpty();
    assertThat(several.withArchive("/d").withModels(METADATA.models()).otherArchives())
        .isEqualTo(several.otherArchives());
    assertThatThrownBy(() -> several.requireOneArchive("photos.index"))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContaining("photos.index holds photos of several archives (")
        .hasMessageContaining("; /b b; /c)")
        .hasFieldOrPropertyWithValue("fault", Fault.SEVERAL_ARCHIVES);
  }

  @Test
  void userDataSaysWhichFieldIsWhose() {
    EmbeddingModel clip = new EmbeddingModel("clip", "1".repeat(64), 512);
    assertThat(METADATA.withModels(METADATA.models().with(clip)).toUserData())
        .containsEntry("lumiere.schema", "4")
        .containsEntry("lumiere.vectors", "vector vector_2")
        .containsEntry("lumiere.vectors.default", "vector")
        .containsEntry("lumiere.model.vector_2.id", "clip")
        .containsEntry("lumiere.model.vector_2.hash", "1".repeat(64))
        .containsEntry("lumiere.model.vector_2.dimension", "512");
  }

  @Test
  void anIndexOfVersion1IsRefusedWithAWayOut() {
    Map<String, String> data =
        Map.of(
            "lumiere.schema", "1",
            "lumiere.model.id", "starter",
            "lumiere.model.hash", "0".repeat(64),
            "lumiere.model.dimension", "384",
            "lumiere.archive", "/photos");
    assertThatThrownBy(() -> IndexMetadata.fromUserData(data, "photos.index"))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContainingAll("photos.index", "version 1", "version 4")
        .hasFieldOrPropertyWithValue("fault", Fault.INDEX_OF_OTHER_VERSION);
  }

  @Test
  void damagedUserDataIsRefused() {
    for (String key : METADATA.toUserData().keySet()) {
      Map<String, String> less = METADATA.toUserData();
      less.remove(key);
      assertThatThrownBy(() -> IndexMetadata.fromUserData(less, "photos.index"))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("photos.index");
    }
    for (String key : new String[] {"lumiere.vectors", "lumiere.vectors.default"}) {
      Map<String, String> wrong = METADATA.toUserData();
      wrong.put(key, "path");
      assertThatThrownBy(() -> IndexMetadata.fromUserData(wrong, "photos.index"))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("photos.index");
    }
    Map<String, String> noNumber = METADATA.toUserData();
    noNumber.put("lumiere.model.vector.dimension", "many");
    assertThatThrownBy(() -> IndexMetadata.fromUserData(noNumber, "photos.index"))
        .isInstanceOf(LumiereException.class)
        .hasMessageContainingAll("photos.index", "dimension", "many");
  }

  @Test
  void anotherSchemaVersionIsRefusedWithAWayOut() {
    Map<String, String> data = new HashMap<>(METADATA.toUserData());
    data.put("lumiere.schema", "0");
    assertThatThrownBy(() -> IndexMetadata.fromUserData(data, "photos.index"))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContainingAll("photos.index", "version 0")
        .hasFieldOrPropertyWithValue("fault", Fault.INDEX_OF_OTHER_VERSION);
  }

  @Test
  void versions2And3AreReadByWhoUpgradesThemAndRefusedElsewhere() {
    Map<String, String> data = new HashMap<>(METADATA.toUserData());
    for (String version : List.of("2", "3")) {
      data.put("lumiere.schema", version);
      assertThatThrownBy(() -> IndexMetadata.fromUserData(data, "photos.index"))
          .isInstanceOf(IndexMismatchException.class)
          .hasMessageContainingAll("photos.index", "version " + version, "version 4")
          .hasFieldOrPropertyWithValue("fault", Fault.INDEX_OUTDATED);
      assertThat(IndexMetadata.fromUpgradable(data, "photos.index")).isEqualTo(METADATA);
      assertThat(IndexMetadata.isOutdated(data)).isTrue();
    }
    assertThat(IndexMetadata.isOutdated(METADATA.toUserData())).isFalse();
    for (String version : List.of("1", "5", "02", "two")) {
      data.put("lumiere.schema", version);
      assertThatThrownBy(() -> IndexMetadata.fromUpgradable(data, "photos.index"))
          .hasMessageContainingAll("photos.index", "version " + version)
          .hasFieldOrPropertyWithValue("fault", Fault.INDEX_OF_OTHER_VERSION);
    }
  }

  @Test
  void aForeignDirectoryIsRefused() {
    assertThatThrownBy(() -> IndexMetadata.fromUserData(Map.of(), "photos.index"))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContaining("did not write");
  }

  @Test
  void vectorsOfAnotherModelAreRefusedWithAWayOut() {
    EmbeddingModel other = new EmbeddingModel("starter", "1".repeat(64), 384);
    assertThatThrownBy(() -> METADATA.requireModel(other, "photos.index"))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContainingAll("photos.index", "000000000000", "111111111111")
        .hasFieldOrPropertyWithValue("fault", Fault.MODEL_NOT_IN_INDEX);
    assertThat(METADATA.requireModel(METADATA.model(), "photos.index").field()).isEqualTo("vector");
  }
}
