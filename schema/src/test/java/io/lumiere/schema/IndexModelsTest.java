package io.lumiere.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexModelsTest {
  private static final EmbeddingModel OLD = new EmbeddingModel("starter", "0".repeat(64), 384);
  private static final EmbeddingModel NEW = new EmbeddingModel("starter", "1".repeat(64), 384);
  private static final EmbeddingModel CLIP = new EmbeddingModel("clip-b32", "2".repeat(64), 512);

  private static final IndexModels BOTH = IndexModels.of(OLD).with(CLIP);

  private static IndexedModel of(EmbeddingModel model, IndexModels models) {
    return models.find(model).orElseThrow();
  }

  @Test
  void theFirstModelIsTheDefaultAndFurtherOnesGetFieldsOfTheirOwn() {
    IndexModels three = BOTH.with(NEW);
    assertThat(three.all())
        .extracting(IndexedModel::field)
        .containsExactly("vector", "vector_2", "vector_3");
    assertThat(three.defaultModel().model()).isEqualTo(OLD);
    assertThat(three.withDefaultModel(of(CLIP, three)).defaultModel().field())
        .isEqualTo("vector_2");
    assertThat(BOTH.with(CLIP)).isEqualTo(BOTH);
  }

  @Test
  void aFieldIsNeverUsedAgain() {
    IndexModels dropped = BOTH.without(of(CLIP, BOTH), "i");
    assertThat(dropped.dropped()).extracting(IndexedModel::field).containsExactly("vector_2");
    assertThat(of(CLIP, dropped.with(CLIP)).field()).isEqualTo("vector_3");
    assertThat(of(CLIP, dropped.swept().with(CLIP)).field()).isEqualTo("vector_3");
  }

  @Test
  void theDefaultCannotBeDropped() {
    assertThatThrownBy(() -> BOTH.without(of(OLD, BOTH), "photos.index"))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContainingAll("starter", "photos.index")
        .hasFieldOrPropertyWithValue("fault", Fault.MODEL_IS_DEFAULT);
    IndexModels switched = BOTH.withDefaultModel(of(CLIP, BOTH));
    assertThat(switched.without(of(OLD, switched), "i").all())
        .extracting(IndexedModel::id)
        .containsExactly("clip-b32");
  }

  @Test
  void modelsAreFoundByNameAndVersionsByTheirHash() {
    IndexModels three = BOTH.with(NEW);
    assertThat(three.expect("clip-b32", "i").model()).isEqualTo(CLIP);
    assertThat(three.expect("starter@11", "i").model()).isEqualTo(NEW);
    assertThat(three.expect("starter@" + "0".repeat(64), "i").model()).isEqualTo(OLD);
    assertThatThrownBy(() -> three.expect("starter", "i"))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContainingAll("several", "starter@000000000000", "starter@111111111111");
    for (String unknown : List.of("clip", "", "@", "starter@", "starter@2", "clip-b32@0")) {
      assertThatThrownBy(() -> three.expect(unknown, "photos.index"))
          .isInstanceOf(IndexMismatchException.class)
          .hasMessageContainingAll("photos.index", "'" + unknown + "'", "clip-b32@222222222222");
    }
  }

  @Test
  void contradictionsAreRefused() {
    IndexedModel first = of(OLD, BOTH);
    IndexedModel second = of(CLIP, BOTH);
    assertThatThrownBy(() -> new IndexModels(List.of(), first, List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new IndexModels(List.of(first), second, List.of(), 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new IndexModels(List.of(first), first, List.of(first), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new IndexModels(List.of(first, second), first, List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    for (String field : List.of("", "vectors", "vector_", "vector_01", "vector_0", "path")) {
      assertThatThrownBy(() -> new IndexedModel(OLD, field))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + field + "'");
    }
  }
}
