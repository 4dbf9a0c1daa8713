package io.lumiere.indexer.internal.metadata;

import static io.lumiere.indexer.internal.metadata.Exif.Block.IMAGE;
import static io.lumiere.indexer.internal.metadata.Exif.Block.PHOTO;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.Pictures;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The serial number of a camera's body, wherever it stands. */
class CameraSerialTest {
  private static final int BODY_SERIAL = 0xa431;
  private static final int NOTE = 0x927c;
  private static final byte[] JPEG = Pictures.jpeg(1);

  private static String serial(byte[] file) {
    return Reading.read(file, "x.jpg").camera().serial();
  }

  /** A note of Nikon's has a TIFF structure of its own. */
  private static Exif nikon(String serial) {
    byte[] head = "Nikon\0\2\20\0\0".getBytes(ISO_8859_1);
    byte[] tags = new Exif().text(IMAGE, 0x1d, serial).toTiff();
    return new Exif()
        .text(IMAGE, 0x10f, "NIKON CORPORATION")
        .bytes(PHOTO, NOTE, Exif.join(List.of(head, tags)));
  }

  /** A note of Canon's with one number. */
  private static Exif canon(int serial) {
    ByteBuffer note = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
    note.putShort((short) 1).putShort((short) 0x0c).putShort((short) 4).putInt(1).putInt(serial);
    return new Exif().text(IMAGE, 0x10f, "Canon").bytes(PHOTO, NOTE, note.array());
  }

  @Test
  void exifSaysIt() {
    assertThat(serial(new Exif().text(PHOTO, BODY_SERIAL, " 3012345 ").into(JPEG)))
        .isEqualTo("3012345");
    assertThat(serial(new Exif().text(PHOTO, BODY_SERIAL, "SN-00A7").into(JPEG)))
        .isEqualTo("SN-00A7");
  }

  @Test
  void zerosAndDashesSayNothing() {
    for (String none : List.of("", "0", "000 000", "--")) {
      assertThat(serial(new Exif().text(PHOTO, BODY_SERIAL, none).into(JPEG))).as(none).isNull();
    }
    assertThat(serial(JPEG)).isNull();
  }

  @Test
  void makersNotesSayItWhereExifDoesNot() {
    assertThat(serial(nikon("3012345").into(JPEG))).isEqualTo("3012345");
    assertThat(serial(nikon("3012345").text(PHOTO, BODY_SERIAL, "000").into(JPEG)))
        .isEqualTo("3012345");
    assertThat(serial(nikon("3012345").text(PHOTO, BODY_SERIAL, "77").into(JPEG))).isEqualTo("77");
  }

  /** ExifTool 12.57 writes ten digits as well. */
  @Test
  void canonsNumberHasTheTenDigitsOfTheBody() {
    assertThat(serial(canon(520_123_456).into(JPEG))).isEqualTo("0520123456");
    assertThat(serial(canon(-1).into(JPEG))).isEqualTo("4294967295");
    assertThat(serial(canon(0).into(JPEG))).isNull();
  }

  @Test
  void xmpSaysItWhereTheFileDoesNot() {
    byte[] aux =
        Segments.insertXmp(
            JPEG,
            Segments.xmp(
                "<aux:SerialNumber"
                    + " xmlns:aux=\"http://ns.adobe.com/exif/1.0/aux/\">42007</aux:SerialNumber>"));
    assertThat(serial(aux)).isEqualTo("42007");
    byte[] exif =
        Segments.insertXmp(
            JPEG,
            Segments.xmp(
                "<exifEX:BodySerialNumber"
                    + " xmlns:exifEX=\"http://cipa.jp/exif/1.0/\">0042</exifEX:BodySerialNumber>"));
    assertThat(serial(exif)).isEqualTo("0042");
  }
}
