package io.lumiere.indexer.internal.metadata;

import static io.lumiere.indexer.internal.metadata.Exif.Block.GPS;
import static io.lumiere.indexer.internal.metadata.Exif.Block.PHOTO;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.Pictures;
import io.lumiere.indexer.internal.scan.Companion;
import io.lumiere.schema.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an XMP sidecar says, against what the photo's own file says. */
class SidecarDatesTest {
  private static final byte[] JPEG = Pictures.jpeg(1);

  @TempDir private Path temp;

  private PhotoMetadata read(byte[] file, String sidecar) {
    Path beside = temp.resolve("x.jpg.xmp");
    try {
      Files.write(beside, CompanionFiles.xmp(sidecar));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    List<Companion> companions =
        List.of(new Companion(Companion.Kind.XMP, beside, "x.jpg.xmp", 1, 1));
    return new MetadataReader(Reading.CLOCK).read(Reading.input(file, "x.jpg", companions));
  }

  private static byte[] exif(String date) {
    return new Exif().text(PHOTO, 0x9003, date).into(JPEG);
  }

  private static String element(String name, String text) {
    return text == null ? "" : "<" + name + ">" + text + "</" + name + ">";
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // EXIF's date, the sidecar's DateTimeOriginal, DateCreated and CreateDate, what is taken.
        "2015:03:04 10:00:00, 1985-06-15T14:00:00, -, -, 1985-06-15T14:00:00 sidecar",
        "2015:03:04 10:00:00, -, 1985-06-15, -, 1985-06-15T00:00:00 sidecar",
        "2015:03:04 10:00:00, -, 1985, -, 1985-01-01T00:00:00 sidecar",
        "2015:03:04 10:00:00, -, -, 1985-06-15T14:00:00, 2015-03-04T10:00:00 exif",
        "2015:03:04 10:00:00, -, 2015, -, 2015-03-04T10:00:00 exif",
        "2015:03:04 10:00:00, -, 2015-03, -, 2015-03-04T10:00:00 exif",
        "2015:03:04 10:00:00, -, 2015-03-04, -, 2015-03-04T10:00:00 exif",
        "2015:03:04 10:00:00, -, 2015-04, -, 2015-04-01T00:00:00 sidecar",
        "2015:03:04 10:00:00, 2015-03-04T10:00:00, -, -, 2015-03-04T10:00:00 exif",
        "2015:03:04 10:00:07, 2015-03-04T10:00, -, -, 2015-03-04T10:00:07 exif",
        "2015:03:04 10:00:00, 2015-03-04T11:00:00, -, -, 2015-03-04T11:00:00 sidecar",
        "2015:03:04 10:00:00, 2015-03-04T10:00:00+05:00, -, -, 2015-03-04T10:00:00+05:00 exif",
        "2015:03:04 10:00:00, 2015-03-04T10:00:00, 1936, -, 1936-01-01T00:00:00 sidecar",
        "2015:03:00 00:00:00, 2015-03-04T10:00:00, -, -, 2015-03-04T10:00:00 sidecar",
        "0000:00:00 00:00:00, -, -, 1985-06-15T14:00:00, 1985-06-15T14:00:00 sidecar",
        "0000:00:00 00:00:00, 2015-03, -, 2015-03-04T10:00:00, 2015-03-04T10:00:00 sidecar",
        "2015:03:04 10:00:00, 2099-01-01T00:00:00, -, -, 2015-03-04T10:00:00 exif"
      })
  void aPersonsDateComesFirst(
      String exif, String original, String created, String byProgram, String expected) {
    Taken taken =
        read(
                exif(exif),
                element("exif:DateTimeOriginal", original)
                    + element("photoshop:DateCreated", created)
                    + element("xmp:CreateDate", byProgram)
                    + element("xmp:ModifyDate", "1999-09-09T09:09:09"))
            .taken();

    assertThat(taken.iso() + " " + taken.source()).isEqualTo(expected);
  }

