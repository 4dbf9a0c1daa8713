package io.lumiere.images;

import static io.lumiere.images.TestImages.BLUE;
import static io.lumiere.images.TestImages.GREEN;
import static io.lumiere.images.TestImages.RED;
import static io.lumiere.images.TestImages.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.testing.ProcessorSeconds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEGs that other programs show, or that do not deserve the work, and those of other kinds. */
class JpegOddsTest {
  private final ImageDecoder decoder = new ImageDecoder();
  private final byte[] quarters = TestImages.jpeg(TestImages.quarters(64, 48), false);
  private final byte[] progressive = TestImages.jpeg(TestImages.quarters(64, 48), true);

  private void assertShown(byte[] file) {
    DecodedImage decoded = decoder.decode(file, "a", 48);
    assertThat(decoded.format()).isEqualTo("jpeg");
    assertThat(decoded.width()).isEqualTo(64);
    Pixels.assertQuarters(decoded.image(), RED, GREEN, BLUE, YELLOW);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 512, 65_536})
  void bytesBeforeTheStart(int count) {
    assertShown(TestExif.concat(new byte[count], quarters));
    byte[] noise = new byte[count];
    Arrays.fill(noise, (byte) 0xff);
    assertShown(TestExif.concat(noise, quarters));
    assertShown(TestExif.concat(TestExif.ascii("\r\n".repeat(count / 2)), quarters));
  }

  @Test
  void aJpegFarInsideIsPartOfSomethingElse() {
    assertThatThrownBy(() -> assertShown(TestExif.concat(new byte[65_537], quarters)))
        .isInstanceOf(UnsupportedImageException.class);
    assertThatThrownBy(() -> assertShown(TestExif.concat(TestExif.ascii("ID3\4 cover"), quarters)))
        .hasMessageContaining("a video or audio file");
    assertThatThrownBy(() -> assertShown(TestExif.concat(TestExif.ascii("%PDF-1.4"), quarters)))
        .hasMessageContaining("a PDF document");
  }

  @Test
  void strayBytesBetweenSegmentsAndAfterTheEnd() {
    byte[] stray = {0, 0, 0};
    assertShown(TestExif.insert(quarters, 20, stray));
    assertShown(TestExif.concat(quarters, quarters, new byte[5000]));
    assertShown(Arrays.copyOf(quarters, quarters.length - 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 64, 1000})
  void strayBytesAfterTheStart(int count) {
    assertShown(TestExif.insert(quarters, 2, new byte[count]));
    assertShown(TestExif.insert(quarters, 2, TestExif.ascii("Z".repeat(count))));
    byte[] starts = new byte[2 * Math.min(count, 20)];
    for (int i = 0; i < starts.length; i += 2) {
      starts[i] = (byte) 0xff;
      starts[i + 1] = (byte) 0xd8;
    }
    assertShown(TestExif.insert(quarters, 2, starts));
  }

  /** Each start could be that of a JPEG, and would take a walk through the file. */
  @Test
  @ProcessorSeconds(20)
  void startsWithoutEnd() {
    byte[] file = new byte[20 << 20];
    for (int i = 1; i + 1 < file.length; i += 2) {
      file[i] = (byte) 0xff;
      file[i + 1] = (byte) 0xd8;
    }
    assertThatThrownBy(() -> decoder.decode(file, "a", 48))
        .isInstanceOf(UnsupportedImageException.class);
    byte[] shifted = Arrays.copyOfRange(file, 1, file.length);
    assertThatThrownBy(() -> decoder.decode(shifted, "a", 48)).isInstanceOf(LumiereException.class);
  }

  /** As a small file can have, of which each scan takes a decoder over all the pixels. */
  @Test
  void moreScansThanThePixelsAllow() {
    byte[] scan = lastScan(progressive);
    byte[] end = {(byte) 0xff, (byte) 0xd9};
    byte[][] parts = new byte[300][];
    Arrays.fill(parts, scan);
    byte[] start = Arrays.copyOf(progressive, progressive.length - 2);
    byte[] many = TestExif.concat(start, TestExif.concat(parts), end);
    assertShown(many);
    byte[] padded = TestExif.concat(sized(many, 8000, 10_000), new byte[60_000]);
    assertThatThrownBy(() -> decoder.decode(padded, "a", 48))
        .isInstanceOf(UnsupportedImageException.class)
        .hasMessageMatching("not supported: 3\\d\\d scans of 10000 x 8000 pixels; at most 75 .*");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 12, a JPEG of 12 bits a sample",
    "-1, 0xf7, JPEG-LS",
    "-1, 0xc5, a layered JPEG",
    "-1, 0xcb, a lossless JPEG of arithmetic code"
  })
  void otherKindsAreNamed(int offset, String value, String name) {
    byte[] file = quarters.clone();
    int frame = TestExif.frame(file);
    file[frame + (offset < 0 ? 1 : 4)] = (byte) (int) Integer.decode(value);
    assertThatThrownBy(() -> decoder.decode(file, "a", 48))
        .isInstanceOf(UnsupportedImageException.class)
        .hasMessage("not supported: " + name);
  }

  @Test
  void aHeightThatComesLater() {
    assertThatThrownBy(() -> decoder.decode(sized(quarters, 0, 64), "a", 48))
        .isInstanceOf(UnsupportedImageException.class)
        .hasMessageContaining("its height after its first scan");
  }

  private static byte[] lastScan(byte[] file) {
    int at = file.length - 3;
    while (file[at] != (byte) 0xff || file[at + 1] != (byte) 0xda) {
      at--;
    }
    return Arrays.copyOfRange(file, at, file.length - 2);
  }

  private static byte[] sized(byte[] file, int height, int width) {
    byte[] sized = file.clone();
    int at = TestExif.frame(file) + 5;
    sized[at] = (byte) (height >> 8);
    sized[at + 1] = (byte) height;
    sized[at + 2] = (byte) (width >> 8);
    sized[at + 3] = (byte) width;
    return sized;
  }
}
