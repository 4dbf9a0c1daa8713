package io.lumiere.models.internal.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.RgbImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our pixels are Pillow 12.1.0's pixels, all of them, to the last bit. */
class PillowParityTest {
  /** A record of resize-goldens.bin, which src/test/python/resize_goldens.py describes. */
  record Golden(int inWidth, int inHeight, Filter filter, int side, RgbImage expected) {
    @Override
    public String toString() {
      return String.format(
          "%d x %d to %d x %d, %s, %s",
          inWidth,
          inHeight,
          expected.width(),
          expected.height(),
          filter,
          side == 0 ? "resized" : "cropped from " + side);
    }
  }

  static Stream<Golden> goldens() throws IOException {
    List<Golden> goldens = new ArrayList<>();
    try (InputStream file = PillowParityTest.class.getResourceAsStream("/resize-goldens.bin");
        DataInputStream in = new DataInputStream(file)) {
      while (in.available() > 0) {
        int width = in.readInt();
        int height = in.readInt();
        Filter filter = in.readInt() == 0 ? Filter.BILINEAR : Filter.BICUBIC;
        int side = in.readInt();
        int outWidth = in.readInt();
        int outHeight = in.readInt();
        byte[] rgb = in.readNBytes(3 * outWidth * outHeight);
        goldens.add(
            new Golden(width, height, filter, side, new RgbImage(outWidth, outHeight, rgb)));
      }
    }
    assertThat(goldens).hasSize(28);
    return goldens.stream();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void everyPixelIsEqual(Golden golden) {
    RgbImage input = picture(golden.inWidth(), golden.inHeight());
    RgbImage expected = golden.expected();
    RgbImage actual =
        golden.side() == 0
            ? Resampler.resize(input, expected.width(), expected.height(), golden.filter())
            : cropping(expected.width(), golden).toSquare(input);
    assertThat(actual.width()).isEqualTo(expected.width());
    assertThat(actual.height()).isEqualTo(expected.height());
    assertThat(actual.rgb()).isEqualTo(expected.rgb());
  }

  private static Preprocessing cropping(int size, Golden golden) {
    // A hair less, so that the floor of the quotient is the side.
    double fraction = Math.min(1, size / (golden.side() + 1e-6));
    return new Preprocessing(
        size,
        Fit.CENTRE_CROP,
        golden.filter(),
        fraction,
        ChannelValues.all(0),
        ChannelValues.all(1));
  }

  /** As picture() in resize_goldens.py. */
  static RgbImage picture(int width, int height) {
    long state = 12345 + 1000L * width + height;
    byte[] rgb = new byte[3 * width * height];
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < 3; channel++) {
          state = (state * 1103515245L + 12345) % (1L << 31);
          int block = (x / 5 + y / 3 + channel) % 2 != 0 ? 255 : 0;
          boolean noisy = state % 3 != 0;
          rgb[at++] = (byte) (noisy ? (block + (int) ((state >> 16) % 256)) / 2 : block);
        }
      }
    }
    return new RgbImage(width, height, rgb);
  }
}
