package io.lumiere.indexer.internal.metadata;

import static io.lumiere.indexer.internal.metadata.Exif.Block.GPS;
import static io.lumiere.indexer.internal.metadata.Exif.Block.IMAGE;
import static io.lumiere.indexer.internal.metadata.Exif.Block.PHOTO;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.Pictures;
import io.lumiere.indexer.places.PlaceTable;
import io.lumiere.indexer.places.TinyPlaces;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases that archives hold, a row each: a file, its path, and what is made of it. */
class MetadataCasesTest {
  private static final byte[] JPEG = Pictures.jpeg(1);
  private static final String NOON = "2021:07:04 12:00:00";

  @TempDir private static Path temp;
  private static PlaceTable places;

  @BeforeAll
  static void openPlaces() {
    places = PlaceTable.open(TinyPlaces.table(temp));
  }

  /**
   * One case.
   *
   * @param zone as {@code --zone} names it; null for none
   * @param expected as {@link Summary} tells it
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Case(String name, byte[] file, String path, String zone, String expected) {
    Case(String name, byte[] file, String path, String expected) {
      this(name, file, path, null, expected);
    }

    Case(String name, Exif exif, String expected) {
      this(name, exif.into(JPEG), "x.jpg", null, expected);
    }

    Case(String name, String path, String expected) {
      this(name, JPEG, path, null, expected);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Exif at(String date) {
    return new Exif().text(PHOTO, 0x9003, date);
  }

  private static Exif gps(Exif exif, String ns, String ew, long... parts) {
    return exif.text(GPS, 1, ns)
        .fractions(GPS, 2, parts[0], 1, parts[1], 1, parts[2], 1)
        .text(GPS, 3, ew)
        .fractions(GPS, 4, parts[3], 1, parts[4], 1, parts[5], 1);
  }

  private static Exif kyoto(Exif exif) {
    return gps(exif, "N", "E", 35, 1, 0, 135, 46, 0);
  }

  private static byte[] xmp(String elements) {
    return Segments.insertXmp(JPEG, Segments.xmp(elements));
  }

  private static byte[] iptc(int dataSet, String value) {
    return Segments.insertIptc(JPEG, Segments.iptc(dataSet, value.getBytes(UTF_8)));
  }

  static Stream<Case> dates() {
    Exif offset = at(NOON).text(PHOTO, 0x9011, "+02:00").text(PHOTO, 0x9010, "+05:00");
    Exif satellites = at(NOON).text(GPS, 29, "2021:07:04").fractions(GPS, 7, 6, 1, 14, 1, 30, 1);
    Exif stale = at(NOON).text(GPS, 29, "2021:07:04").fractions(GPS, 7, 6, 1, 8, 1, 0, 1);
    return Stream.of(
        new Case("original date", at(NOON), "2021-07-04T12:00 exif high time"),
        new Case(
            "sub-seconds",
            at(NOON).text(PHOTO, 0x9291, "123"),
            "2021-07-04T12:00:00.123 exif high time"),
        new Case("own offset first", offset, "2021-07-04T12:00+02:00 stated exif high time"),
        new Case(
            "general offset",
            at(NOON).text(PHOTO, 0x9010, "-03:30"),
            "2021-07-04T12:00-03:30 stated exif high time"),
        new Case("GPS time", satellites, "2021-07-04T12:00+05:45 gps-time exif high time"),
        new Case("GPS time that is stale", stale, "2021-07-04T12:00 exif high time"),
        new Case(
            "zone of the place",
            kyoto(at(NOON)),
            "2021-07-04T12:00+09:00 place exif high time @35.0167,135.7667 JP/Kyoto/Kyoto"),
        new Case(
            "zone by option",
            at("2021:01:04 12:00:00").into(JPEG),
            "x.jpg",
            "Europe/Paris",
            "2021-01-04T12:00+01:00 option exif high time"),
        new Case(
            "the hour that comes twice",
            at("2021:10:31 02:30:00").into(JPEG),
            "x.jpg",
            "Europe/Paris",
            "2021-10-31T02:30+02:00 option exif high time"),
        new Case(
            "the hour that is left out",
            at("2021:03:28 02:30:00").into(JPEG),
            "x.jpg",
            "Europe/Paris",
            "2021-03-28T02:30+01:00 option exif high time"),
        new Case(
            "digitised date",
            new Exif().text(PHOTO, 0x9004, NOON),
            "2021-07-04T12:00 exif-digitized high time"),
        new Case(
            "date of change",
            new Exif().text(IMAGE, 0x132, NOON),
            "2021-07-04T12:00 exif-modified low time"),
        new Case(
            "the satellites' time alone",
            new Exif().text(GPS, 29, "2021:07:04").fractions(GPS, 7, 3, 1, 14, 1, 30, 1),
            "2021-07-04T03:14:30Z stated gps medium time"),
        new Case(
            "the satellites' time, and a place",
            kyoto(new Exif().text(GPS, 29, "2021:07:04").fractions(GPS, 7, 3, 1, 14, 1, 30, 1)),
            "2021-07-04T12:14:30+09:00 place gps medium time"
                + " @35.0167,135.7667 JP/Kyoto/Kyoto"),
        new Case(
            "the satellites' time as a text",
            at(NOON).text(GPS, 29, "2021:07:04").text(GPS, 7, "06:14:30.00"),
            "2021-07-04T12:00+05:45 gps-time exif high time"),
        new Case(
            "decimals with their point",
            at(NOON).text(PHOTO, 0x9291, "0.25"),
            "2021-07-04T12:00:00.250 exif high time"),
        new Case(
            "more decimals than any clock has",
            at(NOON).text(PHOTO, 0x9291, "123456789012"),
            "2021-07-04T12:00:00.123 exif high time"),
        new Case(
            "an offset without a sign",
            at(NOON).text(PHOTO, 0x9011, "09:00"),
            "2021-07-04T12:00+09:00 stated exif high time"),
        new Case(
            "an offset with seconds, and a blank",
            at(NOON).text(PHOTO, 0x9011, "- 9:00:00"),
            "2021-07-04T12:00-09:00 stated exif high time"),
        new Case("zeros", at("0000:00:00 00:00:00"), "no date | there is no such date"),
        new Case("month 13", at("2021:13:04 12:00:00"), "no date | there is no such date"),
        new Case("1904", at("1904:01:01 00:00:00"), "no date | a clock shows that was never set"),
        new Case("1980", at("1980:01:01 00:00:00"), "no date | a clock shows that was never set"),
        new Case("2099", at("2099:07:04 12:00:00"), "no date | it lies in the future"),
        new Case("1700", at("1700:07:04 12:00:00"), "no date | it is older than photography"),
        new Case("blank", at("    :  :     :  :  "), "no date"),
        new Case(
            "a wrong date, a right name",
            at("2099:07:04 12:00:00").into(JPEG),
            "IMG_20210704_120000.jpg",
            "2021-07-04T12:00 filename medium time | it lies in the future"),
        new Case(
            "XMP date",
            xmp("<photoshop:DateCreated>2021-07-04T12:00:00-07:00</photoshop:DateCreated>"),
            "x.jpg",
            "2021-07-04T12:00-07:00 stated xmp medium time"),
        new Case(
            "XMP month",
            xmp("<photoshop:DateCreated>1936-05</photoshop:DateCreated>"),
            "x.jpg",
            "1936-05-01T00:00 xmp medium month"),
        new Case("IPTC day", iptc(55, "20210704"), "x.jpg", "2021-07-04T00:00 iptc medium day"));
  }

  static Stream<Case> names() {
    return Stream.of(
        new Case("Android", "IMG_20210704_120000.jpg", "2021-07-04T12:00 filename medium time"),
        new Case(
            "Pixel, a moment in UTC",
            JPEG,
            "PXL_20210101_020000123.jpg",
            "America/New_York",
            "2020-12-31T21:00-05:00 option filename medium time"),
        new Case(
            "Pixel, no zone known",
            "PXL_20210101_020000123.jpg",
            "2021-01-01T02:00Z stated filename medium time"),
        new Case("WhatsApp", "IMG-20210704-WA0001.jpg", "2021-07-04T00:00 filename medium day"),
        new Case(
            "WhatsApp on desktops",
            "WhatsApp Image 2021-07-04 at 12.00.00.jpeg",
            "2021-07-04T12:00 filename medium time"),
        new Case(
            "screenshot",
            "Screenshot_20210704-120000.png",
            "2021-07-04T12:00 filename medium time screenshot"),
        new Case(
            "milliseconds",
            "mmexport1625400000000.jpg",
            "2021-07-04T12:00Z stated filename medium time"),
        new Case("day folder", "2021-07-04 Party/a.jpg", "2021-07-04T00:00 folder low day"),
        new Case("month folder", "2021/07/a.jpg", "2021-07-01T00:00 folder low month"),
        new Case("year, month, day", "2021/07/04/a.jpg", "2021-07-04T00:00 folder low day"),
        new Case("year folder", "Italy 2021/Rome/a.jpg", "2021-01-01T00:00 folder low year"),
        new Case("two years are none", "2019-2021/a.jpg", "no date"),
        new Case("a number is no year", "DCIM/100APPLE/IMG_2021.jpg", "no date"),
        new Case(
            "burst of Google",
            "00001IMG_00001_BURST20210704120000123_COVER.jpg",
            "2021-07-04T12:00 filename medium time burst=BURST20210704120000123"),
        new Case(
            "burst of Samsung",
            "20210704_120000_003.jpg",
            "2021-07-04T12:00 filename medium time burst=20210704_120000"),
        new Case(
            "panorama by name",
            "PANO_20210704.jpg",
            "2021-07-04T00:00 filename medium day panorama"));
  }

  static Stream<Case> places() {
    Exif south = gps(new Exif(), "S", "W", 33, 51, 36, 151, 12, 0);
    Exif below = kyoto(new Exif()).bytes(GPS, 5, (byte) 1).fractions(GPS, 6, 35, 10);
    Exif zero = gps(new Exif(), "N", "E", 0, 0, 0, 0, 0, 0);
    Exif beyond = gps(new Exif(), "N", "E", 91, 0, 0, 10, 0, 0);
    Exif decimal =
        new Exif()
            .text(GPS, 1, "N")
            .fractions(GPS, 2, 350_167, 10_000)
            .text(GPS, 3, "E")
            .fractions(GPS, 4, 1_357_667, 10_000);
    String xmpPlace = "<exif:GPSLatitude>48,51.5N</exif:GPSLatitude>";
    return Stream.of(
        new Case("south and west", south, "no date @-33.8600,-151.2000"),
        new Case("below the sea", below, "no date @35.0167,135.7667,-3.5 JP/Kyoto/Kyoto"),
        new Case("decimal degrees", decimal, "no date @35.0167,135.7667 JP/Kyoto/Kyoto"),
        new Case("zero, zero", zero, "no date"),
        new Case("signs beside the hemisphere", signed("S", "W"), "no date @-35.0000,-135.0000"),
        new Case("signs against the hemisphere", signed("N", "E"), "no date"),
        new Case("beyond the pole", beyond, "no date"),
        new Case(
            "XMP minutes",
            xmp(xmpPlace + "<exif:GPSLongitude>2,17,40E</exif:GPSLongitude>"),
            "x.jpg",
            "no date @48.8583,2.2944 FR/Île-de-France/Paris"));
  }

  private static Exif signed(String ns, String ew) {
    return new Exif()
        .text(GPS, 1, ns)
        .signedFractions(GPS, 2, -35, 1, 0, 1, 0, 1)
        .text(GPS, 3, ew)
        .signedFractions(GPS, 4, -135, 1, 0, 1, 0, 1);
  }

  static Stream<Case> containers() {
    Exif exif = kyoto(at(NOON)).text(IMAGE, 0x10f, "Canon");
    byte[] tiff = exif.toTiff();
    byte[] label = Segments.xmp("<xmp:Rating>4</xmp:Rating><xmp:Label>Red</xmp:Label>");
    String all = "2021-07-04T12:00+09:00 place exif high time @35.0167,135.7667 JP/Kyoto/Kyoto";
    String marked = all + " Canon rating=4 label=Red";
    byte[] png = Segments.insertChunk(Pictures.png(1), "eXIf", tiff);
    byte[] broken = Segments.insertXmp(exif.into(JPEG), "<x:xmpmeta".getBytes(UTF_8));
    byte[] place = gpsAlone();
    return Stream.of(
        new Case("HEIC", Containers.heif("heic", tiff, label), "x.heic", marked),
        new Case("AVIF", Containers.heif("avif", tiff, label), "x.avif", marked),
        new Case("WebP", Containers.webp(tiff, label), "x.webp", marked),
        new Case("JPEG XL", Containers.jxl(tiff), "x.jxl", all + " Canon"),
        new Case("PNG", png, "x.png", all + " Canon"),
        new Case("TIFF", tiff, "x.tif", all + " Canon"),
        new Case("RAF", Containers.raf(exif.into(JPEG)), "x.raf", all + " Canon"),
        new Case(
            "CR3",
            Containers.cr3(
                new Exif().text(IMAGE, 0x10f, "Canon").toTiff(),
                new Exif().text(IMAGE, 0x9003, NOON).toTiff(),
                place),
            "x.cr3",
            all + " Canon"),
        new Case(
            "a broken XMP block beside EXIF",
            broken,
            "x.jpg",
            all + " Canon | the XMP block is damaged"),
        new Case(
            "a panorama of Google's camera",
            xmp(
                "<g:ProjectionType xmlns:g='http://ns.google.com/photos/1.0/panorama/'>"
                    + "equirectangular</g:ProjectionType>"),
            "x.jpg",
            "no date panorama"),
        new Case(
            "a motion photo",
            xmp(
                "<g:MotionPhoto xmlns:g='http://ns.google.com/photos/1.0/camera/'>1"
                    + "</g:MotionPhoto>"),
            "x.jpg",
            "no date live=embedded"),
        new Case(
            "a screenshot of iOS",
            new Exif().bytes(PHOTO, 0x9286, "ASCII\0\0\0Screenshot".getBytes(US_ASCII)),
            "no date screenshot"));
  }

  /** The tags of a place in the first directory, as CR3 has them. */
  private static byte[] gpsAlone() {
    return new Exif()
        .text(IMAGE, 1, "N")
        .fractions(IMAGE, 2, 35, 1, 1, 1, 0, 1)
        .text(IMAGE, 3, "E")
        .fractions(IMAGE, 4, 135, 1, 46, 1, 0, 1)
        .toTiff();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"dates", "names", "places", "containers"})
  void comesOutAsExpected(Case one) {
    ZoneId zone = one.zone() == null ? null : ZoneId.of(one.zone());
    PhotoMetadata read =
        new MetadataReader(Reading.CLOCK, zone, () -> places)
            .read(Reading.input(one.file(), one.path(), List.of()));

    String[] expected = one.expected().split(" \\| ");
    assertThat(Summary.of(read)).isEqualTo(expected[0]);
    // Of the file's own time, which is the epoch here.
    String notes =
        String.join("; ", read.notes().stream().filter(n -> !n.contains("1970")).toList());
    if (expected.length > 1) {
      assertThat(notes).contains(expected[1]);
    } else {
      assertThat(notes).isEmpty();
    }
  }
}
