package io.lumiere.images;

import static io.lumiere.images.TestImages.BLUE;
import static io.lumiere.images.TestImages.GREEN;
import static io.lumiere.images.TestImages.RED;
import static io.lumiere.images.TestImages.YELLOW;
import static io.lumiere.images.TestRaw.SHORT;
import static io.lumiere.images.TestRaw.number;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.images.TestRaw.Entry;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Previews of raw files. All files here are built by {@link TestRaw}, none comes from a camera:
 * that real files have their previews where the formats' descriptions say is not tested.
 */
class RawTest {
  /** How the quarters are displayed, for the orientations 1, 3, 6 and 8. */
  private static int[] displayed(int orientation) {
    return switch (orientation) {
      case 3 -> new int[] {YELLOW, BLUE, GREEN, RED};
      case 6 -> new int[] {BLUE, RED, YELLOW, GREEN};
      case 8 -> new int[] {GREEN, YELLOW, RED, BLUE};
      default -> new int[] {RED, GREEN, BLUE, YELLOW};
    };
  }

  private final ImageDecoder decoder = new ImageDecoder();
  private final byte[] large = TestImages.jpeg(TestImages.quarters(480, 320), false);
  private final byte[] medium = TestImages.jpeg(TestImages.scene(240, 160), false);
  private final byte[] thumbnail = TestImages.jpeg(TestImages.scene(160, 120), false);

  private void check(byte[] file, String name, String format, int orientation, int w, int h) {
    DecodedImage decoded = decoder.decode(file, name, 320);
    assertThat(decoded.format()).isEqualTo(format);
    assertThat(decoded.orientation()).isEqualTo(orientation);
    assertThat(decoded.width()).isEqualTo(w);
    assertThat(decoded.height()).isEqualTo(h);
    assertThat(decoded.image().width()).isEqualTo(orientation >= 5 ? 320 : 480);
    Pixels.assertQuarters(decoded.image(), displayed(orientation));
  }

  private static List<Entry> head(TestRaw raw, String make, int orientation) {
    return List.of(raw.text(271, make), new Entry(274, SHORT, 1, orientation));
  }

