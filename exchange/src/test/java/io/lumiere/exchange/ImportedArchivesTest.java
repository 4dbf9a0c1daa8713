package io.lumiere.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportedArchivesTest {
  private static final IndexModels MODELS =
      IndexModels.of(new EmbeddingModel("other", "ab".repeat(32), 2));
  private static final IndexMetadata A = new IndexMetadata(MODELS, "/a");
  private static final IndexMetadata B = new IndexMetadata(MODELS, "/b");
  private static final IndexMetadata B_AND_C = B.withOtherArchives(Set.of("/c"));

  @Test
  void newPhotosOfAnotherArchiveMakeSeveral() {
    assertThat(said(null, A, B, true, true)).isEqualTo(A.withOtherArchives(Set.of("/b")));
    assertThat(said(null, A, B, true, false)).isEqualTo(A);
    assertThat(said(null, A, A, true, true)).isEqualTo(A);
    assertThat(said(null, A, null, true, true)).isEqualTo(A);
    assertThat(said(null, B_AND_C, B, true, false)).isEqualTo(B_AND_C);
  }

  /** A directory takes all records for photos of its archive, unless they say otherwise. */
  @Test
  void aTargetOfOneArchiveTakesThemForItsOwn() {
    assertThat(said(null, A, B, false, true)).isEqualTo(A);
    assertThat(said("/b", A, null, false, true)).isEqualTo(B);
    assertThat(said(null, A, B_AND_C, false, true)).isEqualTo(A.withOtherArchives(Set.of("/c")));
  }

  @Test
  void anArchiveThatIsNamedIsThatOfTheRecords() {
    assertThat(said("/b", A, B_AND_C, true, true))
        .isEqualTo(B.withOtherArchives(Set.of("/a", "/c")));
    assertThat(said("/a", A, B, true, true)).isEqualTo(A);
    assertThat(said("/a", null, B, true, true)).isEqualTo(A);
  }

  @Test
  void aNewTargetIsOfTheArchivesOfTheFile() {
    assertThat(said(null, null, B_AND_C, false, true)).isEqualTo(B_AND_C);
    assertThat(said(null, null, B, true, true)).isEqualTo(B);
  }

  private static IndexMetadata said(
      @Nullable String named,
      @Nullable IndexMetadata before,
      @Nullable IndexMetadata origin,
      boolean areApart,
      boolean hasNew) {
    return new ImportedArchives(
            "in.jsonl", named == null ? null : Path.of(named), before, origin, areApart)
        .metadata(MODELS, hasNew);
  }
}
