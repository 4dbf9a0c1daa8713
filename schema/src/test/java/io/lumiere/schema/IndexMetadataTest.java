package io.lumiere.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexMetadataTest {
  private static final IndexMetadata METADATA =
      new IndexMetadata(new EmbeddingModel("starter", "0".repeat(64), 384), "/photos");

  @Test
  void metadataComesBackFromUserData() {
    assertThat(IndexMetadata.fromUserData(METADATA.toUserData(), "i")).isEqualTo(METADATA);
  }

  @Test
  void anotherSchemaVersionIsRefusedWithAWayOut() {
    Map<String, String> data = new HashMap<>(METADATA.toUserData());
    data.put("lumiere.schema", "0");
    assertThatThrownBy(() -> IndexMetadata.fromUserData(data, "photos.index"))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContainingAll("photos.index", "version 0", "--index");
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
        .hasMessageContainingAll("photos.index", "000000000000", "111111111111", "--index");
    METADATA.requireModel(METADATA.model(), "photos.index");
  }
}
