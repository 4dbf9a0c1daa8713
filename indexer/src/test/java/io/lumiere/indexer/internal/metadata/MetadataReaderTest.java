package io.lumiere.indexer.internal.metadata;

import static io.lumiere.indexer.internal.metadata.Exif.Block.GPS;
import static io.lumiere.indexer.internal.metadata.Exif.Block.IMAGE;
import static io.lumiere.indexer.internal.metadata.Exif.Block.PHOTO;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.indexer.Pictures;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.Place;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataReaderTest {
  private static final int LATITUDE_REF = 1;
  private static final int LATITUDE = 2;
  private static final int LONGITUDE_REF = 3;
  private static final int LONGITUDE = 4;
  private static final int ALTITUDE_REF = 5;
  private static final int ALTITUDE = 6;

  private static PhotoMetadata read(byte[] file) {
    return Reading.read(file, "x");
  }

  private static PhotoMetadata read(Exif exif) {
    return read(exif.into(Pictures.jpeg(1)));
  }

  private static Exif place(String ns, long degrees, String ew, long more) {
    return new Exif()
        .text(GPS, LATITUDE_REF, ns)
        .fractions(GPS, LATITUDE, degrees, 1, 30, 1, 36, 1)
        .text(GPS, LONGITUDE_REF, ew)
        .fractions(GPS, LONGITUDE, more, 1, 15, 1, 0, 1);
  }

  @Test
  void readsTheCamera() {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      Exif exif =
          new Exif(order)
              .text(IMAGE, 0x10f, "NIKON CORPORATION  ")
              .text(IMAGE, 0x110, "NIKON D750\0\0\0")
              .text(PHOTO, 0xa434, "24-70mm f/2.8")
              .shorts(PHOTO, 0x8827, 200)
              .fractions(PHOTO, 0x829d, 28, 10)
              .fractions(PHOTO, 0x829a, 1, 250)
              .fractions(PHOTO, 0x920a, 50, 1);

      assertThat(read(exif).camera())
          .isEqualTo(
              Camera.builder()
                  .make("NIKON CORPORATION")
                  .model("NIKON D750")
                  .lens("24-70mm f/2.8")
                  .iso(200)
                  .aperture(2.8f)
                  .exposure(1 / 250d)
                  .focalLength(50f)
                  .build());
    }
  }

  @Test
  void fallsBackToApexValues() {
    Camera camera =
        read(new Exif()
                .fractions(PHOTO, 0x9202, 4, 1)
                .signedFractions(PHOTO, 0x9201, 8, 1)
                .shorts(PHOTO, 0x8827, 65_535)
                .fractions(PHOTO, 0x8833, 102_400, 1))
            .camera();

    assertThat(camera.settings().aperture()).isEqualTo(4f);
    assertThat(camera.settings().exposure()).isEqualTo(1 / 256d);
    assertThat(camera.settings().iso()).isEqualTo(102_400);
  }

  @Test
  void refusesSettingsThatCannotBe() {
    Exif exif =
        new Exif()
            .text(IMAGE, 0x10f, " \0 ")
            .text(PHOTO, 0xa434, "----")
            .shorts(PHOTO, 0x8827, 0)
            .fractions(PHOTO, 0x829d, 0, 0)
            .fractions(PHOTO, 0x829a, 1, 0)
            .fractions(PHOTO, 0x920a, 4_000_000_000L, 1);

    assertThat(read(exif).camera()).isEqualTo(Camera.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"N, E, 1, 1", "S, E, -1, 1", "N, W, 1, -1", "s, w, -1, -1"})
  void readsThePlaceInAllHemispheres(String ns, String ew, int latitude, int longitude) {
    Place place = read(place(ns, 48, ew, 11)).place();

    assertThat(place.latitude()).isCloseTo(latitude * 48.51, within(1e-9));
    assertThat(place.longitude()).isCloseTo(longitude * 11.25, within(1e-9));
    assertThat(place.altitude()).isNull();
  }

  @Test
  void readsAltitudesBelowTheSea() {
    Exif above = place("N", 31, "E", 35).fractions(GPS, ALTITUDE, 4305, 10);
    assertThat(read(above).place().altitude()).isEqualTo(430.5);

    Exif below = above.bytes(GPS, ALTITUDE_REF, (byte) 1);
    assertThat(read(below).place().altitude()).isEqualTo(-430.5);
  }

  @Test
  void refusesPlacesThatAreNone() {
    assertThat(read(place("N", 91, "E", 11)).place()).isNull();
    assertThat(read(place("N", 48, "E", 180)).place()).isNull();
    assertThat(read(place("", 48, "E", 11)).place()).isNull();
    assertThat(read(place("X", 48, "E", 11)).place()).isNull();
    assertThat(read(place("N", 48, "E", 11).fractions(GPS, LATITUDE, 48, 0, 0, 0, 0, 0)).place())
        .isNull();
    assertThat(read(place("N", 48, "E", 11).fractions(GPS, LATITUDE, 48, 1, 99, 1, 0, 1)).place())
        .isNull();
    Exif zero =
        place("N", 48, "E", 11)
            .fractions(GPS, LATITUDE, 0, 1, 0, 1, 0, 1)
            .fractions(GPS, LONGITUDE, 0, 1, 0, 1, 0, 1);
    assertThat(read(zero).place()).isNull();
  }

  @Test
  void readsXmpWords() {
    byte[] xmp =
        Segments.xmp(
            "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Strand</rdf:li></rdf:Alt></dc:title>"
                + "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>Zwei &amp;&#10; Boote"
                + "</rdf:li></rdf:Alt></dc:description>"
                + "<dc:subject><rdf:Bag><rdf:li>Meer</rdf:li><rdf:li> Möwe </rdf:li>"
                + "<rdf:li>meer</rdf:li></rdf:Bag></dc:subject>");

    assertThat(read(Segments.insertXmp(Pictures.jpeg(1), xmp)).caption())
        .isEqualTo(new Caption("Strand", "Zwei & Boote", List.of("Meer", "Möwe")));
  }

  @Test
  void readsIptcWordsInUtf8AndLatin1() {
    byte[] marked =
        Segments.insertIptc(
            Pictures.jpeg(1),
            Segments.iptc(256 + 90, new byte[] {0x1b, '%', 'G'}),
            Segments.iptc(5, "Grüße 日本".getBytes(UTF_8)),
            Segments.iptc(25, "Möwe".getBytes(UTF_8)),
            Segments.iptc(25, "See".getBytes(UTF_8)));
    byte[] latin =
        Segments.insertIptc(
            Pictures.jpeg(1),
            Segments.iptc(5, "Grüße".getBytes(ISO_8859_1)),
            Segments.iptc(120, "Café".getBytes(UTF_8)),
            Segments.iptc(25, "Möwe".getBytes(ISO_8859_1)));

    assertThat(read(marked).caption())
        .isEqualTo(new Caption("Grüße 日本", null, List.of("Möwe", "See")));
    assertThat(read(latin).caption()).isEqualTo(new Caption("Grüße", "Café", List.of("Möwe")));
  }

  @Test
  void readsWindowsWordsAndPassesOverTheFactorysOwn() {
    Exif exif =
        new Exif()
            .text(IMAGE, 0x10e, "OLYMPUS DIGITAL CAMERA         ")
            .bytes(IMAGE, 0x9c9b, "Titel\0".getBytes(UTF_16LE))
            .bytes(IMAGE, 0x9c9e, "eins; zwei;;Eins\0".getBytes(UTF_16LE));

    assertThat(read(exif).caption()).isEqualTo(new Caption("Titel", null, List.of("eins", "zwei")));
  }

  @Test
  void cutsWhatLuceneWouldRefuse() {
    byte[] xmp =
        Segments.xmp(
            "<dc:subject><rdf:Bag><rdf:li>"
                + "日".repeat(15_000)
                + "</rdf:li></rdf:Bag></dc:subject>");

    String keyword =
        read(Segments.insertXmp(Pictures.jpeg(1), xmp)).caption().keywords().getFirst();

    assertThat(keyword.getBytes(UTF_8).length).isLessThan(32_766);
  }

  @Test
  void aBrokenBlockCostsNoOther() {
    byte[] jpeg = new Exif().text(IMAGE, 0x10f, "Canon").into(Pictures.jpeg(1));
    byte[] broken = Segments.insertXmp(jpeg, "<x:xmpmeta".getBytes(UTF_8));
    broken = Segments.insert(broken, 0xed, "Photoshop 3.0\0008BIM\4\4".getBytes(ISO_8859_1));

    assertThat(read(broken).camera().make()).isEqualTo("Canon");
  }

  @Test
  void readsNothingFromOutside() {
    byte[] xmp =
        ("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                + new String(
                    Segments.xmp(
                        "<photoshop:City>&e;</photoshop:City><dc:subject>&e;</dc:subject>"),
                    UTF_8))
            .getBytes(UTF_8);

    assertThat(read(Segments.insertXmp(Pictures.jpeg(1), xmp)).caption()).isEqualTo(Caption.NONE);
  }

  @Test
  void survivesDamageAnywhere(@Seeded Random random) {
    byte[] whole =
        Segments.insertIptc(
            Segments.insertXmp(
                place("N", 48, "E", 11)
                    .text(IMAGE, 0x10f, "Canon")
                    .text(PHOTO, 0x9003, "2021:07:04 18:30:00")
                    .into(Pictures.jpeg(1)),
                Segments.xmp("<xmp:CreateDate>2021-07-04</xmp:CreateDate>")),
            Segments.iptc(25, "word".getBytes(UTF_8)));
    long seed = Seeds.ofRun();
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = whole.clone();
      for (int n = random.nextInt(1, 30); n > 0; n--) {
        damaged[random.nextInt(1200)] = (byte) random.nextInt(256);
      }
      assertThat(read(damaged)).as("seed %d, file %d", seed, i).isNotNull();
    }
  }
}
