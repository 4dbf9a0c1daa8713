package io.lumiere.images.internal.heif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.TestFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The size within the coded data is that of the file's own property. */
class Av1SequenceTest {
  @ParameterizedTest
  @CsvSource({"scene-420.avif", "odd.avif", "grid.avif", "twelve-bit.avif", "sequence-alone.avif"})
  void sizeOfRealFiles(String name) {
    CodedImage image = HeifFile.read(TestFiles.read("heif/" + name)).tiles().images().getFirst();
    long pixels = Av1Sequence.extent(image.data().bytes()).pixels();
    assertThat(pixels).isEqualTo((long) image.width() * image.height());
  }

  @Test
  void withoutOrWithinAHeader() {
    assertThat(Av1Sequence.extent(new byte[] {0x12, 0}).pixels()).isZero();
    assertThatThrownBy(() -> Av1Sequence.extent(new byte[] {0x0a, 1, 0}))
        .isInstanceOf(CorruptImageException.class);
  }

  /** Headers of frames, and whole ones, each empty. */
  @Test
  void framesAreCounted() {
    assertThat(Av1Sequence.extent(new byte[] {0x12, 0, 0x1a, 0, 0x32, 0, 0x1a, 0}).frames())
        .isEqualTo(3);
    CodedImage image = HeifFile.read(TestFiles.read("heif/odd.avif")).tiles().images().getFirst();
    assertThat(Av1Sequence.extent(image.data().bytes()).frames()).isEqualTo(1);
  }
}
