package io.lumiere.images;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** TIFF of common kinds; for others see {@link TiffKindsTest}. */
class TiffTest extends DecoderContract {
  private static byte[] tiff(BufferedImage image) {
    return TestImages.file("tiff", image);
  }

  private static byte[] sixteen(BufferedImage image) {
    byte[] samples = Samples8.widened(Samples8.rgb(image));
    return TestTiff.write(image.getWidth(), image.getHeight(), 3, 16, 1, samples);
  }

  @Override
  String format() {
    return "tiff";
  }

  @Override
  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>(Sample.inAllSizes("eight bits", TiffTest::tiff));
    samples.addAll(Sample.inAllSizes("sixteen bits", TiffTest::sixteen));
    byte[] rgb = Samples8.rgb(TestImages.quarters(120, 80));
    for (int orientation = 1; orientation <= 8; orientation++) {
      byte[] eight = TestTiff.write(120, 80, 3, 8, orientation, rgb);
      samples.add(Sample.quarters("eight bits", eight, 120, 80).turned(orientation));
      byte[] wide = TestTiff.write(120, 80, 3, 16, orientation, Samples8.widened(rgb));
      samples.add(Sample.quarters("sixteen bits", wide, 120, 80).turned(orientation));
    }
    samples.add(Sample.blackAndWhite(tiff(TestImages.blackAndWhite())));
    samples.add(Sample.layered(tiff(TestImages.layered())));
    return samples;
  }

  @Override
  byte[] claiming(int width, int height) {
    return TestTiff.write(width, height, 3, 8, 1, new byte[100]);
  }

  @Override
  Leak leak() {
    return new Leak(tiff(TestImages.scene(400, 300)), 2_000, 300);
  }
}
