package io.lumiere.indexer.internal.metadata;

import static io.lumiere.indexer.internal.metadata.Exif.Block.IMAGE;
import static io.lumiere.indexer.internal.metadata.Exif.Block.PHOTO;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.Pictures;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only makers' notes say. */
class MakerNotesTest {
  private static final int NOTE = 0x927c;
  private static final int CAMERA_SETTINGS = 1;
  private static final int SHOT_INFO = 4;
  private static final int PLACEHOLDER = 0x7e5b6d7e;

  /** A JPEG file with one array of Canon's, whose place is counted from the TIFF's beginning. */
  private static byte[] canon(int tag, int... values) {
    ByteBuffer note = ByteBuffer.allocate(18 + 2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    note.putShort((short) 1).putShort((short) tag).putShort((short) 3).putInt(values.length);
    note.putInt(PLACEHOLDER).putInt(0);
    for (int value : values) {
      note.putShort((short) value);
    }
    byte[] tiff = new Exif().text(IMAGE, 0x10f, "Canon").bytes(PHOTO, NOTE, note.array()).toTiff();
    ByteBuffer whole = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (whole.getInt(at) != PLACEHOLDER) {
      at++;
    }
    whole.putInt(at, at + 8);
    return Segments.insert(
        Pictures.jpeg(1), 0xe1, Exif.join(List.of("Exif\0\0".getBytes(US_ASCII), tiff)));
  }

  private static Integer iso(byte[] file) {
    return Reading.read(file, "x.jpg").camera().settings().iso();
  }

  /** The numbers are those that ExifTool 12.57 makes of the same values. */
  @Test
  void isoThatCanonChose() {
    assertThat(iso(canon(SHOT_INFO, 10, 0, 160, 0, 0))).isEqualTo(100);
    assertThat(iso(canon(SHOT_INFO, 10, 64, 160, 0, 0))).isEqualTo(400);
    assertThat(iso(canon(SHOT_INFO, 10, 0, 130, 0, 0))).isEqualTo(52);
    assertThat(iso(canon(SHOT_INFO, 10, 0, 0, 0, 0))).isNull();
  }

  @Test
  void isoThatWasSetOnACanon() {
    int[] settings = new int[20];
    settings[0] = 40;
    settings[16] = 18;
    assertThat(iso(canon(CAMERA_SETTINGS, settings))).isEqualTo(200);
    settings[16] = 0x4000 | 640;
    assertThat(iso(canon(CAMERA_SETTINGS, settings))).isEqualTo(640);
    settings[16] = 15;
    assertThat(iso(canon(CAMERA_SETTINGS, settings))).isNull();
  }

  @Test
  void dateOfATrailCamera() {
    ByteBuffer note = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
    note.putShort(0, (short) 0xf101);
    int[] secondsFirst = {9, 8, 7, 5, 6, 2013};
    for (int i = 0; i < secondsFirst.length; i++) {
      note.putShort(22 + 2 * i, (short) secondsFirst[i]);
    }
    Exif exif = new Exif().text(IMAGE, 0x10f, "RECONYX").bytes(PHOTO, NOTE, note.array());
    assertThat(Summary.of(Reading.read(exif.into(Pictures.jpeg(1)), "x.jpg")))
        .isEqualTo("2013-05-06T07:08:09 exif high time RECONYX");
  }
}
