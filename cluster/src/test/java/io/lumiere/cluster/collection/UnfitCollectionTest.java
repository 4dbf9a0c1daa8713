package io.lumiere.cluster.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.IndexMetadata;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnfitCollectionTest {
  private static final CollectionAddress ADDRESS = CollectionAddress.parse("solr://zk:2181/photos");
  private static final IndexMetadata METADATA =
      new IndexMetadata(new EmbeddingModel("first", "a1".repeat(32), 512), "/archive");

  private static LumiereException refused(Map<String, String> data) {
    return catchThrowableOfType(
        LumiereException.class, () -> UnfitCollection.metadata(data, ADDRESS));
  }

  /** With another value of a key. */
  private static Map<String, String> data(String key, String value) {
    Map<String, String> data = METADATA.toUserData();
    data.put(key, value);
    return data;
  }

  @Test
  void whatThisVersionWritesIsRead() {
    assertThat(UnfitCollection.metadata(METADATA.toUserData(), ADDRESS)).isEqualTo(METADATA);
  }

  @Test
  void anotherVersionIsAFaultOfCollections() {
    for (String version : new String[] {"3", "5", "99"}) {
      LumiereException refused = refused(data("lumiere.schema", version));
      assertThat(refused.fault()).isEqualTo(Fault.COLLECTION_OF_OTHER_VERSION);
      assertThat(refused)
          .hasMessageContaining(ADDRESS.toString())
          .hasMessageContaining("schema version " + version);
    }
  }

  @Test
  void whatIsNotOursOrDamagedIsNamed() {
    LumiereException other = refused(Map.of("name", "products"));
    assertThat(other.fault()).isEqualTo(Fault.NOT_A_COLLECTION);
    assertThat(other).hasMessage("collection " + ADDRESS + " was not made by Lumiere");
    LumiereException damaged = refused(data("lumiere.vectors.last", "many"));
    assertThat(damaged.fault()).isEqualTo(Fault.NOT_A_COLLECTION);
    assertThat(damaged).hasMessageContaining("lumiere.properties of " + ADDRESS + " is damaged");
  }
}
