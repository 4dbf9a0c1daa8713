package io.lumiere.images;

import static io.lumiere.images.TestImages.BLUE;
import static io.lumiere.images.TestImages.GREEN;
import static io.lumiere.images.TestImages.RED;
import static io.lumiere.images.TestImages.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.lumiere.base.RgbImage;
import io.lumiere.images.TiffBuilder.Image;
import io.lumiere.images.internal.opencv.TestEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** TIFFs of the kinds that OpenCV refuses or gets wrong. */
class TiffKindsTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final int CMYK = 5;
  private static final int ZSTD = 50000;

  private final ImageDecoder decoder = new ImageDecoder();
  private final byte[] rgb = Samples8.rgb(TestImages.quarters(WIDTH, HEIGHT));

  private RgbImage decode(byte[] tiff) {
    DecodedImage decoded = decoder.decode(tiff, "a.tif", HEIGHT);
    assertThat(decoded.format()).isEqualTo("tiff");
    assertThat(decoded.width()).isEqualTo(WIDTH);
    assertThat(decoded.height()).isEqualTo(HEIGHT);
    return decoded.image();
  }

  private void assertQuarters(Image image) {
    assertQuarters(TiffBuilder.of(image));
  }

  private void assertQuarters(byte[] tiff) {
    Pixels.assertQuarters(decode(tiff), RED, GREEN, BLUE, YELLOW);
  }

  private static Image image(int samples, int bits, int photometric) {
    return new Image(WIDTH, HEIGHT).tag(277, samples).tag(258, bits).tag(262, photometric);
  }

  private static Image colour() {
    return image(3, 8, 2);
  }

  /** Samples of 16 bits, little-endian. */
  private static byte[] wide(byte[] bytes) {
    return Samples8.widened(bytes);
  }

  private byte[] cmyk() {
    byte[] inks = new byte[WIDTH * HEIGHT * 4];
    for (int i = 0; i < inks.length; i++) {
      inks[i] = i % 4 == 3 ? 0 : (byte) ~rgb[i / 4 * 3 + i % 4];
    }
    return inks;
  }

  private byte[] plane(byte[] samples, int of, int channel) {
    byte[] plane = new byte[samples.length / of];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = samples[i * of + channel];
    }
    return plane;
  }

  @ParameterizedTest
  @CsvSource({"0, 16", "1, 16", "0, 8", "1, 8", "0, 32", "1, 32"})
  void whiteMayBeZero(int photometric, int bits) {
    byte[] eighths = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < eighths.length; i++) {
      eighths[i] = (byte) (i % WIDTH < 16 ? 0 : 255);
    }
    ByteBuffer floats = ByteBuffer.allocate(eighths.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (byte value : eighths) {
      floats.putFloat(value == 0 ? 0 : 1);
    }
    byte[] data = bits == 8 ? eighths : bits == 16 ? wide(eighths) : floats.array();
    Image image = image(1, bits, photometric).tag(339, bits == 32 ? 3 : 1).strip(data);
    RgbImage shown = decode(TiffBuilder.of(image));
    assertThat(Pixels.at(shown, 4, 4)).isEqualTo(photometric == 0 ? 0xffffff : 0);
    assertThat(Pixels.at(shown, 40, 4)).isEqualTo(photometric == 0 ? 0 : 0xffffff);
  }

  @Test
  void theReducedImageBeforeThePhoto() {
    Image small = new Image(16, 12).tag(254, 1).strip(new byte[16 * 12]);
    Image oldStyle = new Image(16, 12).tag(255, 2).strip(new byte[16 * 12]);
    Image mask = new Image(WIDTH, HEIGHT).tag(254, 4).tag(262, 4).strip(new byte[WIDTH * HEIGHT]);
    assertQuarters(TiffBuilder.of(small, colour().strip(rgb)));
    assertQuarters(TiffBuilder.of(oldStyle, colour().strip(rgb)));
    assertQuarters(TiffBuilder.of(mask, colour().strip(rgb)));
    assertQuarters(TiffBuilder.of(small, oldStyle, mask, colour().strip(rgb)));
  }

  @Test
  void aThumbnailThatIsNotCalledOne() {
    Image small = new Image(16, 12).strip(new byte[16 * 12]);
    assertQuarters(TiffBuilder.of(small, colour().strip(rgb)));
    Image rounded = new Image(15, 11).strip(new byte[15 * 11]);
    assertQuarters(TiffBuilder.of(rounded, colour().strip(rgb)));
  }

  @Test
  void aSmallPageIsNoThumbnailOfAnother() {
    Image higher = new Image(2 * WIDTH, 3 * HEIGHT).strip(new byte[6 * WIDTH * HEIGHT]);
    Image larger = new Image(2 * WIDTH, 2 * HEIGHT).strip(new byte[4 * WIDTH * HEIGHT]);
    Image slightly = new Image(WIDTH + 32, HEIGHT + 24).strip(new byte[96 * 72]);
    assertQuarters(TiffBuilder.of(colour().strip(rgb), higher));
    assertQuarters(TiffBuilder.of(colour().strip(rgb), slightly));
    assertQuarters(TiffBuilder.of(colour().tag(254, 2).strip(rgb), larger));
  }

  @Test
  void thePhotoInsideOfItsThumbnail() {
    Image small = new Image(16, 12).tag(254, 1).strip(new byte[16 * 12]);
    assertQuarters(small.inside(colour().tag(254, 0).strip(rgb)));
  }

  @Test
  void thePhotoAndNotWhatFollowsIt() {
    Image larger = new Image(WIDTH, 2 * HEIGHT).strip(new byte[2 * WIDTH * HEIGHT]);
    Image half = new Image(32, 24).tag(254, 1).strip(new byte[32 * 24]);
    assertQuarters(TiffBuilder.of(colour().tag(254, 2).strip(rgb), larger));
    assertQuarters(colour().strip(rgb).inside(half));
  }

  @Test
  void ofReducedImagesAloneTheLargest() {
    Image small = new Image(16, 12).tag(254, 1).strip(new byte[16 * 12]);
    assertQuarters(TiffBuilder.of(small, colour().tag(254, 1).strip(rgb)));
  }

  @Test
  void aChainOfDirectoriesThatGoesRoundEnds() {
    byte[] tiff = TiffBuilder.of(new Image(16, 12).tag(254, 4).strip(new byte[16 * 12]));
    ByteBuffer file = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN);
    int first = file.getInt(4);
    file.putInt(first + 2 + 12 * file.getShort(first), first);
    assertThatThrownBy(() -> decode(tiff))
        .isInstanceOf(CorruptImageException.class)
        .hasMessage("the TIFF holds no picture");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void cmyk(int bits) {
    byte[] inks = bits == 8 ? cmyk() : wide(cmyk());
    assertQuarters(image(4, bits, CMYK).strip(inks));
    assertQuarters(image(4, bits, CMYK).tag(259, ZSTD).strip(Zstd.compress(inks)));
  }

  @Test
  void planesOfSixteenBits() {
    Image image = image(3, 16, 2).tag(284, 2);
    for (int channel = 0; channel < 3; channel++) {
      image.strip(wide(plane(rgb, 3, channel)));
    }
    assertQuarters(image);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void zstdLzmaAndDeflateWithAndWithoutPredictor(int predictor) throws IOException {
    byte[] data = predictor == 1 ? rgb : differences(rgb);
    assertQuarters(colour().tag(259, ZSTD).tag(317, predictor).strip(Zstd.compress(data)));
    assertQuarters(colour().tag(259, 34925).tag(317, predictor).strip(xz(data)));
    // Of samples that come with one that is no colour: OpenCV takes it for transparency.
    byte[] more = new byte[WIDTH * HEIGHT * 4];
    for (int i = 0; i < more.length; i++) {
      more[i] = i % 4 == 3 ? 0 : rgb[i / 4 * 3 + i % 4];
    }
    assertQuarters(image(4, 8, 2).tag(338, 0).tag(259, 8).strip(deflate(more)));
  }

  private static byte[] differences(byte[] samples) {
    byte[] differences = samples.clone();
    for (int y = 0; y < HEIGHT; y++) {
      for (int i = 3 * WIDTH - 1; i >= 3; i--) {
        differences[y * 3 * WIDTH + i] -= samples[y * 3 * WIDTH + i - 3];
      }
    }
    return differences;
  }

  private static byte[] xz(byte[] data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XZOutputStream out = new XZOutputStream(bytes, new LZMA2Options(1))) {
      out.write(data);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflate(byte[] data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(data);
    }
    return bytes.toByteArray();
  }

  /** The highest bytes of a row first, as differences; the file is big-endian. */
  @Test
  void floatingPointPredictor() {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (int y = 0; y < HEIGHT; y++) {
      byte[] row = new byte[3 * WIDTH * 4];
      for (int i = 0; i < 3 * WIDTH; i++) {
        int bits = Float.floatToIntBits((rgb[y * 3 * WIDTH + i] & 0xff) / 255f);
        for (int b = 0; b < 4; b++) {
          row[b * 3 * WIDTH + i] = (byte) (bits >> (24 - 8 * b));
        }
      }
      for (int i = row.length - 1; i >= 3; i--) {
        row[i] -= row[i - 3];
      }
      data.writeBytes(row);
    }
    Image image =
        image(3, 32, 2)
            .tag(339, 3, 3, 3)
            .tag(259, ZSTD)
            .tag(317, 3)
            .strip(Zstd.compress(data.toByteArray()));
    assertQuarters(TiffBuilder.bigEndian(image));
  }

  @Test
  void tilesThatAreWebp() {
    byte[][] tiles = new byte[4][];
    int[] colours = {RED, GREEN, BLUE, YELLOW};
    for (int i = 0; i < 4; i++) {
      byte[] bgra = new byte[32 * 32 * 4];
      for (int p = 0; p < bgra.length; p += 4) {
        bgra[p] = (byte) colours[i];
        bgra[p + 1] = (byte) (colours[i] >> 8);
        bgra[p + 2] = (byte) (colours[i] >> 16);
        bgra[p + 3] = (byte) 255;
      }
      tiles[i] = TestEncoder.webp(32, 32, bgra);
    }
    Image image = new Image(64, 64).tag(277, 3).tag(262, 2).tag(259, 50001);
    byte[] tiff = TiffBuilder.of(image.tiles(32, 32, tiles));
    Pixels.assertQuarters(decoder.decode(tiff, "a", 64).image(), RED, GREEN, BLUE, YELLOW);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void fewBits(int bits) {
    int perByte = 8 / bits;
    byte[] packed = new byte[rgb.length / perByte];
    for (int i = 0; i < rgb.length; i++) {
      int value = (rgb[i] & 0xff) >> (8 - bits);
      packed[i / perByte] |= (byte) (value << (8 - bits - i % perByte * bits));
    }
    assertQuarters(image(3, bits, 2).strip(packed));
  }

  @Test
  void halfFloats() {
    ByteBuffer halves = ByteBuffer.allocate(rgb.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (byte value : rgb) {
      halves.putShort(Float.floatToFloat16((value & 0xff) / 255f));
    }
    assertQuarters(image(3, 16, 2).tag(339, 3, 3, 3).strip(halves.array()));
  }

  @Test
  void integersOfThirtyTwoBits() {
    ByteBuffer longs = ByteBuffer.allocate(rgb.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (byte value : rgb) {
      longs.putInt((value & 0xff) * 0x1010101);
    }
    assertQuarters(image(3, 32, 2).strip(longs.array()));
  }

  @Test
  void paletteOfFourBits() {
    long[] map = new long[48];
    int[] colours = {RED, GREEN, BLUE, YELLOW};
    for (int i = 0; i < 4; i++) {
      for (int c = 0; c < 3; c++) {
        map[c * 16 + i] = (colours[i] >> (16 - 8 * c) & 0xff) * 257L;
      }
    }
    byte[] data = new byte[WIDTH * HEIGHT / 2];
    for (int i = 0; i < data.length; i++) {
      int index = (i % 32 < 16 ? 0 : 1) + (i < data.length / 2 ? 0 : 2);
      data[i] = (byte) (index * 17);
    }
    assertQuarters(image(1, 4, 3).tag(320, map).strip(data));
  }

  @Test
  void greyWithTransparencyLiesOnWhite() {
    byte[] data = new byte[WIDTH * HEIGHT * 2];
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      data[2 * i + 1] = (byte) (i % WIDTH < 32 ? 0 : 255);
    }
    RgbImage shown = decode(TiffBuilder.of(image(2, 8, 1).tag(338, 2).strip(data)));
    assertThat(Pixels.at(shown, 8, 8)).isEqualTo(0xffffff);
    assertThat(Pixels.at(shown, 40, 8)).isZero();
  }

  @Test
  void isTurnedOnce() {
    byte[] inks = wide(cmyk());
    Image image = image(4, 16, CMYK).tag(274, 6).strip(inks);
    DecodedImage decoded = decoder.decode(TiffBuilder.of(image), "a", HEIGHT);
    assertThat(decoded.width()).isEqualTo(HEIGHT);
    assertThat(decoded.orientation()).isEqualTo(6);
    Pixels.assertQuarters(decoded.image(), BLUE, RED, YELLOW, GREEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 8 | 1 | 34887 | LERC compression",
        "1 | 8 | 1 | 34661 | JBIG compression",
        "3 | 8 | 2 | 22610 | JPEG XR compression",
        "3 | 8 | 2 | 777 | compression 777",
        "3 | 16 | 8 | 1 | CIELab colours stored so",
        "3 | 32 | 32845 | 1 | LogLuv colours",
        "1 | 8 | 1 | 6 | JPEG compression of the old style",
        "3 | 12 | 2 | 7 | JPEG compression of such samples",
        "1 | 8 | 1 | 4 | fax compression of more than one bit",
        "1 | 8 | 2 | 50001 | 1 samples of 8 bits a pixel",
        "1 | 24 | 1 | 1 | 1 samples of 24 bits a pixel",
      })
  void otherKindsAreNamed(int samples, int bits, int photometric, int compression, String name) {
    Image image = image(samples, bits, photometric).tag(259, compression).strip(new byte[60_000]);
    assertThatThrownBy(() -> decode(TiffBuilder.of(image)))
        .isInstanceOf(UnsupportedImageException.class)
        .hasMessage("not supported: a TIFF with " + name);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 32773, 34925, 50000})
  void damagedPartsAreSaidToBe(int compression) {
    Image image = image(4, 16, CMYK).tag(259, compression).strip(new byte[20]);
    assertThatThrownBy(() -> decode(TiffBuilder.of(image)))
        .isInstanceOf(CorruptImageException.class)
        .hasMessageNotContaining("not supported");
  }

  @Test
  void partsThatAreTooLarge() {
    Image image =
        new Image(60_000, 4_000)
            .tag(277, 4)
            .tag(258, 16)
            .tag(262, CMYK)
            .tag(259, ZSTD)
            .strip(new byte[20_000]);
    assertThatThrownBy(() -> decoder.decode(TiffBuilder.of(image), "a", 10))
        .isInstanceOf(UnsupportedImageException.class)
        .hasMessageContaining("parts of 60000 x 4000 pixels take 1831 MiB; at most 1024");
  }

  /** Of narrow tiles of bits each row takes a whole byte. */
  @Test
  void narrowTilesOfBits() {
    byte[][] tiles = new byte[30_000][1];
    Image image = new Image(30_000, 4).tag(258, 1).tag(259, ZSTD).tiles(1, 60_000, tiles);
    assertThatThrownBy(() -> decoder.decode(TiffBuilder.of(image), "a", 4))
        .isInstanceOf(UnsupportedImageException.class)
        .hasMessageContaining("parts of 1 x 60000 pixels take 1717 MiB");
  }

  @Test
  void listsThatNoPictureNeeds() {
    Image image = colour().tag(258, new long[5_000_000]).strip(rgb);
    assertThatThrownBy(() -> decode(TiffBuilder.of(image)))
        .isInstanceOf(UnsupportedImageException.class)
        .hasMessageContaining("a list of 5000000 numbers; at most 4194304 are read");
  }
}
