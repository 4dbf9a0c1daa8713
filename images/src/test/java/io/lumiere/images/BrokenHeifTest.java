package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.images.internal.heif.HeifFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HEIC and AVIF files that are not whole, or promise what they do not hold. */
class BrokenHeifTest {

  private final ImageDecoder decoder = new ImageDecoder();

  private void assertCorrupt(byte[] file, String message) {
    assertThatThrownBy(() -> decoder.decode(file, "a", 60))
        .isInstanceOf(CorruptImageException.class)
        .hasMessageContaining(message);
  }

  private void assertUnsupported(byte[] file, String message) {
    assertThatThrownBy(() -> decoder.decode(file, "a", 60))
        .isInstanceOf(UnsupportedImageException.class)
        .hasMessageContaining(message);
  }

  private static byte[] patched(String name, String type, int distance, int... bytes) {
    return Patch.after(TestFiles.read("heif/" + name), type, distance, bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"heic", "mif1", "avif"})
  void withoutPictures(String brand) {
    byte[] file = TestExif.ascii("\0\0\0\u0010ftyp" + brand + "\0\0\0\0");
    assertCorrupt(file, "it holds no picture");
  }

  @Test
  void tooLargeForMemory() {
    // 65,536 x 65,536, in ispe's content after version and flags.
    byte[] huge = patched("quarters.avif", "ispe", 8, 0, 1, 0, 0, 0, 1, 0, 0);
    assertUnsupported(huge, "at most 256 million");
    byte[] empty = patched("quarters.avif", "ispe", 8, 0, 0, 0x3e, 0, 0, 0, 0x3e, 0);
    assertUnsupported(empty, "no photo is that empty");
    assertCorrupt(patched("quarters.avif", "ispe", 8, 0, 0, 0, 0), "0 x 48 pixels");
  }

  /** Limits of memory multiply sides, which must not overflow, also of tiles and transparency. */
  @ParameterizedTest
  @ValueSource(strings = {"quarters.avif", "grid.avif", "grid.heic", "alpha.avif"})
  void sidesOfCodedPicturesAreLimited(String name) {
    byte[] wide = patched(name, "ispe", 8, 0x7f, 0xff, 0xff, 0xfe, 0, 0, 0, 1);
    assertThatThrownBy(() -> HeifFile.read(wide))
        .isInstanceOf(UnsupportedImageException.class)
        .hasMessage(
            "not supported: it has 2147483646 x 1 pixels; at most 1048576 on a side are read");
    byte[] none = patched(name, "ispe", 8, 0x7f, 0xff, 0xff, 0xfe, 0, 0, 0, 0);
    assertThatThrownBy(() -> HeifFile.read(none))
        .isInstanceOf(CorruptImageException.class)
        .hasMessage("its header gives 2147483646 x 0 pixels");
  }

  @Test
  void fewerPixelsThanItSays() {
    byte[] file = patched("quarters.avif", "ispe", 8, 0, 0, 0, 65);
    assertCorrupt(file, "it says that it has 65 x 48 pixels and holds 64 x 48");
    byte[] hevc = patched("turned-1.heic", "ispe", 8, 0, 0, 1, 0);
    assertCorrupt(hevc, "it says that it has 256 x 64 pixels and holds 64 x 64");
  }

  @Test
  void aGridThatDoesNotFit() {
    byte[] narrow = patched("grid.heic", "idat", 8, 0, 65);
    assertCorrupt(narrow, "3 x 2 tiles of 64 x 64 pixels does not make 65 x 110");
    byte[] few = patched("grid.heic", "idat", 7, 3);
    assertCorrupt(few, "a grid of 4 x 2 tiles and has 6");
    byte[] many = patched("grid.heic", "idat", 6, 255, 255);
    assertUnsupported(many, "not supported: a grid of 65536 tiles; at most 16384 are read");
  }

  @ParameterizedTest
  @CsvSource({"iovl", "jpeg", "avc1"})
  void otherKindsOfPictures(String kind) {
    byte[] type = kind.getBytes(StandardCharsets.ISO_8859_1);
    byte[] file = patched("turned-1.heic", "hvc1", 0, type[0], type[1], type[2], type[3]);
    assertUnsupported(file, "of the kind '" + kind + "': HEVC and AV1 are read");
  }

  @Test
  void aDamagedKindIsSaidInPlainCharacters() {
    assertUnsupported(patched("turned-1.heic", "hvc1", 0, 'h', 7, 0xff, '1'), "kind 'h??1'");
  }

  @Test
  void damagedPixels() {
    byte[] file = TestFiles.read("heif/scene-420.avif");
    Arrays.fill(file, file.length - 200, file.length, (byte) 0xff);
    assertCorrupt(file, "its picture is damaged");
  }

  /** Colour that is whole is not shown as if nothing were clear. */
  @ParameterizedTest
  @ValueSource(strings = {"alpha.heic", "alpha.avif", "half-premultiplied.avif"})
  void damagedTransparency(String name) {
    byte[] file = TestFiles.read("heif/" + name);
    byte[] alpha = HeifFile.read(file).alpha().images().getFirst().data().bytes();
    int at = text(file).indexOf(text(alpha));
    assertThat(at).isPositive();
    Arrays.fill(file, at, at + alpha.length, (byte) 0xff);
    assertThatThrownBy(() -> decoder.decode(file, "a", 60))
        .isInstanceOf(CorruptImageException.class);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void boxesThatMakeNoSense() {
    byte[] file = TestFiles.read("heif/quarters.heic");
    ByteBuffer.wrap(file).putInt(0, 4);
    assertThatThrownBy(() -> decoder.decode(file, "a", 60)).isInstanceOf(ImageException.class);
    assertCorrupt(patched("quarters.heic", "iprp", 4, 0, 0, 0, 7), "make no sense");
  }
}