  private static List<Entry> size(int width, int height) {
    return List.of(number(256, width), number(257, height));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6, 8})
  void cr2HasAJpegAsItsFirstStrip(int orientation) {
    TestRaw raw = new TestRaw(LITTLE_ENDIAN, "II*\0\0\0\0\0CR\u0002\0");
    int lossless = raw.directory(0, raw.jpeg(273, 279, lossless()), size(6000, 4000));
    int second = raw.directory(lossless, raw.jpeg(513, 514, thumbnail));
    int first =
        raw.directory(
            second,
            head(raw, "Canon", orientation),
            List.of(new Entry(259, SHORT, 1, 6)),
            raw.jpeg(273, 279, large));
    boolean turned = orientation >= 5;
    check(raw.file(first), "a.cr2", "cr2", orientation, turned ? 4000 : 6000, turned ? 6000 : 4000);
  }

  /** A JPEG that few programs can show: that is how CR2 and DNG hold the sensor's samples. */
  private byte[] lossless() {
    byte[] file = TestImages.jpeg(TestImages.scene(600, 400), false);
    file[frame(file) + 1] = (byte) 0xc3;
    return file;
  }

  /** Where a JPEG's frame header begins, with its marker. */
  private static int frame(byte[] jpeg) {
    for (int i = 2; i < jpeg.length; i++) {
      if (jpeg[i - 1] == (byte) 0xff && jpeg[i] == (byte) 0xc0) {
        return i - 1;
      }
    }
    throw new AssertionError("no frame");
  }

  @ParameterizedTest
  @CsvSource({
    "NIKON CORPORATION, nef, nef",
    "NIKON, nrw, nef",
    "SONY, arw, arw",
    "SAMSUNG, srw, srw",
    "Hasselblad, 3fr, raw",
    "NIKON, tif, nef",
  })
  void aThumbnailFirstAndPreviewsInSubdirectories(String make, String extension, String format) {
    for (ByteOrder order : new ByteOrder[] {LITTLE_ENDIAN, BIG_ENDIAN}) {
      TestRaw raw = new TestRaw(order, order == LITTLE_ENDIAN ? "II*\0" : "MM\0*");
      int preview = raw.directory(0, raw.jpeg(513, 514, large));
      int sensor =
          raw.directory(
              0, List.of(new Entry(262, SHORT, 1, 32803), number(254, 0)), size(600, 400));
      int other = raw.directory(0, raw.jpeg(513, 514, medium));
      int first =
          raw.directory(
              other,
              List.of(number(254, 1)),
              head(raw, make, 6),
              size(160, 120),
              List.of(raw.numbers(330, preview, sensor)),
              raw.jpeg(513, 514, thumbnail));
      check(raw.file(first), "a." + extension, format, 6, 400, 600);
    }
  }

  @Test
  void dng() {
    TestRaw raw = new TestRaw(LITTLE_ENDIAN, "II*\0");
    List<Entry> asJpeg = List.of(new Entry(259, SHORT, 1, 7), new Entry(262, SHORT, 1, 6));
    int preview = raw.directory(0, asJpeg, raw.jpeg(273, 279, large), size(480, 320));
    int first =
        raw.directory(
            0,
            head(raw, "Leica", 8),
            List.of(new Entry(50706, 1, 4, 0x0401)),
            List.of(raw.numbers(330, preview)));
    check(raw.file(first), "a", "dng", 8, 320, 480);
  }

  /** Pentax' first image is the sensor's; only the file's name and its maker tell. */
  @Test
  void pef() {
    TestRaw raw = new TestRaw(BIG_ENDIAN, "MM\0*");
    int second = raw.directory(0, raw.jpeg(513, 514, large));
    int first = raw.directory(second, head(raw, "PENTAX", 3), size(700, 500));
    check(raw.file(first), "A.PEF", "pef", 3, 700, 500);
  }

  @Test
  void orfHasItsPreviewInTheMakersNote() {
    TestRaw raw = new TestRaw(LITTLE_ENDIAN, "IIRO");
    TestRaw offsets = new TestRaw(LITTLE_ENDIAN, "OLYMPUS\0II\u0003\0");
    int start = 12 + 18 + 30; // After the note's two directories.
    byte[] inner = offsets.block(0, List.of(number(0x101, start), number(0x102, large.length)));
    byte[] outer = offsets.block(0, List.of(new Entry(0x2020, 13, 1, 12 + 18)));
    byte[] note = TestExif.concat(TestExif.ascii("OLYMPUS\0II\u0003\0"), outer, inner, large);
    int at = raw.add(note);
    int exif = raw.directory(0, List.of(new Entry(37500, 7, note.length, at)));
    int first =
        raw.directory(0, head(raw, "OLYMPUS", 6), List.of(number(34665, exif)), size(640, 480));
    check(raw.file(first), "a.orf", "orf", 6, 480, 640);
  }

  @Test
  void rw2() {
    TestRaw raw = new TestRaw(LITTLE_ENDIAN, "IIU\0");
    int at = raw.add(large);
    List<Entry> borders = List.of(number(4, 8), number(5, 10), number(6, 408), number(7, 610));
    List<Entry> preview = List.of(new Entry(0x2e, 7, large.length, at));
    check(
        raw.file(raw.directory(0, borders, head(raw, "Panasonic", 8), preview)),
        "a",
        "rw2",
        8,
        400,
        600);
  }

  @Test
  void rafIsTurnedByItsPreviewsOwnExif() {
    byte[] jpeg = TestExif.inJpeg(large, TestExif.block(6, BIG_ENDIAN));
    check(TestRaw.raf(jpeg), "a.raf", "raf", 6, 320, 480);
  }

  @Test
  void cr3() {
    byte[] exif = TestExif.block(8, LITTLE_ENDIAN);
    check(TestRaw.cr3(exif, medium, large), "a.cr3", "cr3", 8, 320, 480);
    check(TestRaw.cr3(exif, large, thumbnail), "a.cr3", "cr3", 8, 320, 480);
  }

  /** Of orientation 6, while the preview is upright already and its own EXIF says nothing. */
  @Test
  void aPreviewThatIsUprightAlreadyIsNotTurned() {
    TestRaw raw = new TestRaw(LITTLE_ENDIAN, "II*\0");
    byte[] upright = TestImages.jpeg(TestImages.quarters(320, 480), false);
    int first = raw.directory(0, head(raw, "SONY", 6), size(600, 400), raw.jpeg(513, 514, upright));
    DecodedImage decoded = decoder.decode(raw.file(first), "a.arw", 320);
    assertThat(decoded.width()).isEqualTo(400);
    assertThat(decoded.height()).isEqualTo(600);
    Pixels.assertQuarters(decoded.image(), RED, GREEN, BLUE, YELLOW);
  }

  @Test
  void withoutAPreviewOfSomeSize() {
    TestRaw raw = new TestRaw(LITTLE_ENDIAN, "II*\0");
    int first = raw.directory(0, head(raw, "NIKON", 1), raw.jpeg(513, 514, thumbnail));
    assertThatThrownBy(() -> decoder.decode(raw.file(first), "a.nef", 60))
        .isInstanceOf(UnsupportedImageException.class)
        .hasMessageContaining("largest preview of the NEF raw file has 160 x 120 pixels; 160");
    TestRaw bare = new TestRaw(LITTLE_ENDIAN, "II*\0");
    int only = bare.directory(0, List.of(new Entry(50706, 1, 4, 0x0401)));
    assertThatThrownBy(() -> decoder.decode(bare.file(only), "a.tif", 60))
        .isInstanceOf(UnsupportedImageException.class)
        .hasMessageContaining("the DNG raw file holds no JPEG preview");
  }

  /** Such a JPEG cannot be shown; the preview beside it can. */
  @Test
  void aThumbnailWithoutAHeightCostsNothing() {
    for (int width : new int[] {160, 0}) {
      byte[] damaged = thumbnail.clone();
      int frame = frame(damaged);
      damaged[frame + 5] = damaged[frame + 6] = 0;
      damaged[frame + 7] = 0;
      damaged[frame + 8] = (byte) width;
      TestRaw raw = new TestRaw(LITTLE_ENDIAN, "II*\0");
      int second = raw.directory(0, raw.jpeg(513, 514, damaged));
      int first = raw.directory(second, head(raw, "NIKON", 1), raw.jpeg(513, 514, large));
      check(raw.file(first), "a.nef", "nef", 1, 480, 320);
    }
  }

  @Test
  void directoriesThatPointToEachOther() {
    TestRaw raw = new TestRaw(LITTLE_ENDIAN, "II*\0");
    int at = raw.add(new byte[0]);
    int first = raw.directory(at, raw.jpeg(513, 514, large), List.of(raw.numbers(330, at, 16)));
    check(raw.file(first), "a.nef", "nef", 1, 480, 320);
  }

  @Test
  void damagedFilesNeverDoHarm(@Seeded Random random) {
    long seed = Seeds.ofRun();
    TestRaw raw = new TestRaw(LITTLE_ENDIAN, "IIRO");
    int preview = raw.directory(0, raw.jpeg(513, 514, medium));
    int first =
        raw.directory(
            preview, head(raw, "OLYMPUS", 6), List.of(raw.numbers(330, preview, preview)));
    List<byte[]> files =
        List.of(
            raw.file(first),
            TestRaw.raf(medium),
            TestRaw.cr3(TestExif.block(8, LITTLE_ENDIAN), medium, thumbnail));
    for (int i = 0; i < 600; i++) {
      byte[] file = files.get(i % files.size()).clone();
      for (int k = 0; k < 4; k++) {
        int near = random.nextBoolean() ? 400 : file.length;
        int at = random.nextInt(near);
        file[random.nextBoolean() ? at : file.length - 1 - at] = (byte) random.nextInt(256);
      }
      byte[] damaged = Arrays.copyOf(file, file.length - random.nextInt(3) * random.nextInt(200));
      try {
        assertThat(decoder.decode(damaged, "a.orf", 60).image()).as("seed %d", seed).isNotNull();
      } catch (ImageException e) {
        assertThat(e).as("seed %d", seed).hasMessageMatching("(?s).{8,}");
      }
    }
  }
}
