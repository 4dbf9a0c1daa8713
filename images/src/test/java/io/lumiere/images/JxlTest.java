package io.lumiere.images;

import static io.lumiere.images.TestImages.BLUE;
import static io.lumiere.images.TestImages.GREEN;
import static io.lumiere.images.TestImages.RED;
import static io.lumiere.images.TestImages.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.RgbImage;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG XL files of libjxl's encoder come out as the colours that were put into them. */
class JxlTest {
  private static final int WHITE = 0xffffff;

  private final ImageDecoder decoder = new ImageDecoder();

  @BeforeAll
  static void needLibjxl() throws IOException {
    JxlFiles.needLibjxl();
  }

  private RgbImage decode(String name, int width, int height) {
    DecodedImage decoded = decoder.decode(JxlFiles.read(name), "a", 1000);
    assertThat(decoded.format()).isEqualTo("jxl");
    assertThat(decoded.width()).isEqualTo(width);
    assertThat(decoded.height()).isEqualTo(height);
    assertThat(decoded.image().width()).isEqualTo(width);
    assertThat(decoded.image().height()).isEqualTo(height);
    return decoded.image();
  }

  @ParameterizedTest
  @CsvSource({
    "scene.jxl, 1.2",
    "scene-container.jxl, 1.2",
    "progressive.jxl, 1.2",
    "transcoded.jxl, 1.2",
    "float.jxl, 1.2",
    "sixteen.jxl, 0",
    "lossless.jxl, 0"
  })
  void everyWayOfCoding(String name, double tolerance) {
    RgbImage image = decode(name, 96, 64);
    assertThat(HeifFiles.differenceToScene(image, false)).isLessThanOrEqualTo(tolerance);
  }

  @Test
  void groupsMakeOnePicture() {
    RgbImage image = decode("wide.jxl", 600, 300);
    assertThat(HeifFiles.differenceToScene(image, false)).isLessThan(2);
  }

  @Test
  void grey() {
    RgbImage image = decode("grey.jxl", 64, 48);
    assertThat(HeifFiles.differenceToScene(image, true)).isLessThan(1.2);
  }

  @Test
  void oddSizes() {
    Pixels.assertQuarters(decode("odd.jxl", 65, 49), RED, GREEN, BLUE, YELLOW);
  }

  @Test
  void isTurnedUpright() {
    DecodedImage decoded = decoder.decode(JxlFiles.read("turned.jxl"), "a", 1000);
    assertThat(decoded.orientation()).isEqualTo(6);
    Pixels.assertQuarters(decode("turned.jxl", 64, 48), RED, GREEN, BLUE, YELLOW);
  }

  @Test
  void transparencyOnWhite() {
    RgbImage image = decode("alpha.jxl", 64, 48);
    assertThat(Pixels.distance(Pixels.at(image, 8, 12), WHITE)).isLessThan(7);
    assertThat(Pixels.distance(Pixels.at(image, 24, 12), RED)).isLessThan(7);
    assertThat(Pixels.distance(Pixels.at(image, 40, 36), WHITE)).isLessThan(7);
    assertThat(Pixels.distance(Pixels.at(image, 56, 36), YELLOW)).isLessThan(7);
  }

  @Test
  void halfTransparent() {
    Pixels.assertQuarters(decode("half.jxl", 64, 48), 0xff7f7f, 0x7fff7f, 0x7f7fff, 0xffff7f);
  }

  @Test
  void theFirstPictureOfAnAnimation() {
    Pixels.assertQuarters(decode("animation.jxl", 64, 48), RED, GREEN, BLUE, YELLOW);
  }

  @Test
  void isReducedLikeAnyOther() {
    DecodedImage decoded = decoder.decode(JxlFiles.read("wide.jxl"), "a", 60);
    assertThat(decoded.width()).isEqualTo(600);
    assertThat(decoded.image().width()).isEqualTo(150);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scene.jxl", "lossless.jxl", "transcoded.jxl", "alpha.jxl", "wide.jxl"})
  void cutOff(String name) {
    byte[] whole = JxlFiles.read(name);
    for (int length = 12; length < whole.length - 1; length += 1 + whole.length / 40) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> decoder.decode(part, "a", 1000))
          .isInstanceOf(CorruptImageException.class)
          .hasMessageMatching("it is cut off|its picture is damaged|the file ends .*|.*no code.*");
    }
  }

  /** Any outcome is fine that is a picture or a reason. */
  @ParameterizedTest
  @ValueSource(strings = {"scene.jxl", "lossless.jxl", "transcoded.jxl", "half.jxl", "turned.jxl"})
  void damaged(String name, @Seeded Random random) {
    long seed = Seeds.ofRun();
    for (int i = 0; i < 60; i++) {
      byte[] bytes = JxlFiles.read(name);
      for (int j = random.nextInt(4); j >= 0; j--) {
        bytes[2 + random.nextInt(bytes.length - 2)] = (byte) random.nextInt();
      }
      try {
        decoder.decode(bytes, "a", 1000);
      } catch (ImageException e) {
        assertThat(e.getMessage()).as("seed %d, file %d", seed, i).isNotBlank();
      }
    }
  }

  @Test
  void noMemoryIsKept() {
    byte[] whole = JxlFiles.read("wide.jxl");
    byte[] part = Arrays.copyOf(whole, whole.length / 2);
    decodeAll(20, whole, part);
    long before = Pointer.physicalBytes();
    decodeAll(150, whole, part);
    // 600 x 300 pixels kept 300 times would be 160 MiB, libjxl's own a multiple of that.
    assertThat(Pointer.physicalBytes() - before).isLessThan(150L << 20);
  }

  private void decodeAll(int times, byte[] whole, byte[] part) {
    for (int i = 0; i < times; i++) {
      assertThat(decoder.decode(whole, "a", 300).image().width()).isEqualTo(600);
      assertThatThrownBy(() -> decoder.decode(part, "a", 300)).isInstanceOf(ImageException.class);
    }
  }

  @Test
  void manyAtATime() throws Exception {
    RgbImage alone = decode("wide.jxl", 600, 300);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<RgbImage> task = () -> decode("wide.jxl", 600, 300);
      for (Future<RgbImage> image :
          threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> task).toList())) {
        assertThat(image.get().rgb()).isEqualTo(alone.rgb());
      }
    }
  }
}
