package io.lumiere.images;

import io.lumiere.testing.Fuzz;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** BMP. */
class BmpTest extends DecoderContract {
  private static byte[] bmp(BufferedImage image) {
    return TestImages.file("bmp", image);
  }

  @Override
  String format() {
    return "bmp";
  }

  @Override
  Fuzz fuzz() {
    return Fuzz.target("image-bmp");
  }

  @Override
  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>(Sample.inAllSizes("colour", BmpTest::bmp));
    samples.add(Sample.quarters("palette", bmp(TestImages.indexed()), 64, 48));
    samples.add(Sample.blackAndWhite(bmp(TestImages.blackAndWhite())));
    return samples;
  }

  @Override
  byte[] claiming(int width, int height) {
    byte[] bmp = bmp(TestImages.quarters(16, 16));
    return Patch.ints(bmp, 18, ByteOrder.LITTLE_ENDIAN, width, height);
  }

  @Override
  Leak leak() {
    return new Leak(bmp(TestImages.scene(400, 300)), 1_000, 300);
  }
}
