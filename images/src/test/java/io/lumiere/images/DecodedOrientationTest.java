package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.Seeded;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The orientation that a file records is applied, in every format that has one. */
class DecodedOrientationTest {
  private final BufferedImage quarters = TestImages.quarters(120, 80);
  private final ImageDecoder decoder = new ImageDecoder();

  @Test
  void aValueThatIsNoneMeansUpright() {
    byte[] jpeg = TestImages.jpeg(quarters, false);
    for (int value : new int[] {0, 9, 255, 65535}) {
      byte[] file = TestExif.inJpeg(jpeg, TestExif.block(value, ByteOrder.LITTLE_ENDIAN));
      assertThat(decoder.decode(file, "a", 80).orientation()).isEqualTo(1);
    }
  }

  @Test
  void brokenMetadataNeverCostsThePhoto(@Seeded Random random) {
    byte[] jpeg = TestImages.jpeg(quarters, false);
    byte[] block = TestExif.block(6, ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 300; i++) {
      byte[] broken = Arrays.copyOf(block, random.nextInt(block.length + 1));
      for (int k = 0; k < 3 && broken.length > 0; k++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      DecodedImage decoded = decoder.decode(TestExif.inJpeg(jpeg, broken), "a", 80);
      Pixels.assertQuarters(decoded.image(), Sample.DISPLAYED[decoded.orientation() - 1]);
    }
  }
}
