package io.lumiere.images;

import io.lumiere.testing.Fuzz;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** PNG: colour, grey, palettes, 1 to 16 bits, transparency, animations. */
class PngTest extends DecoderContract {
  private static byte[] png(BufferedImage image) {
    return TestImages.file("png", image);
  }

  @Override
  String format() {
    return "png";
  }

  @Override
  Fuzz fuzz() {
    return Fuzz.target("image-png");
  }

  @Override
  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>(Sample.inAllSizes("colour", PngTest::png));
    byte[] quarters = png(TestImages.quarters(120, 80));
    for (int orientation = 1; orientation <= 8; orientation++) {
      byte[] exif = TestExif.block(orientation, ByteOrder.BIG_ENDIAN);
      byte[] file = TestExif.inPng(quarters, exif);
      samples.add(Sample.quarters("colour", file, 120, 80).turned(orientation));
    }
    samples.add(Sample.quarters("palette", png(TestImages.indexed()), 64, 48));
    samples.add(Sample.blackAndWhite(png(TestImages.blackAndWhite())));
    samples.add(Sample.grey(png(TestImages.grey(BufferedImage.TYPE_BYTE_GRAY))));
    samples.add(Sample.grey(png(TestImages.grey(BufferedImage.TYPE_USHORT_GRAY))));
    samples.add(Sample.layered(png(TestImages.layered())));
    byte[] first = png(TestImages.quarters(64, 48));
    byte[] second = png(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB));
    byte[] animation = TestAnimations.png(first, second, 64, 48);
    samples.add(Sample.quarters("animation", animation, 64, 48));
    return samples;
  }

  @Override
  byte[] claiming(int width, int height) {
    return Patch.ints(png(TestImages.quarters(16, 16)), 16, ByteOrder.BIG_ENDIAN, width, height);
  }

  @Override
  Leak leak() {
    return new Leak(png(TestImages.scene(400, 300)), 1_000, 300);
  }
}
