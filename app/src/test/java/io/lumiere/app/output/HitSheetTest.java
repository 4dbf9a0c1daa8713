package io.lumiere.app.output;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.IndexMetadata;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HitSheetTest {
  @Test
  void photosOfSeveralArchivesAreRefused() {
    IndexMetadata several =
        new IndexMetadata(new EmbeddingModel("test", "a".repeat(64), 4), "/archive")
            .withOtherArchives(Set.of("/other"));
    assertThatThrownBy(() -> new HitSheet(several, Path.of("sheet.jpg")))
        .isInstanceOf(LumiereException.class)
        .hasMessageStartingWith("--sheet shows photos of one archive");
  }
}
