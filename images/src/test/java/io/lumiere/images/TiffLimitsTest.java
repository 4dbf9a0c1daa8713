package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.images.TiffBuilder.Image;
import io.lumiere.images.internal.format.Signatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strips and tiles that would take more memory than the picture. */
class TiffLimitsTest {
  private static final int PNG = 34933;
  private static final int ZSTD = 50000;

  private final ImageDecoder decoder = new ImageDecoder();

  private void assertCorrupt(Image image, String message) {
    assertThatThrownBy(() -> decoder.decode(TiffBuilder.of(image), "a.tif", 16))
        .isInstanceOf(CorruptImageException.class)
        .hasMessageContaining(message);
  }

  private static Image colour(int width, int height, int compression) {
    return new Image(width, height).tag(277, 3).tag(262, 2).tag(259, compression);
  }

  @Test
  void aPartThatIsALargerPictureIsRefusedByItsHeader() {
    byte[] png = TestImages.file("png", TestImages.scene(400, 300));
    assertCorrupt(colour(16, 16, PNG).strip(png), "a picture of another size");
    byte[] padded = TestImages.file("png", TestImages.scene(64, 64));
    byte[] file = TiffBuilder.of(colour(60, 50, PNG).strip(padded));
    assertThat(decoder.decode(file, "a.tif", 16).width()).isEqualTo(60);
  }

  /** Of our decoder, and of OpenCV's. */
  @ParameterizedTest
  @ValueSource(ints = {ZSTD, 8, 1})
  void tilesFarBeyondThePictureAreRefused(int compression) {
    Image image = colour(100, 100, compression).tiles(16_384, 16_384, new byte[200]);
    assertCorrupt(image, "it has 100 x 100 pixels in parts of 16384 x 16384");
  }

  @Test
  void whatIsUnpackedAtATimeIsEstimated() {
    byte[] tiled = TiffBuilder.of(colour(100, 100, 8).tiles(1024, 1024, new byte[200]));
    long estimate = DecodingMemory.of(Signatures.read(tiled), tiled, 1) - tiled.length;
    assertThat(estimate).isEqualTo(16 * 100 * 100 + 3 * 1024 * 1024);
  }
}
