package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a HEIC EXIF's orientation counts where it is the only one; the file's own goes before. */
class HeifOrientationTest {
  private final ImageDecoder decoder = new ImageDecoder();

  /** A HEIC that irot turns as 6 does, with EXIF's orientation set to another. */
  private static byte[] withExif(int orientation) {
    byte[] file = TestFiles.read("heif/turned-6.heic");
    int tiff = find(file, "MM\0*\0\0\0\10");
    assertThat(file[tiff + 11]).as("EXIF's first tag").isEqualTo((byte) 0x12);
    file[tiff + 19] = (byte) orientation;
    return file;
  }

  private static byte[] withoutIrot(byte[] file) {
    file[find(file, "irot")] = 'x';
    return file;
  }

  private static int find(byte[] file, String text) {
    int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
    assertThat(at).isNotNegative();
    return at;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void exifAloneCounts(int orientation) {
    DecodedImage stored = decoder.decode(withoutIrot(withExif(1)), "a.heic", 1000);
    DecodedImage turned = decoder.decode(withoutIrot(withExif(orientation)), "a.heic", 1000);
    assertThat(turned.orientation()).isEqualTo(orientation);
    boolean swapped = orientation >= 5;
    assertThat(turned.width()).isEqualTo(swapped ? stored.height() : stored.width());
    assertThat(turned.height()).isEqualTo(swapped ? stored.width() : stored.height());
    assertThat(turned.image().width()).isEqualTo(turned.width());
    if (orientation == 6) {
      DecodedImage byIrot = decoder.decode(withExif(1), "a.heic", 1000);
      assertThat(turned.image().rgb()).isEqualTo(byIrot.image().rgb());
    }
  }

  @Test
  void bothTurnItOnce() {
    DecodedImage both = decoder.decode(withExif(6), "a.heic", 1000);
    DecodedImage one = decoder.decode(withExif(1), "a.heic", 1000);
    assertThat(both.orientation()).isEqualTo(6);
    assertThat(both.image().rgb()).isEqualTo(one.image().rgb());
  }

  /** Phones write an irot that turns by nothing, too. */
  @Test
  void anIrotOfNothingCounts() {
    byte[] file = withExif(6);
    file[find(file, "irot") + 4] = 0;
    assertThat(decoder.decode(file, "a.heic", 1000).orientation()).isEqualTo(1);
  }

  @Test
  void damagedExifIsNone() {
    byte[] file = withoutIrot(withExif(6));
    file[find(file, "MM\0*\0\0\0\10") + 7] = 127;
    assertThat(decoder.decode(file, "a.heic", 1000).orientation()).isEqualTo(1);
  }
}
