package io.lumiere.images.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.images.TestExif;
import io.lumiere.images.TestFiles;
import io.lumiere.images.TestImages;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The film comes out byte by byte; which files have one is tested where metadata are read. */
class EmbeddedFilmTest {
  private static final byte[] JPEG = TestImages.jpeg(TestImages.scene(64, 48), false);
  private static final byte[] FILM =
      TestExif.concat(box("ftyp", TestExif.ascii("isom\0\0\0\0")), box("mdat", new byte[100]));

  private static byte[] box(String type, byte[] content) {
    byte[] head =
        ByteBuffer.allocate(8).putInt(8 + content.length).put(TestExif.ascii(type)).array();
    return TestExif.concat(head, content);
  }

  private static byte @Nullable [] find(byte[] file) {
    ByteView film = EmbeddedFilm.find(ByteView.of(file));
    return film == null ? null : film.copy();
  }

  /** Samsung's trailer: the part with its name, then the list of parts. */
  private static byte[] trailer() {
    byte[] part =
        TestExif.concat(
            new byte[] {0, 0, 0x30, 0x0a, 16, 0, 0, 0}, TestExif.ascii("MotionPhoto_Data"), FILM);
    ByteBuffer list = ByteBuffer.allocate(24 + 8).order(ByteOrder.LITTLE_ENDIAN);
    list.put(TestExif.ascii("SEFH")).putInt(107).putInt(1);
    list.putShort((short) 0).putShort((short) 0x0a30).putInt(part.length).putInt(part.length);
    list.putInt(24).put(TestExif.ascii("SEFT"));
    return TestExif.concat(part, list.array());
  }

  @Test
  void behindAJpeg() {
    assertThat(find(TestExif.concat(JPEG, FILM))).isEqualTo(FILM);
    assertThat(find(TestExif.concat(JPEG, new byte[9], FILM))).isEqualTo(FILM);
    assertThat(find(JPEG)).isNull();
  }

  @Test
  void inSamsungsTrailer() {
    assertThat(find(TestExif.concat(JPEG, trailer()))).isEqualTo(FILM);
  }

  @Test
  void inABoxOfAHeic() {
    byte[] heic = TestFiles.read("heif/odd.heic");
    assertThat(find(heic)).isNull();
    assertThat(find(TestExif.concat(heic, box("mpvd", FILM)))).isEqualTo(FILM);
    assertThat(find(TestExif.concat(heic, box("sefd", trailer())))).isEqualTo(FILM);
    assertThat(find(TestExif.concat(heic, box("mpvd", new byte[3])))).isNull();
  }

  @Test
  void notInOtherFiles() {
    assertThat(find(new byte[0])).isNull();
    assertThat(find(TestExif.ascii("a text with ftyp in it, and no picture"))).isNull();
    assertThat(find(FILM)).as("a film itself").isNull();
  }
}
