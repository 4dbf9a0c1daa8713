package io.lumiere.images;

import io.lumiere.testing.Fuzz;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** JPEG: baseline, progressive, grey and of four inks. */
class JpegTest extends DecoderContract {
  @Override
  String format() {
    return "jpeg";
  }

  @Override
  Fuzz fuzz() {
    return Fuzz.target("image-jpeg");
  }

  @Override
  List<Sample> samples() {
    BufferedImage quarters = TestImages.quarters(120, 80);
    List<Sample> samples = new ArrayList<>();
    for (boolean progressive : new boolean[] {false, true}) {
      String name = progressive ? "progressive" : "baseline";
      samples.addAll(Sample.inAllSizes(name, image -> TestImages.jpeg(image, progressive)));
      byte[] jpeg = TestImages.jpeg(quarters, progressive);
      for (int orientation = 1; orientation <= 8; orientation++) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
          byte[] file = TestExif.inJpeg(jpeg, TestExif.block(orientation, order));
          samples.add(Sample.quarters(name, file, 120, 80).turned(orientation));
        }
      }
    }
    samples.add(Sample.quarters("four inks", TestImages.cmykJpeg(quarters), 120, 80));
    byte[] after = TestExif.concat(new byte[9], TestImages.jpeg(quarters, false));
    samples.add(Sample.quarters("after other bytes", after, 120, 80));
    BufferedImage grey = TestImages.grey(BufferedImage.TYPE_BYTE_GRAY);
    samples.add(Sample.grey(TestImages.jpeg(grey, false)));
    return samples;
  }

  /** What is there is shown, see {@link BrokenImagesTest}. */
  @Override
  int refusedPercent() {
    return 0;
  }

  @Override
  int mostMillions() {
    return 512;
  }

  @Override
  int reductionByCodec(int factor) {
    return Math.min(8, Integer.highestOneBit(factor));
  }

  @Override
  byte[] claiming(int width, int height) {
    byte[] jpeg = TestImages.jpeg(TestImages.quarters(16, 16), false);
    int size = TestExif.frame(jpeg) + 5;
    return Math.max(width, height) > 65_535
        ? new byte[0]
        : Patch.shorts(jpeg, size, ByteOrder.BIG_ENDIAN, height, width);
  }

  @Override
  Leak leak() {
    // A leak of each picture alone would be 700 MiB.
    return new Leak(TestImages.jpeg(TestImages.scene(400, 300), false), 1_000, 300);
  }
}
