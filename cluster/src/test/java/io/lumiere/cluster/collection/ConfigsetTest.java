package io.lumiere.cluster.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.schema.FieldType;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigsetTest {
  private static final IndexModels MODELS =
      IndexModels.of(new EmbeddingModel("first", "a1".repeat(32), 512))
          .with(new EmbeddingModel("second", "b2".repeat(32), 64));

  @Test
  void hasEveryFieldOfAPhoto() {
    String schema = schema();
    for (PhotoField<?> field : PhotoFields.all()) {
      if (!field.name().startsWith("failure_")) {
        assertThat(schema).contains("<field name=\"" + field.name() + "\" type=\"");
      }
    }
  }

  @Test
  void declaresEveryTypeThatAFieldHas() {
    for (PhotoField<?> field : PhotoFields.all()) {
      if (field.type() != FieldType.VECTOR) {
        assertThat(SolrTypes.DECLARATIONS)
            .contains("<fieldType name=\"" + SolrTypes.of(field.type()) + "\" ");
      }
    }
  }

  @Test
  void hasAFieldForTheVectorsOfEachModel() {
    assertThat(schema())
        .contains("<field name=\"vector\" type=\"vector\"/>", "vectorDimension=\"512\"")
        .contains("<field name=\"vector_2\" type=\"vector_2\"/>", "vectorDimension=\"64\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/photos", " C:\\Users\\me=you #1: ü", "\t/photos", "\f\t ", "/海\n/!", ""})
  void saysWhatACommitSays(String archive) {
    IndexMetadata metadata = new IndexMetadata(MODELS, archive);
    assertThat(
            Configset.userData(
                Configset.of(metadata, Map.of("lumiere.zone", "Europe/Paris"))
                    .files()
                    .get(Configset.METADATA),
                "solr://zk:1/photos"))
        .containsAllEntriesOf(metadata.toUserData())
        .containsEntry("lumiere.zone", "Europe/Paris");
  }

  private static String schema() {
    return Configset.of(new IndexMetadata(MODELS, "/photos")).files().get("schema.xml");
  }
}
