package io.lumiere.images;

import static io.lumiere.images.TestImages.BLUE;
import static io.lumiere.images.TestImages.GREEN;
import static io.lumiere.images.TestImages.RED;
import static io.lumiere.images.TestImages.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.images.internal.opencv.TestEncoder;
import io.lumiere.testing.Seeded;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The orientation that a file records is applied, in every format that has one. */
class OrientationTest {
  /** How the quarters red, green, blue, yellow are displayed, for orientations 1 to 8. */
  private static final int[][] DISPLAYED = {
    {RED, GREEN, BLUE, YELLOW},
    {GREEN, RED, YELLOW, BLUE},
    {YELLOW, BLUE, GREEN, RED},
    {BLUE, YELLOW, RED, GREEN},
    {RED, BLUE, GREEN, YELLOW},
    {BLUE, RED, YELLOW, GREEN},
    {YELLOW, GREEN, BLUE, RED},
    {GREEN, YELLOW, RED, BLUE},
  };

  private final BufferedImage quarters = TestImages.quarters(120, 80);
  private final ImageDecoder decoder = new ImageDecoder();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void jpeg(int orientation) {
    for (boolean progressive : new boolean[] {false, true}) {
      byte[] jpeg = TestImages.jpeg(quarters, progressive);
      for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
        byte[] turned = TestExif.inJpeg(jpeg, TestExif.block(orientation, order));
        check(turned, orientation, 80, 1);
        check(turned, orientation, 32, 2);
        check(turned, orientation, 8, 8);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void png(int orientation) {
    byte[] exif = TestExif.block(orientation, ByteOrder.BIG_ENDIAN);
    byte[] png = TestExif.inPng(TestImages.file("png", quarters), exif);
    check(png, orientation, 80, 1);
    check(png, orientation, 21, 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void webp(int orientation) {
    byte[] plain = TestEncoder.webp(120, 80, Samples8.bgra(quarters));
    byte[] exif = TestExif.block(orientation, ByteOrder.LITTLE_ENDIAN);
    check(TestExif.inWebp(plain, 120, 80, exif), orientation, 80, 1);
    byte[] prefixed = TestExif.concat(TestExif.ascii("Exif\0\0"), exif);
    check(TestExif.inWebp(plain, 120, 80, prefixed), orientation, 32, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void tiff(int orientation) {
    byte[] eight = TestTiff.write(120, 80, 3, 8, orientation, Samples8.rgb(quarters));
    check(eight, orientation, 80, 1);
    check(eight, orientation, 32, 2);
    byte[] sixteen =
        TestTiff.write(120, 80, 3, 16, orientation, Samples8.widened(Samples8.rgb(quarters)));
    check(sixteen, orientation, 80, 1);
  }

  /** EXIF's orientation, which these HEIC files have too, is the same or another. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void heicAndAvif(int orientation) {
    for (String extension : new String[] {"heic", "avif"}) {
      String name = orientation == 1 ? "quarters." : "turned-" + orientation + ".";
      DecodedImage decoded = decoder.decode(HeifFiles.read(name + extension), "a", 48);
      assertThat(decoded.orientation()).isEqualTo(orientation);
      assertThat(decoded.image().width()).isEqualTo(orientation >= 5 ? 48 : 64);
      assertThat(decoded.width()).isEqualTo(decoded.image().width());
      Pixels.assertQuarters(decoded.image(), DISPLAYED[orientation - 1]);
    }
  }

  private void check(byte[] file, int orientation, int least, int factor) {
    DecodedImage decoded = decoder.decode(file, "a", least);
    boolean turned = orientation >= 5;
    assertThat(decoded.orientation()).isEqualTo(orientation);
    assertThat(decoded.width()).isEqualTo(turned ? 80 : 120);
    assertThat(decoded.height()).isEqualTo(turned ? 120 : 80);
    assertThat(decoded.image().width()).isEqualTo(Math.ceilDiv(turned ? 80 : 120, factor));
    assertThat(decoded.image().height()).isEqualTo(Math.ceilDiv(turned ? 120 : 80, factor));
    Pixels.assertQuarters(decoded.image(), DISPLAYED[orientation - 1]);
  }

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
      Pixels.assertQuarters(decoded.image(), DISPLAYED[decoded.orientation() - 1]);
    }
  }
}
