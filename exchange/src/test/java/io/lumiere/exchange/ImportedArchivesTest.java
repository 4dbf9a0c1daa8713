package io.lumiere.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void aTargetOfOneArchiveTakesNoOther() {
    refuses(Fault.RECORDS_OF_OTHER_ARCHIVE, null, A, B, "/b");
    refuses(Fault.RECORDS_OF_OTHER_ARCHIVE, null, A, B_AND_C, "/b");
    refuses(Fault.RECORDS_OF_OTHER_ARCHIVE, null, B, B_AND_C, "/c");
    refuses(Fault.INDEX_OF_OTHER_ARCHIVE, "/b", A, null, "/b");
    refuses(Fault.INDEX_OF_OTHER_ARCHIVE, "/b", A, B, "/b");
    archives("/b", A, null, false).requireOfIndex("i", false);
    assertThatThrownBy(() -> archives(null, A, B, false).requireOfIndex("i", false))
        .isInstanceOf(LumiereException.class);
  }

  @Test
  void aTargetOfOneArchiveTakesItsOwn() {
    List<ImportedArchives> own =
        List.of(
            archives(null, A, A, false),
            archives(null, A, null, false),
            archives("/a", A, B_AND_C, false),
            archives("/b", null, A, false),
            archives(null, null, B_AND_C, false),
            archives(null, B_AND_C, B_AND_C, false),
            archives(null, B_AND_C, B, false));
    own.forEach(archives -> archives.requireOfIndex("i", true));
    assertThat(said("/a", A, B, false, true)).isEqualTo(A);
    assertThat(said("/a", A, B_AND_C, false, true)).isEqualTo(A.withOtherArchives(Set.of("/c")));
  }

  @Test
  void aTargetOfSeveralArchivesTakesAll() {
    archives(null, A, B, true).requireOfIndex("i", true);
    archives("/b", A, null, true).requireOfIndex("i", true);
  }

  /** Names of one folder are of one archive. */
  @Test
  void aLinkToAnArchiveIsThatArchive(@TempDir Path temp) throws IOException {
    IndexMetadata real = new IndexMetadata(MODELS, temp.toRealPath().toString());
    Path link = Files.createSymbolicLink(temp.resolve("link"), temp.toRealPath());
    IndexMetadata linked = new IndexMetadata(MODELS, link.toString());
    archives(null, real, linked, false).requireOfIndex("i", true);
    archives(link.toString(), real, null, false).requireOfIndex("i", true);
  }

  private static void refuses(
      Fault fault,
      @Nullable String named,
      IndexMetadata before,
      @Nullable IndexMetadata origin,
      String other) {
    assertThatThrownBy(() -> archives(named, before, origin, false).requireOfIndex("i", true))
        .isInstanceOf(LumiereException.class)
        .hasFieldOrPropertyWithValue("fault", fault)
        .hasMessageContaining("index i ")
        .hasMessageContaining(before.archive())
        .hasMessageContaining(other);
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
    return archives(named, before, origin, areApart).metadata(MODELS, hasNew);
  }

  private static ImportedArchives archives(
      @Nullable String named,
      @Nullable IndexMetadata before,
      @Nullable IndexMetadata origin,
      boolean areApart) {
    return new ImportedArchives(
        "in.jsonl", named == null ? null : Path.of(named), before, origin, areApart);
  }
}
