package io.lumiere.images;

import io.lumiere.testing.Fuzz;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Portable pixmaps, in bytes and in words. */
class PnmTest extends DecoderContract {
  private static byte[] bytes(BufferedImage image) {
    String head = "P6 # made by hand\n" + image.getWidth() + " " + image.getHeight() + "\n255\n";
    return TestExif.concat(TestExif.ascii(head), Samples8.rgb(image));
  }

  private static byte[] words(BufferedImage image) {
    StringBuilder text =
        new StringBuilder("P3\n" + image.getWidth() + "\t" + image.getHeight() + "\n255\n");
    for (byte sample : Samples8.rgb(image)) {
      text.append(sample & 0xff).append(' ');
    }
    return TestExif.ascii(text.toString());
  }

  @Override
  String format() {
    return "pnm";
  }

  @Override
  Fuzz fuzz() {
    return Fuzz.target("image-pnm");
  }

  @Override
  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>(Sample.inAllSizes("bytes", PnmTest::bytes));
    byte[] grey = new byte[64 * 48];
    samples.add(
        Sample.of("grey", TestExif.concat(TestExif.ascii("P5\n64 48 255\n"), grey), 64, 48));
    samples.addAll(Sample.inAllSizes("words", PnmTest::words));
    return samples;
  }

  @Override
  byte[] claiming(int width, int height) {
    return TestExif.ascii("P6\n" + width + " " + height + "\n255\n0123456789");
  }

  @Override
  Leak leak() {
    return new Leak(bytes(TestImages.scene(400, 300)), 1_000, 300);
  }
}
