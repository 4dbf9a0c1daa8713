package io.lumiere.indexer.internal.metadata;

import static io.lumiere.indexer.internal.metadata.Exif.Block.GPS;
import static io.lumiere.indexer.internal.metadata.Exif.Block.IMAGE;
import static io.lumiere.indexer.internal.metadata.Exif.Block.PHOTO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.images.container.ByteView;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata of TIFFs with 64-bit offsets, by the specification of BigTIFF. */
class BigTiffTest {
  private static Exif exif(ByteOrder order) {
    byte[] wide = ByteBuffer.allocate(8).order(order).putLong(7).array();
    return new Exif(order)
        .text(IMAGE, 0x10f, "Zebra Cameras")
        .text(IMAGE, 0x110, "Z 1")
        .shorts(IMAGE, 0x112, 1)
        .typed(IMAGE, 700, 1, Segments.xmp("<dc:title>Noon</dc:title>"))
        .typed(IMAGE, 0x9999, 16, wide)
        .text(PHOTO, 0x9003, "2019:05:06 07:08:09")
        .shorts(PHOTO, 0x8827, 200)
        .fractions(PHOTO, 0x829d, 28, 10)
        .typed(PHOTO, 0x927c, 7, "Nikon\0\2\1".getBytes(UTF_8))
        .text(GPS, 1, "N")
        .fractions(GPS, 2, 48, 1, 30, 1, 0, 1)
        .text(GPS, 3, "E")
        .fractions(GPS, 4, 2, 1, 15, 1, 0, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
  void hasWhatATiffHas(String name) {
    ByteOrder order = name.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;

    PhotoMetadata photo = Reading.read(exif(order).toBigTiff(), "x.tif");

    assertThat(photo.isDamaged()).isFalse();
    assertThat(photo.taken()).isNotNull();
    assertThat(photo.taken().local()).isEqualTo("2019-05-06T07:08:09");
    assertThat(photo.camera().make()).isEqualTo("Zebra Cameras");
    assertThat(photo.caption().title()).isEqualTo("Noon");
    assertThat(Summary.of(photo)).isEqualTo(Summary.of(Reading.read(exif(order).toTiff(), "x")));
  }

  @Test
  void valuesBeyondTheEndAreLeftOut() {
    byte[] file = exif(ByteOrder.LITTLE_ENDIAN).toBigTiff();
    byte[] cut = Arrays.copyOf(file, file.length - 24);
    assertThat(Reading.read(cut, "x.tif").taken()).isNotNull();
  }

  /** A directory of very many entries, each of which leads to the same large value. */
  @Test
  void isBounded() {
    int entries = 60_000;
    ByteBuffer file = ByteBuffer.allocate(24 + 20 * entries + 8).order(ByteOrder.LITTLE_ENDIAN);
    file.put("II".getBytes(UTF_8)).putShort((short) 43).putInt(8).putLong(16).putLong(entries);
    for (int tag = 0; tag < entries; tag++) {
      file.putShort((short) tag).putShort((short) 7).putLong(1 << 20).putLong(16);
    }
    assertThat(BigTiff.toClassic(ByteView.of(file.array()))).hasSizeBetween(1 << 20, 5 << 20);
  }

  @Test
  void aDirectoryThatLeadsToItself() {
    byte[] file = exif(ByteOrder.LITTLE_ENDIAN).toBigTiff();
    for (int i = 24; i < file.length - 20; i++) {
      if ((file[i] & 0xff) == 0x69 && (file[i + 1] & 0xff) == 0x87) {
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(i + 12, 16);
      }
    }
    assertThat(Reading.read(file, "x.tif").camera().make()).isEqualTo("Zebra Cameras");
  }

  @Test
  void damagedOnesNeitherFailNorHang() {
    Random random = new Random(1);
    byte[] file = exif(ByteOrder.BIG_ENDIAN).toBigTiff();
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = file.clone();
      for (int n = random.nextInt(8); n >= 0; n--) {
        damaged[4 + random.nextInt(file.length - 4)] = (byte) random.nextInt(256);
      }
      assertThat(Reading.read(damaged, "x.tif")).isNotNull();
    }
  }
}
