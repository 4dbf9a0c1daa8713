package io.lumiere.indexer.internal.metadata;

import static io.lumiere.indexer.internal.metadata.Exif.Block.IMAGE;
import static io.lumiere.indexer.internal.metadata.Exif.Block.PHOTO;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.Pictures;
import io.lumiere.schema.Confidence;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Precision;
import io.lumiere.schema.Taken;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
  private static final int DATE_TIME = 0x132;
  private static final int ORIGINAL = 0x9003;
  private static final int DIGITIZED = 0x9004;
  private static final int OFFSET = 0x9010;
  private static final int OFFSET_ORIGINAL = 0x9011;
  private static final int DECIMALS_ORIGINAL = 0x9291;

  private final TimeZone zone = TimeZone.getDefault();

  @AfterEach
  void restoreZone() {
    TimeZone.setDefault(zone);
  }

  private static Taken read(byte[] file, String name) {
    return Reading.read(file, name).taken();
  }

  private static Taken read(Exif exif) {
    return read(exif.into(Pictures.jpeg(1)), "x.jpg");
  }

  private static Exif original(String date) {
    return new Exif().text(PHOTO, ORIGINAL, date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
        "America/New_York",
        "Asia/Tokyo"
      })
  void noZoneOfTheMachineMovesADate(String id) {
    TimeZone.setDefault(TimeZone.getTimeZone(id));
    byte[] iptc =
        Segments.insertIptc(
            Pictures.jpeg(1),
            Segments.iptc(55, "20210101".getBytes(US_ASCII)),
            Segments.iptc(60, "003000+0100".getBytes(US_ASCII)));
    byte[] xmp =
        Segments.insertXmp(
            Pictures.jpeg(1),
            Segments.xmp(
                "<photoshop:DateCreated>2020-12-31T23:30:00+09:00</photoshop:DateCreated>"));

    assertThat(read(original("2021:01:01 00:30:00")).local()).isEqualTo("2021-01-01T00:30:00");
    assertThat(read(original("2020:12:31 23:30:00")).local()).isEqualTo("2020-12-31T23:30:00");
    assertThat(read(iptc, "x.jpg").iso()).isEqualTo("2021-01-01T00:30:00+01:00");
    assertThat(read(xmp, "x.jpg").iso()).isEqualTo("2020-12-31T23:30:00+09:00");
    assertThat(read(Pictures.jpeg(1), "IMG_20210101_003000.jpg").local())
        .isEqualTo("2021-01-01T00:30:00");
  }

  @Test
  void takesDecimalsAndTheOffsetThatBelongsToTheDate() {
    Exif exif =
        original("2021:07:04 18:30:05")
            .text(PHOTO, DECIMALS_ORIGINAL, "25 ")
            .text(PHOTO, OFFSET, "+09:00")
            .text(PHOTO, OFFSET_ORIGINAL, "-03:30");

    assertThat(read(exif))
        .isEqualTo(
            new Taken(
                LocalDateTime.parse("2021-07-04T18:30:05.25"),
                ZoneOffset.ofHoursMinutes(-3, -30),
                "exif"));
    assertThat(read(original("2021:07:04 18:30:05").text(PHOTO, OFFSET, "+09:00")).offset())
        .isEqualTo(ZoneOffset.ofHours(9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000:00:00 00:00:00",
        "    :  :     :  :  ",
        "2021:13:01 00:00:00",
        "2021:02:30 12:00:00",
        "2021:07:04 25:00:00",
        "1825:12:31 23:59:59",
        "1904:01:01 00:00:00",
        "1970:01:01 00:00:00",
        "1970:01:01 02:00:00",
        "1969:12:31 19:00:00",
        "1970:01:01 05:30:00",
        "1970:01:01 05:45:00",
        "1969:12:31 20:30:00",
        "1904:01:01 05:30:00",
        "1899:12:30 00:00:00",
        "2026:03:02 12:00:01",
        "9999:99:99 99:99:99",
        "yesterday",
        ""
      })
  void refusesImpossibleDatesAndGoesOn(String date) {
    assertThat(read(original(date))).isNull();
    assertThat(read(original(date).text(PHOTO, DIGITIZED, "1999:12:31 23:59:59")))
        .isEqualTo(new Taken(LocalDateTime.parse("1999-12-31T23:59:59"), null, "exif-digitized"));
  }

  /** Whatever the file says there. */
  @Test
  void aDateThatIsNotBelievedIsNoDamage() {
    PhotoMetadata photo = Reading.read(original("a damaged 1").into(Pictures.jpeg(1)), "x.jpg");
    assertThat(Reading.notes(photo)).anyMatch(note -> note.contains("a damaged 1"));
    assertThat(photo.isDamaged()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021:07:04 18:30:00",
        "2021-07-04 18:30:00",
        "2021/07/04 18:30",
        "2021:07:04T18:30:00",
        "2021: 7: 4 18:30: 0",
        "  2021:07:04 18:30:00  ",
        "2021:07:04 18:30:00\0"
      })
  void readsWhatCamerasWrite(String date) {
    assertThat(read(original(date)).local()).isEqualTo("2021-07-04T18:30:00");
  }

  @Test
  void asksTheSourcesInOrder() {
    byte[] jpeg = Pictures.jpeg(1);
    byte[] all = new Exif().text(IMAGE, DATE_TIME, "2001:01:01 01:01:01").into(jpeg);
    assertThat(read(all, "x.jpg").source()).isEqualTo("exif-modified");
    assertThat(read(all, "2002-02-02.jpg").source()).isEqualTo("filename");
    all = Segments.insertIptc(all, Segments.iptc(55, "20030303".getBytes(US_ASCII)));
    assertThat(read(all, "2002-02-02.jpg"))
        .isEqualTo(
            new Taken(
                LocalDateTime.parse("2003-03-03T00:00"),
                null,
                null,
                "iptc",
                Confidence.MEDIUM,
                Precision.DAY));
    all =
        Segments.insertXmp(all, Segments.xmp("<xmp:CreateDate>2004-04-04T04:04Z</xmp:CreateDate>"));
    assertThat(read(all, "2002-02-02.jpg").iso()).isEqualTo("2004-04-04T04:04:00Z");
    all = original("2005:05:05 05:05:05").into(all);
    assertThat(read(all, "2002-02-02.jpg").source()).isEqualTo("exif");
  }

  /** India's clock shows half past five then; no clock shows half past three in the afternoon. */
  @ParameterizedTest
  @ValueSource(strings = {"1970:01:01 15:30:00", "1970:01:01 05:31:00", "1980:01:01 00:00:01"})
  void believesDatesNearThoseOfClocksThatWereNeverSet(String date) {
    assertThat(read(original(date)).source()).isEqualTo("exif");
  }

  /** Archives without dates, in the zone of whoever unpacked them. */
  @ParameterizedTest
  @ValueSource(strings = {"1979-12-31T23:00:00Z", "1980-01-01T05:00:00Z", "1979-11-29T18:30:00Z"})
  void doesNotBelieveTheTimesOfUnpackedFiles(String modified) {
    PhotoInput input =
        new PhotoInput(
            "holiday.jpg",
            Pictures.jpeg(1),
            Instant.parse(modified),
            new ImageInfo(64, 48, 1, "jpeg"),
            List.of());
    assertThat(new MetadataReader(Reading.CLOCK).read(input).taken()).isNull();
  }

  @Test
  void believesTheFilesTimeLast() {
    Instant modified = Instant.parse("2020-05-05T05:05:05Z");
    PhotoInput input =
        new PhotoInput(
            "holiday.jpg", Pictures.jpeg(1), modified, new ImageInfo(64, 48, 1, "jpeg"), List.of());

    Taken taken = new MetadataReader(Reading.CLOCK).read(input).taken();

    assertThat(taken.instant()).isEqualTo(modified);
    assertThat(taken.source()).isEqualTo("file-modified");
    assertThat(taken.confidence()).isEqualTo(Confidence.LOW);
    assertThat(read(Pictures.jpeg(1), "holiday.jpg")).as("a clock never set").isNull();
  }

  @Test
  void readsXmpDatesThatAreOnlyAYear() {
    byte[] xmp = Segments.xmp("<photoshop:DateCreated>1936</photoshop:DateCreated>");

    assertThat(read(Segments.insertXmp(Pictures.jpeg(1), xmp), "scan.jpg").local())
        .isEqualTo("1936-01-01T00:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Creation Time\0Sun, 04 Jul 2021 18:30:00 +0200",
        "Creation Time\0002021:07:04 18:30:00",
        "creation time\0002021-07-04T18:30:00+02:00"
      })
  void readsPngTexts(String text) {
    byte[] png = Segments.insertChunk(Pictures.png(1), "tEXt", text.getBytes(US_ASCII));

    Taken taken = read(png, "x.png");

    assertThat(taken.local()).isEqualTo("2021-07-04T18:30:00");
    assertThat(taken.source()).isEqualTo("png");
  }

  @Test
  void readsExifInPng() {
    byte[] exif = original("2021:07:04 18:30:00").toTiff();

    assertThat(read(Segments.insertChunk(Pictures.png(1), "eXIf", exif), "x.png").source())
        .isEqualTo("exif");
  }
}