  @Test
  void aPersonsPlaceComesFirst() {
    Exif kyoto =
        new Exif()
            .text(GPS, 1, "N")
            .fractions(GPS, 2, 35, 1, 1, 1, 0, 1)
            .text(GPS, 3, "E")
            .fractions(GPS, 4, 135, 1, 46, 1, 0, 1)
            .fractions(GPS, 6, 50, 1);
    String lisbon =
        "<exif:GPSLatitude>38,43.0N</exif:GPSLatitude><exif:GPSLongitude>9,8.4W</exif:GPSLongitude>";
    String same =
        "<exif:GPSLatitude>35,1.0N</exif:GPSLatitude><exif:GPSLongitude>135,46.0E"
            + "</exif:GPSLongitude>";

    assertThat(read(kyoto.into(JPEG), lisbon).place().longitude()).isEqualTo(-9.14);
    assertThat(read(kyoto.into(JPEG), same).place().altitude()).as("the file's").isEqualTo(50);
  }

  @Test
  void anOffsetThatOnlyACopyKnowsBelongsToTheDate() {
    byte[] iptc =
        Segments.insertIptc(
            exif("2021:07:04 12:00:00"),
            Segments.iptc(55, "20210704".getBytes(US_ASCII)),
            Segments.iptc(60, "120000+0100".getBytes(US_ASCII)));
    assertThat(Reading.read(iptc, "x.jpg").taken())
        .isEqualTo(
            new Taken(
                java.time.LocalDateTime.parse("2021-07-04T12:00"),
                java.time.ZoneOffset.ofHours(1),
                "exif"));
    byte[] xmp =
        Segments.insertXmp(
            exif("2021:07:04 12:00:00"),
            Segments.xmp("<xmp:CreateDate>2021-07-04T12:00:00-03:30</xmp:CreateDate>"));
    assertThat(Reading.read(xmp, "x.jpg").taken().iso()).isEqualTo("2021-07-04T12:00:00-03:30");
    byte[] other =
        Segments.insertXmp(
            exif("2021:07:04 12:00:00"),
            Segments.xmp("<xmp:CreateDate>2021-07-05T12:00:00-03:30</xmp:CreateDate>"));
    assertThat(Reading.read(other, "x.jpg").taken().offset()).as("of another moment").isNull();
  }

  @Test
  void aZeroOffsetOfACopyComesAfterTheSatellites() {
    Exif satellites =
        new Exif()
            .text(PHOTO, 0x9003, "2021:07:04 12:00:00")
            .text(GPS, 29, "2021:07:04")
            .fractions(GPS, 7, 10, 1, 0, 1, 0, 1);
    byte[] copy = Segments.xmp("<xmp:CreateDate>2021-07-04T12:00:00Z</xmp:CreateDate>");

    assertThat(Reading.read(Segments.insertXmp(satellites.into(JPEG), copy), "x.jpg").taken().iso())
        .isEqualTo("2021-07-04T12:00:00+02:00");
    assertThat(
            Reading.read(Segments.insertXmp(exif("2021:07:04 12:00:00"), copy), "x.jpg")
                .taken()
                .iso())
        .isEqualTo("2021-07-04T12:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "1985:00:00 00:00:00, x.jpg, 1985-01-01T00:00 YEAR exif",
    "1985:00:00 00:00:00, 1985-06-15.jpg, 1985-06-15T00:00 DAY filename",
    "1985:00:00 00:00:00, 1986-06-15.jpg, 1985-01-01T00:00 YEAR exif",
    "1985:06:00 00:00:00, 1985 Granny.jpg, 1985-06-01T00:00 MONTH exif",
    "0000:00:00 00:00:00, 1985-06-15/1985 Granny.jpg, 1985-06-15T00:00 DAY folder"
  })
  void aLaterSourceCompletesADate(String exif, String path, String expected) {
    Taken taken = Reading.read(exif(exif), path).taken();

    assertThat(taken.local() + " " + taken.precision() + " " + taken.source()).isEqualTo(expected);
  }
}
