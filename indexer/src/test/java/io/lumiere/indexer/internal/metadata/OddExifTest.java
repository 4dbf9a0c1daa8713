package io.lumiere.indexer.internal.metadata;

import static io.lumiere.indexer.internal.metadata.Exif.Block.IMAGE;
import static io.lumiere.indexer.internal.metadata.Exif.Block.PHOTO;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.Pictures;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EXIF and XMP as some writers put them down, against the specifications or by newer ones. */
class OddExifTest {
  private static final String DATE = "2019-05-06T07:08:09";
  private static final byte[] WRITTEN = "2019:05:06 07:08:09\0".getBytes(UTF_8);
  private static final byte[] EXIF = new Exif().typed(PHOTO, 0x9003, 2, WRITTEN).toTiff();
  private static final byte[] TITLED = Segments.xmp("<dc:title>Zebra</dc:title>");

  private static void assertDated(byte[] file) {
    PhotoMetadata photo = Reading.read(file, "x");
    assertThat(photo.taken()).isNotNull();
    assertThat(photo.taken().local()).isEqualTo(DATE);
    assertThat(photo.isDamaged()).isFalse();
  }

  private static byte[] join(String head, byte[] rest) {
    return Exif.join(List.of(head.getBytes(ISO_8859_1), rest));
  }

  /** BYTE, SBYTE, UNDEFINED, and the UTF-8 of EXIF 3.0. */
  @ParameterizedTest
  @ValueSource(ints = {1, 6, 7, 129})
  void textsOfOtherTypes(int type) {
    byte[] maker = "Zébra\0".getBytes(UTF_8);
    Exif exif = new Exif().typed(PHOTO, 0x9003, type, WRITTEN).typed(IMAGE, 0x10f, type, maker);

    byte[] file = exif.into(Pictures.jpeg(1));

    assertDated(file);
    assertThat(Reading.read(file, "x.jpg").camera().make()).isEqualTo("Zébra");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 129})
  void commentsOfOtherTypes(int type) {
    byte[] comment = "ASCII\0\0\0Zebra at noon\0".getBytes(UTF_8);
    byte[] file = new Exif().typed(PHOTO, 0x9286, type, comment).into(Pictures.jpeg(1));
    assertThat(Reading.read(file, "x.jpg").caption().description()).isEqualTo("Zebra at noon");
  }

  @Test
  void directoriesThatLeadToThemselves() {
    byte[] loop = EXIF.clone();
    ByteBuffer bytes = ByteBuffer.wrap(loop).order(ByteOrder.LITTLE_ENDIAN);
    int entries = bytes.getShort(8);
    bytes.putInt(10 + 12 * entries, 8);
    TagTypes.correct(loop);
    assertThat(Reading.read(Segments.insert(Pictures.jpeg(1), 0xe1, join("Exif\0\0", loop)), "x"))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Exif\0\0", "Exif", "EXIF\0\0", "Exif\0\0\0\0", ""})
  void namesOfTheSegment(String name) {
    assertDated(Segments.insert(Pictures.jpeg(1), 0xe1, join(name, EXIF)));
  }

  @Test
  void namesOfJpegsSegmentInPng() {
    byte[] block = join("Exif\0\0", EXIF);
    assertDated(Segments.insertChunk(Pictures.png(1), "eXIf", block));
  }

  /** What stands before the TIFF structure in HEIF should be a number that says where it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0\0\0\0",
        "\0\0\0\6Exif\0\0",
        "\0\0\0\0Exif\0\0",
        "Exif\0\0",
        "",
        "\377\377\377\377Exif\0\0"
      })
  void headsInHeif(String head) {
    assertDated(Containers.heif("heic", head.getBytes(ISO_8859_1), EXIF, TITLED));
  }

  @Test
  void blocksInJpeg2000() {
    assertDated(Containers.jp2("4a706754696666457869662d3e4a5032", EXIF));
    assertThat(title(Containers.jp2("be7acfcb97a942e89c71999491e3afac", TITLED)))
        .isEqualTo("Zebra");
    byte[] iptc = Segments.iptc(5, "Zebra".getBytes(UTF_8));
    assertThat(title(Containers.jp2("33c7a4d2b81d4723a0baf1a3e097ad38", iptc))).isEqualTo("Zebra");
  }

  @Test
  void xmpInOtherTextsOfPng() {
    byte[] text = join("XML:com.adobe.xmp\0", TITLED);
    assertThat(title(Segments.insertChunk(Pictures.png(1), "tEXt", text))).isEqualTo("Zebra");
  }

  @Test
  void xmpInWebpOfAWrongName() {
    byte[] webp = Containers.webp(EXIF, TITLED);
    String latin = new String(webp, ISO_8859_1);
    assertThat(title(latin.replace("XMP ", "XMP\0").getBytes(ISO_8859_1))).isEqualTo("Zebra");
  }

  @Test
  void xmpNamespacesWithHttps() {
    String xmp = new String(TITLED, UTF_8).replace("http://purl", "https://purl");
    assertThat(title(Segments.insertXmp(Pictures.jpeg(1), xmp.getBytes(UTF_8)))).isEqualTo("Zebra");
  }

  private static String title(byte[] file) {
    return Reading.read(file, "x").caption().title();
  }
}
