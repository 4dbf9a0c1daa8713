package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.Pictures;
import io.lumiere.indexer.internal.scan.Companion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks that few files have: Apple's notes, profiles in PNG texts, compressed boxes. */
class MoreBlocksTest {
  private static final String ID = "A5F0D7C2-1B7E-4C55-9A3C-0F5E4E1B2D33";
  private static final byte[] JPEG = Pictures.jpeg(1);
  private static final String NOON = "2021:07:04 12:00:00";
  private static final String DATED = "2021-07-04T12:00 exif high time";

  @Test
  void burstOfApple() {
    byte[] photo = AppleNotes.exif(AppleNotes.BURST_UUID, ID).into(JPEG);
    assertThat(Reading.read(photo, "a.jpg").traits().burst()).isEqualTo(ID);
  }

  @Test
  void filmOfALivePhotoIsTheOneOfItsId(@TempDir Path folder) throws IOException {
    byte[] photo = AppleNotes.exif(AppleNotes.CONTENT_IDENTIFIER, ID).into(JPEG);
    assertThat(live(photo, film(folder, ID))).isEqualTo("IMG_1.MOV");
    assertThat(live(photo, film(folder, "another"))).isNull();
  }

  private static Companion film(Path folder, String id) throws IOException {
    Path file = folder.resolve("IMG_1.MOV");
    Files.write(file, Containers.film(0, 60, "com.apple.quicktime.content.identifier", id));
    return new Companion(Companion.Kind.FILM, file, "IMG_1.MOV", Files.size(file), 0);
  }

  private static String live(byte[] photo, Companion film) {
    PhotoInput input = Reading.input(photo, "IMG_1.JPG", List.of(film));
    return new MetadataReader(Reading.CLOCK).read(input).traits().livePhoto();
  }

  @Test
  void damagedAppleNotesCostNothingElse() {
    Exif exif =
        new Exif()
            .text(Exif.Block.PHOTO, 0x9003, NOON)
            .bytes(Exif.Block.PHOTO, 0x927c, "Apple iOS\0\0\1MM\377\377".getBytes(ISO_8859_1));
    assertThat(Summary.of(Reading.read(exif.into(JPEG), "a.jpg"))).isEqualTo(DATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exif", "APP1"})
  void exifProfileOfPng(String name) throws IOException {
    byte[] tiff = new Exif().text(Exif.Block.PHOTO, 0x9003, NOON).toTiff();
    byte[] block = Exif.join(List.of("Exif\0\0".getBytes(UTF_8), tiff));
    assertThat(Summary.of(Reading.read(profile(name, block), "a.png"))).isEqualTo(DATED);
    assertThat(Summary.of(Reading.read(profile(name, tiff), "a.png"))).isEqualTo(DATED);
  }

  @Test
  void xmpProfileOfPng() throws IOException {
    byte[] xmp = Segments.xmp("<xmp:Rating>4</xmp:Rating>");
    byte[] app1 = Exif.join(List.of("http://ns.adobe.com/xap/1.0/\0".getBytes(UTF_8), xmp));
    assertThat(Reading.read(profile("xmp", xmp), "a.png").caption().rating()).isEqualTo(4);
    assertThat(Reading.read(profile("APP1", app1), "a.png").caption().rating()).isEqualTo(4);
  }

  @Test
  void iptcProfileOfPng() throws IOException {
    byte[] title = Segments.iptc(5, "Heron".getBytes(UTF_8));
    byte[] resource =
        Exif.join(
            List.of(
                "8BIM\4\4\0\0\0\0\0".getBytes(ISO_8859_1),
                new byte[] {(byte) title.length},
                title,
                new byte[title.length % 2]));
    assertThat(Reading.read(profile("iptc", title), "a.png").caption().title()).isEqualTo("Heron");
    assertThat(Reading.read(profile("iptc", resource), "a.png").caption().title())
        .isEqualTo("Heron");
    assertThat(Reading.read(profile("8bim", resource), "a.png").caption().title())
        .isEqualTo("Heron");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "exif", "exif\n 5\n4949", "exif\n x\n49", "exif\n 2\n49zz", "\n 1"})
  void damagedProfilesAreNoted(String text) throws IOException {
    byte[] png = text("Raw profile type exif", text);
    assertThat(Reading.read(png, "a.png").notes())
        .contains("the PNG zTXt block cannot be read and is left out");
  }

  private static byte[] profile(String name, byte[] block) throws IOException {
    String digits = HexFormat.of().formatHex(block).replaceAll("(.{72})", "$1\n");
    String first = name.equals("APP1") ? "generic profile" : name; // As ImageMagick writes it.
    return text("Raw profile type " + name, "\n" + first + "\n    " + block.length + "\n" + digits);
  }

  private static byte[] text(String keyword, String text) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.write((keyword + "\0\0").getBytes(ISO_8859_1));
    try (DeflaterOutputStream out = new DeflaterOutputStream(chunk)) {
      out.write(text.getBytes(ISO_8859_1));
    }
    return Segments.insertChunk(Pictures.png(1), "zTXt", chunk.toByteArray());
  }

  /** Segments.xmp's text with a rating of 3, compressed by brotli 1.2.0 at quality 11. */
  private static final String RATED =
      "G2wBIIzUUa06147OGazo21JgYJ/LuhWR0dQ5wAfkaJDIBVB60XS38yR99ek2EbLHN12Swy+IfmqQsOxL"
          + "ut1XUT2Ypl2lNBQpkcbqM2bZCoKOnemCrXuEDuWEcyQldP3r7QCtV5FjXh/NpWMY7f6c80wxkBImhGFG"
          + "GniGZVe/XviUmHcLbscC+iHBkBUFl0bYOdNvyTmC7BtZDcsuX2+6WqGJ40iTGqGT0gYXnGRlAQ==";

  @Test
  void compressedBoxOfJpegXl() {
    byte[] file = Containers.jxlCompressed(Base64.getDecoder().decode(RATED));
    assertThat(Reading.read(file, "a.jxl").caption().rating()).isEqualTo(3);
  }

  @Test
  void damagedCompressedBox() {
    byte[] brotli = Base64.getDecoder().decode(RATED);
    brotli[brotli.length / 2] ^= 0x55;
    brotli[brotli.length / 2 + 1] ^= 0x55;
    assertThat(Reading.read(Containers.jxlCompressed(brotli), "a.jxl").notes())
        .anyMatch(note -> note.contains("cannot be read") || note.contains("damaged"));
    assertThat(Reading.read(Containers.jxlCompressed(new byte[0]), "a.jxl").notes())
        .anyMatch(note -> note.contains("cannot be read"));
  }
}
