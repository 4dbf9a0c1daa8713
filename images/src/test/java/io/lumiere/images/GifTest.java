package io.lumiere.images;

import io.lumiere.testing.Fuzz;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** GIF, of an animation the first picture. */
class GifTest extends DecoderContract {
  private static byte[] gif(BufferedImage image) {
    return TestImages.file("gif", image);
  }

  @Override
  String format() {
    return "gif";
  }

  @Override
  Fuzz fuzz() {
    return Fuzz.target("image-gif");
  }

  @Override
  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>(Sample.inAllSizes("still", GifTest::gif));
    BufferedImage shown = TestImages.quarters(64, 48);
    BufferedImage black = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    byte[] animation = TestImages.animatedGif(shown, black);
    samples.add(Sample.quarters("animation", animation, 64, 48));
    byte[] blankFirst = TestImages.animatedGif(black, shown);
    samples.add(Sample.quarters("blank first", blankFirst, 64, 48));
    return samples;
  }

  @Override
  byte[] claiming(int width, int height) {
    byte[] gif = gif(TestImages.quarters(16, 16));
    return Math.max(width, height) > 65_535
        ? new byte[0]
        : Patch.shorts(gif, 6, ByteOrder.LITTLE_ENDIAN, width, height);
  }

  @Override
  Leak leak() {
    return new Leak(gif(TestImages.scene(400, 300)), 1_000, 300);
  }
}
