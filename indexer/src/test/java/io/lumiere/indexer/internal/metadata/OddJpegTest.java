package io.lumiere.indexer.internal.metadata;

import static io.lumiere.indexer.internal.metadata.Exif.Block.IMAGE;
import static io.lumiere.indexer.internal.metadata.Exif.Block.PHOTO;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.Pictures;
import io.lumiere.schema.Traits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG files that went through many hands, and what follows their pictures. */
class OddJpegTest {
  private static final byte[] JPEG = Pictures.jpeg(1);
  private static final int SOFTWARE = 0x131;

  private static Exif exif() {
    return new Exif().text(IMAGE, 0x10f, "ZebraCam").text(PHOTO, 0x9003, "2020:05:06 07:08:09");
  }

  /** With words in XMP, which come after what is damaged. */
  private static byte[] whole() {
    return exif().into(Segments.insertXmp(JPEG, Segments.xmp("<dc:title>Stripes</dc:title>")));
  }

  private static void assertReads(byte[] file) {
    PhotoMetadata photo = Reading.read(file, "x.jpg");
    assertThat(Summary.of(photo))
        .isEqualTo("2020-05-06T07:08:09 exif high time ZebraCam title=Stripes");
  }

  private static byte[] insert(byte[] file, int at, byte... bytes) {
    return Exif.join(
        List.of(Arrays.copyOf(file, at), bytes, Arrays.copyOfRange(file, at, file.length)));
  }

