package io.lumiere.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.models.internal.opencv.TestEncoder;
import io.lumiere.testing.Fuzz;
import io.lumiere.testing.FuzzReport;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Damaged files of every format: the outcome is an image or an {@link ImageException}. A file that
 * does harm then joins {@code src/test/resources/images}.
 */
class ImageFuzzTest {
  private static final int MAX_FLIPS = 8;
  private static final int HEADER = 200;
  private static final List<String> HEIF =
      List.of(
          "grid.heic",
          "alpha.heic",
          "turned-6.heic",
          "ten-bit.avif",
          "grid.avif",
          "half.avif",
          "sequence-alone.avif");

  private final ImageDecoder decoder = new ImageDecoder();

  @Test
  void damagedFilesNeverDoHarm() throws IOException {
    FuzzReport report =
        Fuzz.target("image")
            .inputs(everyFormat())
            .times(1_500)
            .mutatedBy((file, other, random) -> damage(file.clone(), random))
            .run(input -> decodes(input.bytes(), 1 + input.bytes().length % 60, "image"));
    assertThat(report.taken()).isPositive();
    assertThat(report.refused()).isPositive();
  }

  /** Files that once did harm. */
  @TestFactory
  List<DynamicTest> corpus() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : list()) {
      byte[] bytes = resource("/images/" + name);
      tests.add(
          DynamicTest.dynamicTest(
              name, () -> assertThat(decodes(bytes, 16, name)).as(name).isIn(true, false)));
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private static List<String> list() throws IOException {
    String index = new String(resource("/images/index.txt"), StandardCharsets.UTF_8);
    return index.lines().filter(line -> !line.startsWith("#")).map(l -> l.split("\t")[0]).toList();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ImageFuzzTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private boolean decodes(byte[] file, int minShortSide, String what) {
    try {
      DecodedImage image = decoder.decode(file, "a", minShortSide);
      assertThat(image.orientation()).as(what).isBetween(1, 8);
      assertThat(image.image().width()).as(what).isLessThanOrEqualTo(image.width());
      assertThat(image.image().height()).as(what).isLessThanOrEqualTo(image.height());
      return true;
    } catch (ImageException e) {
      assertThat(e).as(what).hasMessageMatching("(?s).{8,}");
      return false;
    }
  }

  private static byte[] damage(byte[] file, Random random) {
    switch (random.nextInt(4)) {
      case 0 -> {
        for (int i = random.nextInt(MAX_FLIPS); i >= 0; i--) {
          file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 1 -> {
        return Arrays.copyOf(file, random.nextInt(file.length));
      }
      case 2 -> {
        for (int i = random.nextInt(4); i >= 0; i--) {
          int value = random.nextInt(3) == 0 ? 255 : random.nextInt(256);
          file[random.nextInt(Math.min(file.length, HEADER))] = (byte) value;
        }
      }
      default -> {
        int from = random.nextInt(file.length);
        int to = random.nextInt(file.length);
        int length = Math.min(file.length - Math.max(from, to), 1 + random.nextInt(300));
        System.arraycopy(file, from, file, to, length);
      }
    }
    return file;
  }

  private static List<byte[]> everyFormat() {
    BufferedImage quarters = TestImages.quarters(70, 50);
    BufferedImage scene = TestImages.scene(70, 50);
    byte[] exif = TestExif.block(6, ByteOrder.LITTLE_ENDIAN);
    byte[] rgb = Samples8.rgb(scene);
    byte[] bgra = Samples8.bgra(scene);
    bgra[3] = 7;
    List<byte[]> files = new ArrayList<>();
    files.add(TestExif.inJpeg(TestImages.jpeg(scene, false), exif));
    files.add(TestImages.jpeg(scene, true));
    files.add(TestImages.cmykJpeg(scene));
    files.add(TestExif.inPng(TestImages.file("png", scene), exif));
    files.add(TestAnimations.png(file("png", quarters), file("png", scene), 70, 50));
    files.add(file("gif", quarters));
    files.add(TestImages.animatedGif(scene, quarters));
    files.add(file("bmp", scene));
    files.add(file("tiff", scene));
    files.add(TestTiff.write(70, 50, 3, 8, 6, rgb));
    files.add(TestTiff.write(70, 50, 3, 16, 8, Samples8.widened(rgb)));
    files.add(TestTiff.write(35, 25, 3, 32, 3, Arrays.copyOf(Samples8.widened(rgb), 10500)));
    files.add(TestEncoder.webp(70, 50, bgra, 80));
    files.add(TestExif.inWebp(TestEncoder.webp(70, 50, bgra), 70, 50, exif));
    files.add(TestExif.concat(TestExif.ascii("P6\n70 50\n255\n"), rgb));
    for (String name : HEIF) {
      files.add(HeifFiles.read(name));
    }
    return files;
  }

  private static byte[] file(String format, BufferedImage image) {
    return TestImages.file(format, image);
  }
}
