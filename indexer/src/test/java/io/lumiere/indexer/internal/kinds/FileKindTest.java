package io.lumiere.indexer.internal.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.schema.FileName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileKindTest {
  /** Else a search for the file's name would not find it first. */
  @ParameterizedTest
  @EnumSource(names = {"PHOTO", "RAW"})
  void namesOfPhotosAreThoseOfSearchesToo(FileKind kind) {
    assertThat(kind.extensions())
        .hasSizeGreaterThan(20)
        .allSatisfy(end -> assertThat(FileName.of("IMG_1." + end).isPhoto()).isTrue());
  }

  @ParameterizedTest
  @EnumSource
  void eachExtensionIsOfOneKind(FileKind kind) {
    assertThat(kind.extensions()).allMatch(end -> FileKind.of("a." + end) == kind);
  }

  @Test
  void namesTellKinds() {
    assertThat(FileKind.of("a.JPG")).isEqualTo(FileKind.PHOTO);
    assertThat(FileKind.of("a.mpo")).isEqualTo(FileKind.PHOTO);
    assertThat(FileKind.of("a.jpg.xmp")).isEqualTo(FileKind.SIDECAR);
    assertThat(FileKind.of("a.jpg_original").mayHoldPhoto()).isFalse();
    assertThat(FileKind.of("a.mov").mayHoldPhoto()).isFalse();
    assertThat(FileKind.of("a").mayHoldPhoto()).isTrue();
    assertThat(FileKind.of("a.").label("a.")).isEqualTo("without extension");
    assertThat(FileKind.of("a.Xyz").label("a.Xyz")).isEqualTo(".xyz");
    assertThat(FileKind.of("a.b c").label("a.b c")).isEqualTo("without extension");
  }
}
