package io.lumiere.images;

import io.lumiere.images.internal.opencv.TestEncoder;
import io.lumiere.testing.Fuzz;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** WebP: lossy, lossless, transparent, animated. */
class WebpTest extends DecoderContract {
  private static byte[] webp(BufferedImage image) {
    return TestEncoder.webp(image.getWidth(), image.getHeight(), Samples8.bgra(image));
  }

  private static byte[] lossy(BufferedImage image) {
    return TestEncoder.webp(image.getWidth(), image.getHeight(), Samples8.bgra(image), 90);
  }

  @Override
  String format() {
    return "webp";
  }

  @Override
  Fuzz fuzz() {
    return Fuzz.target("image-webp");
  }

  @Override
  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>(Sample.inAllSizes("lossless", WebpTest::webp));
    samples.add(Sample.quarters("lossy", lossy(TestImages.quarters(64, 48)), 64, 48));
    samples.add(Sample.of("lossy scene", lossy(TestImages.scene(160, 120)), 160, 120));
    byte[] quarters = webp(TestImages.quarters(120, 80));
    for (int orientation = 1; orientation <= 8; orientation++) {
      byte[] exif = TestExif.block(orientation, ByteOrder.LITTLE_ENDIAN);
      byte[] prefixed = TestExif.concat(TestExif.ascii("Exif\0\0"), exif);
      for (byte[] block : new byte[][] {exif, prefixed}) {
        byte[] file = TestExif.inWebp(quarters, 120, 80, block);
        samples.add(Sample.quarters("lossless", file, 120, 80).turned(orientation));
      }
    }
    samples.add(Sample.layered(webp(TestImages.layered())));
    samples.add(Sample.layered(lossy(TestImages.layered())));
    byte[] shown = webp(TestImages.quarters(64, 48));
    byte[] black = webp(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB));
    byte[] animation = TestAnimations.webp(shown, black, 64, 48);
    samples.add(Sample.quarters("animation", animation, 64, 48));
    byte[] blankFirst = TestAnimations.webp(black, shown, 64, 48);
    samples.add(Sample.quarters("blank first", blankFirst, 64, 48));
    return samples;
  }

  @Override
  byte[] claiming(int width, int height) {
    byte[] webp = webp(TestImages.quarters(16, 16));
    byte[] exif = TestExif.block(1, ByteOrder.LITTLE_ENDIAN);
    return width < 1 ? new byte[0] : TestExif.inWebp(webp, width, height, exif);
  }

  @Override
  Leak leak() {
    return new Leak(webp(TestImages.scene(400, 300)), 1_000, 300);
  }
}
