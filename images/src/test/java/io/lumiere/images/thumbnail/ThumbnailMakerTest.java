package io.lumiere.images.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.RgbImage;
import io.lumiere.images.ImageDecoder;
import io.lumiere.images.ImageException;
import io.lumiere.images.Pixels;
import io.lumiere.images.TestExif;
import io.lumiere.images.TestFiles;
import io.lumiere.images.TestImages;
import io.lumiere.images.internal.colour.TestProfiles;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbnailMakerTest {
  private final ThumbnailMaker maker = new ThumbnailMaker();

  private RgbImage thumbnail(byte[] file, ThumbnailSize size) {
    byte[] jpeg = maker.jpeg(file, "a", size, () -> false);
    return new ImageDecoder().decode(jpeg, "a.jpg", 100_000).image();
  }

  @ParameterizedTest
  @CsvSource({
    "4000, 3000, SMALL, 480, 360",
    "3000, 4000, SMALL, 360, 480",
    "4000, 3000, LARGE, 2048, 1536",
    "4000, 3000, MEDIUM, 1024, 768",
    "9000, 900, SMALL, 1080, 108",
    "900, 9000, LARGE, 205, 2048",
    "300, 200, SMALL, 300, 200",
    "2048, 1, LARGE, 2048, 1",
    "9000, 1, SMALL, 1080, 1",
  })
  void sizes(int width, int height, ThumbnailSize size, int smallWidth, int smallHeight) {
    byte[] file =
        TestImages.jpeg(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), false);
    RgbImage small = thumbnail(file, size);
    assertThat(small.width()).isEqualTo(smallWidth);
    assertThat(small.height()).isEqualTo(smallHeight);
  }

  @Test
  void turnedUpright() {
    for (int orientation = 1; orientation <= 8; orientation++) {
      byte[] exif = TestExif.block(orientation, ByteOrder.LITTLE_ENDIAN);
      byte[] file = TestExif.inJpeg(TestImages.jpeg(TestImages.quarters(900, 600), false), exif);
      RgbImage small = thumbnail(file, ThumbnailSize.SMALL);
      assertThat(small.width() > small.height()).isEqualTo(orientation < 5);
      Pixels.assertQuarters(small, corners(orientation));
    }
  }

  /** The colours from the upper left, row by row, where row 0 and column 0 are by EXIF's table. */
  private static int[] corners(int orientation) {
    int r = TestImages.RED;
    int g = TestImages.GREEN;
    int b = TestImages.BLUE;
    int y = TestImages.YELLOW;
    return switch (orientation) {
      case 2 -> new int[] {g, r, y, b};
      case 3 -> new int[] {y, b, g, r};
      case 4 -> new int[] {b, y, r, g};
      case 5 -> new int[] {r, b, g, y};
      case 6 -> new int[] {b, r, y, g};
      case 7 -> new int[] {y, g, b, r};
      case 8 -> new int[] {g, y, r, b};
      default -> new int[] {r, g, b, y};
    };
  }

  @Test
  void coloursOfAProfileBecomeSrgb() {
    byte[] file = TestImages.jpeg(even(0xc86432), false);
    byte[] profile = TestExif.concat(TestExif.ascii("ICC_PROFILE\0\1\1"), TestProfiles.adobeRgb());
    byte[] tagged = TestExif.insert(file, 2, TestExif.jpegSegment(0xe2, profile));
    // 200, 100, 50 in Adobe RGB is 229, 100, 44 in sRGB.
    assertThat(Pixels.distance(middle(tagged), 0xe5642c)).isLessThanOrEqualTo(4);
    assertThat(Pixels.distance(middle(file), 0xc86432)).isLessThanOrEqualTo(4);
  }

  private int middle(byte[] file) {
    RgbImage small = thumbnail(file, ThumbnailSize.SMALL);
    return Pixels.at(small, small.width() / 2, small.height() / 2);
  }

  private static BufferedImage even(int colour) {
    BufferedImage image = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 600 * 400; i++) {
      image.setRGB(i % 600, i / 600, colour);
    }
    return image;
  }

  @Test
  void formatsThatBrowsersDoNotShow() {
    for (String name : new String[] {"heif/scene.heic", "stills/scene.jp2"}) {
      RgbImage small = thumbnail(TestFiles.read(name), ThumbnailSize.LARGE);
      assertThat(small.width()).as(name).isGreaterThan(60);
    }
  }

  @Test
  void clearPartsAreWhite() {
    BufferedImage clear = new BufferedImage(50, 40, BufferedImage.TYPE_INT_ARGB);
    assertThat(middle(TestImages.file("png", clear))).isEqualTo(0xffffff);
  }

  @Test
  void whatCannotBeDecodedSaysWhy() {
    assertThatThrownBy(() -> thumbnail(TestExif.ascii("no picture"), ThumbnailSize.SMALL))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("the file is");
  }

  @Test
  void nobodyWaitsForWhatIsWantedNoMore() {
    byte[] file = TestImages.jpeg(TestImages.scene(3000, 2000), true);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> maker.jpeg(file, "a", ThumbnailSize.LARGE, () -> true))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
