package io.lumiere.images;

import com.github.luben.zstd.Zstd;
import io.lumiere.images.internal.opencv.TestEncoder;
import io.lumiere.testing.Fuzz;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** TIFF of common kinds; for others see {@link TiffKindsTest}. */
class TiffTest extends DecoderContract {
  private static byte[] tiff(BufferedImage image) {
    return TestImages.file("tiff", image);
  }

  private static byte[] sixteen(BufferedImage image) {
    byte[] samples = Samples8.widened(Samples8.rgb(image));
    return TiffBuilder.write(image.getWidth(), image.getHeight(), 3, 16, 1, samples);
  }

  @Override
  String format() {
    return "tiff";
  }

  @Override
  Fuzz fuzz() {
    return Fuzz.target("image-tiff");
  }

  @Override
  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>(Sample.inAllSizes("eight bits", TiffTest::tiff));
    samples.addAll(Sample.inAllSizes("sixteen bits", TiffTest::sixteen));
    byte[] rgb = Samples8.rgb(TestImages.quarters(120, 80));
    for (int orientation = 1; orientation <= 8; orientation++) {
      byte[] eight = TiffBuilder.write(120, 80, 3, 8, orientation, rgb);
      samples.add(Sample.quarters("eight bits", eight, 120, 80).turned(orientation));
      byte[] wide = TiffBuilder.write(120, 80, 3, 16, orientation, Samples8.widened(rgb));
      samples.add(Sample.quarters("sixteen bits", wide, 120, 80).turned(orientation));
    }
    samples.add(Sample.blackAndWhite(tiff(TestImages.blackAndWhite())));
    samples.add(Sample.layered(tiff(TestImages.layered())));
    return samples;
  }

  @Override
  byte[] claiming(int width, int height) {
    return TiffBuilder.write(width, height, 3, 8, 1, new byte[100]);
  }

  @Override
  Leak leak() {
    return new Leak(tiff(TestImages.scene(400, 300)), 1_000, 300);
  }

  /** Of the kinds that OpenCV reads, and of those that it does not. */
  @Override
  List<byte[]> fuzzInputs() {
    BufferedImage scene = TestImages.scene(70, 50);
    byte[] rgb = Samples8.rgb(scene);
    byte[] wide = Samples8.widened(rgb);
    List<byte[]> files = new ArrayList<>();
    files.add(TestImages.file("tiff", scene));
    files.add(TiffBuilder.write(70, 50, 3, 8, 6, rgb));
    files.add(TiffBuilder.write(70, 50, 3, 16, 8, wide));
    files.add(TiffBuilder.write(35, 25, 3, 32, 3, Arrays.copyOf(wide, 10_500)));
    TiffBuilder.Image small = new TiffBuilder.Image(8, 8).tag(254, 1).strip(new byte[64]);
    files.add(TiffBuilder.of(small, colour(16).tag(284, 2).strip(rgb).strip(rgb).strip(rgb)));
    files.add(TiffBuilder.of(small.inside(colour(8).tag(338, 0).tag(277, 4).strip(wide))));
    files.add(TiffBuilder.bigEndian(inks(1, wide)));
    files.add(TiffBuilder.of(inks(50000, Zstd.compress(Arrays.copyOf(wide, 28_000)))));
    files.add(TiffBuilder.of(inks(5, wide).tag(317, 2)));
    byte[] webp = TestEncoder.webp(70, 50, Samples8.bgra(scene), 80);
    files.add(TiffBuilder.of(colour(8).tag(259, 50001).strip(webp)));
    return files;
  }

  private static TiffBuilder.Image colour(int bits) {
    return new TiffBuilder.Image(70, 50).tag(258, bits).tag(262, 2).tag(277, 3);
  }

  private static TiffBuilder.Image inks(int compression, byte[] data) {
    return colour(16).tag(262, 5).tag(277, 4).tag(259, compression).strip(data);
  }
}