  /** Where the second segment begins. */
  private static int second(byte[] file) {
    return 4 + ((file[4] & 0xff) << 8 | (file[5] & 0xff));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1000, 60_000})
  void bytesBeforeTheImage(int count) {
    byte[] before = new byte[count];
    Arrays.fill(before, (byte) 'x');
    assertReads(Exif.join(List.of(before, whole())));
    assertReads(Exif.join(List.of(new byte[count], whole())));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 200})
  void bytesBetweenSegments(int count) {
    byte[] file = whole();
    assertReads(insert(file, 2, new byte[count]));
    assertReads(insert(file, second(file), new byte[count]));
    byte[] fill = new byte[count];
    Arrays.fill(fill, (byte) 0xff);
    assertReads(insert(file, second(file), fill));
  }

  @ParameterizedTest
  @ValueSource(ints = {-100, -20, -3, -1, 1, 3, 100, 10_000, 60_000})
  void lengthsThatAreWrong(int by) {
    byte[] file = whole();
    int length = ((file[4] & 0xff) << 8 | (file[5] & 0xff)) + by;
    ByteBuffer.wrap(file).putShort(4, (short) length);
    assertReads(file);
  }

  @Test
  void exifAfterTheTablesAndInAnotherSegment() {
    byte[] block = Exif.join(List.of("Exif\0\0".getBytes(US_ASCII), exif().toTiff()));
    byte[] words = Segments.insertXmp(JPEG, Segments.xmp("<dc:title>Stripes</dc:title>"));
    assertReads(Segments.insert(words, 0xe5, block));
    byte[] padded = Exif.join(List.of("Exif\0\0\0\0".getBytes(US_ASCII), exif().toTiff()));
    assertReads(Segments.insert(words, 0xe1, padded));
    byte[] segment = Segments.insert(new byte[2], 0xe1, block);
    byte[] behind = Arrays.copyOfRange(segment, 2, segment.length);
    // Between the picture's data and its end.
    assertReads(insert(words, words.length - 2, behind));
  }

  @Test
  void whatOneExifBlockLacksTheOtherFills() {
    byte[] second = new Exif().text(IMAGE, SOFTWARE, "Editor").text(PHOTO, 0x9003, " ").into(JPEG);
    PhotoMetadata photo = Reading.read(exif().into(second), "x.jpg");
    assertThat(Summary.of(photo)).isEqualTo("2020-05-06T07:08:09 exif high time ZebraCam");
    assertThat(photo.camera().software()).isEqualTo("Editor");
    byte[] first = exif().into(JPEG);
    photo =
        Reading.read(
            new Exif()
                .text(PHOTO, 0x9003, "0000:00:00 00:00:00")
                .text(IMAGE, 0x10f, "  ")
                .into(first),
            "x.jpg");
    assertThat(Summary.of(photo)).isEqualTo("2020-05-06T07:08:09 exif high time ZebraCam");
    byte[] broken =
        Segments.insert(first, 0xe1, "Exif\0\0II*\0\377\377\377\0garbage".getBytes(ISO_8859_1));
    assertThat(Summary.of(Reading.read(broken, "x.jpg")))
        .isEqualTo("2020-05-06T07:08:09 exif high time ZebraCam");
  }

  @Test
  void resourcesOfPhotoshopGoOnInTheNextSegment() {
    byte[] file = Segments.insertIptc(JPEG, Segments.iptc(25, "heron".getBytes(UTF_8)));
    int end = second(file);
    byte[] content = Arrays.copyOfRange(file, 6 + 14, end);
    byte[] head = "Photoshop 3.0\0".getBytes(US_ASCII);
    byte[] split = JPEG;
    split =
        Segments.insert(
            split, 0xed, Exif.join(List.of(head, Arrays.copyOfRange(content, 15, content.length))));
    split = Segments.insert(split, 0xed, Exif.join(List.of(head, Arrays.copyOf(content, 15))));
    assertThat(Reading.read(split, "x.jpg").caption().keywords()).containsExactly("heron");
  }

  private static String live(byte[]... parts) {
    return Reading.read(Exif.join(List.of(parts)), "x.jpg").traits().livePhoto();
  }

  @Test
  void aFilmAfterThePicture() {
    byte[] film = Containers.film(0, 2);
    assertThat(live(JPEG)).isNull();
    assertThat(live(JPEG, film)).isEqualTo(Traits.EMBEDDED);
    assertThat(live(whole(), film)).isEqualTo(Traits.EMBEDDED);
    assertThat(live(JPEG, new byte[33], film)).isEqualTo(Traits.EMBEDDED);
    byte[] mp4 =
        Exif.join(
            List.of(
                Containers.box("ftyp", "mp42\0\0\0\0isommp42".getBytes(US_ASCII)),
                Containers.box("mdat", new byte[100])));
    assertThat(live(JPEG, mp4)).isEqualTo(Traits.EMBEDDED);
    assertThat(live(JPEG, JPEG, mp4)).isEqualTo(Traits.EMBEDDED);
  }

  @Test
  void whatElseFollowsAPictureIsNoFilm() {
    byte[] tiff = exif().toTiff();
    assertThat(live(JPEG, JPEG)).isNull();
    assertThat(live(JPEG, Containers.heif("heic", tiff, Segments.xmp("")))).isNull();
    assertThat(live(JPEG, "this is ftyp and moov".getBytes(US_ASCII))).isNull();
    assertThat(live(JPEG, samsung("Image_UTC_Data", 20))).isNull();
    assertThat(live(JPEG, "SEFH SEFT".getBytes(US_ASCII))).isNull();
    assertThat(live(JPEG, "MotionPhoto_Data".getBytes(US_ASCII))).isNull();
    // A film's name within the picture's own words is none either.
    assertThat(live(Segments.insert(JPEG, 0xfe, Containers.film(0, 2)))).isNull();
  }

  @Test
  void samsungsTrailer() {
    assertThat(live(JPEG, samsung("MotionPhoto_Data", 40))).isEqualTo(Traits.EMBEDDED);
    assertThat(live(JPEG, samsung("MotionPhoto_Data", 0))).isNull();
  }

  private static byte[] samsung(String name, int length) {
    byte[] part =
        ByteBuffer.allocate(8 + name.length() + length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0x0a300000)
            .putInt(name.length())
            .put(name.getBytes(US_ASCII))
            .array();
    return ByteBuffer.allocate(part.length + 24 + 8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(part)
        .put("SEFH".getBytes(US_ASCII))
        .putInt(107)
        .putInt(1)
        .putInt(0x0a300000)
        .putInt(part.length)
        .putInt(part.length)
        .putInt(24)
        .put("SEFT".getBytes(US_ASCII))
        .array();
  }

  @Test
  void motionPhotosInBoxes() {
    byte[] heic = Containers.heif("heic", exif().toTiff(), Segments.xmp(""));
    assertThat(live(heic)).isNull();
    assertThat(live(heic, Containers.box("mpvd", Containers.film(0, 2))))
        .isEqualTo(Traits.EMBEDDED);
    assertThat(live(heic, Containers.box("mpvd"))).isNull();
    assertThat(live(heic, Containers.box("sefd", samsung("MotionPhoto_Data", 40))))
        .isEqualTo(Traits.EMBEDDED);
  }
}
