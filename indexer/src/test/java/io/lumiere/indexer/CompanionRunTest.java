package io.lumiere.indexer;

import static io.lumiere.indexer.internal.metadata.Exif.Block.GPS;
import static io.lumiere.indexer.internal.metadata.Exif.Block.PHOTO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.RgbImage;
import io.lumiere.indexer.internal.metadata.CompanionFiles;
import io.lumiere.indexer.internal.metadata.Exif;
import io.lumiere.indexer.places.TinyPlaces;
import io.lumiere.models.ImageEncoder;
import io.lumiere.schema.Confidence;
import io.lumiere.schema.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files next to photos, through whole index runs. */
class CompanionRunTest {
  @TempDir private Path temp;
  private Workspace work;

  @BeforeEach
  void onePhoto() {
    work = new Workspace(temp);
    Pictures.write(work.file("a.jpg"), 1);
  }

  private void write(String path, byte[] bytes) {
    Pictures.write(work.file(path), bytes);
  }

  private void write(String path, String text) {
    write(path, text.getBytes(UTF_8));
  }

  private Photo photo(String path) {
    return work.open().photos().get(path);
  }

  @Test
  void readsASidecarAgainWhenItChangesWithoutEncoding() throws IOException {
    work.run();
    assertThat(photo("a.jpg").caption().title()).isNull();
    String id = photo("a.jpg").id();

    write("a.xmp", CompanionFiles.xmp("<xmp:Rating>3</xmp:Rating>"));
    assertThat(work.run().counts().updated()).isEqualTo(1);
    assertThat(photo("a.jpg").caption().rating()).isEqualTo(3);

    write("a.xmp", CompanionFiles.xmp("<xmp:Rating>-1</xmp:Rating><xmp:Label>Red</xmp:Label>"));
    assertThat(work.run().counts().updated()).isEqualTo(1);
    assertThat(photo("a.jpg").caption().rating()).isEqualTo(-1);
    assertThat(photo("a.jpg").caption().label()).isEqualTo("Red");

    assertThat(work.run().counts().bytes()).as("nothing has changed").isZero();
    Files.delete(work.file("a.xmp"));
    work.run();
    assertThat(photo("a.jpg").caption().rating()).isNull();
    assertThat(photo("a.jpg").id()).isEqualTo(id);
    assertThat(work.encoder.calls).hasValue(0);
  }

  /** A disk that goes away for a moment changes no times of its files. */
  @Test
  void filesThatCannotBeReadForAMomentAreReadByTheNextRun() throws IOException {
    write("p/b.jpg", Pictures.jpeg(2));
    write("p/b.xmp", CompanionFiles.xmp("<xmp:Rating>3</xmp:Rating>"));
    write("p/.picasa.ini", "[Contacts2]\n1=Ann;;\n[b.jpg]\nfaces=rect64(1),1\n");
    Files.delete(work.file("a.jpg"));
    Path away = temp.resolve("away");
    ImageEncoder unplugging =
        new ImageEncoder() {
          @Override
          public int imageSize() {
            return work.encoder.imageSize();
          }

          @Override
          public float[] encode(RgbImage image) {
            Workspace.move(work.file("p"), away);
            return work.encoder.encode(image);
          }
        };
    new Indexer(
            work.archive,
            work.index,
            ColourEncoder.MODEL,
            () -> unplugging,
            IndexerOptions.DEFAULTS)
        .run(ProgressListener.NONE);
    assertThat(photo("p/b.jpg").notes()).contains("b.xmp cannot be read");
    assertThat(photo("p/b.jpg").caption().rating()).isNull();
    Workspace.move(away, work.file("p"));

    assertThat(work.run().counts().reread()).isEqualTo(1);

    assertThat(photo("p/b.jpg").caption().rating()).isEqualTo(3);
    assertThat(photo("p/b.jpg").caption().people()).containsExactly("Ann");
    assertThat(photo("p/b.jpg").notes()).isEmpty();
    assertThat(work.encoder.calls).hasValue(0);
    assertThat(work.run().counts().bytes()).isZero();
  }

  @Test
  void damagedMetadataAreCounted() {
    work.run();
    write("a.xmp", CompanionFiles.xmp("<xmp:Rating>3</xmp:Rating><xmp:Rating>3</xmp:Rating>"));
    assertThat(work.run().counts().damaged()).isEqualTo(1);
    assertThat(photo("a.jpg").caption().rating()).isEqualTo(3);
    assertThat(work.run().counts().damaged()).as("what is not read again").isZero();
  }

  @Test
  void picasaKnowsThePeopleOfAFolder() throws IOException {
    work.run();
    write(
        ".picasa.ini", "[Contacts2]\nc1=Ann Smith;;\n[a.jpg]\nfaces=rect64(3f845bcb59418507),c1\n");
    work.run();
    assertThat(photo("a.jpg").caption().people()).containsExactly("Ann Smith");
    Files.delete(work.file(".picasa.ini"));
    work.run();
    assertThat(photo("a.jpg").caption().people()).isEmpty();
  }

  @Test
  void wordsOfThePlaceAreFoundBesideItsPosition() {
    Exif kyoto =
        new Exif()
            .text(GPS, 1, "N")
            .fractions(GPS, 2, 35, 1, 1, 1, 0, 1)
            .text(GPS, 3, "E")
            .fractions(GPS, 4, 135, 1, 46, 1, 0, 1);
    write("k.jpg", kyoto.into(Pictures.jpeg(9)));
    write("k.xmp", CompanionFiles.xmp("<photoshop:City>Old Capital</photoshop:City>"));
    work.run(IndexerOptions.DEFAULTS.withPlaces(TinyPlaces.table(temp)));
    assertThat(photo("k.jpg").place().names().city()).isEqualTo("Kyoto");
    assertThat(photo("k.jpg").place().names().words()).contains("京都", "Old Capital");
  }

  @Test
  void aSidecarIsALaterWordThanTheFile() {
    byte[] sidecar =
        CompanionFiles.xmp(
            "<photoshop:DateCreated>2001-01-01T01:01:01</photoshop:DateCreated>"
                + "<xmp:ModifyDate>2002-02-02T02:02:02</xmp:ModifyDate>"
                + "<dc:subject><rdf:Bag><rdf:li>sea</rdf:li></rdf:Bag></dc:subject>");
    write("b.jpg", new Exif().text(PHOTO, 0x9003, "2021:07:04 12:00:00").into(Pictures.jpeg(2)));
    write("b.jpg.xmp", sidecar);
    write("c.jpg", new Exif().text(PHOTO, 0x9003, "2099:07:04 12:00:00").into(Pictures.jpeg(3)));
    write("c.xmp", sidecar);
    work.run();

    assertThat(photo("b.jpg").taken().iso()).isEqualTo("2001-01-01T01:01:01");
    assertThat(photo("b.jpg").taken().source()).isEqualTo("sidecar");
    assertThat(photo("b.jpg").caption().keywords()).containsExactly("sea");
    assertThat(photo("c.jpg").taken().source()).isEqualTo("sidecar");
    assertThat(photo("c.jpg").notes()).hasSize(1);
  }

  @Test
  void readsGoogleTakeout() {
    String json =
        """
        {"title": "a.jpg", "description": "At the temple",
         "photoTakenTime": {"timestamp": "1625367600"},
         "geoData": {"latitude": 35.01, "longitude": 135.76, "altitude": 50.0},
         "geoDataExif": {"latitude": 0.0, "longitude": 0.0, "altitude": 0.0},
         "people": [{"name": "Ada"}], "favorited": true}
        """;
    write("a.jpg.supplemental-metadata.json", json);
    write("b.jpg", Pictures.jpeg(2));
    write("b.jpg.json", "{ no json");
    write("c.jpg", Pictures.jpeg(3));
    write("c.jpg.json", "{\"photoTakenTime\": {\"timestamp\": \"-9223372036854775808\"}}");
    write("d.jpg", Pictures.jpeg(4));
    write("d.jpg.json", "{\"photoTakenTime\": {\"timestamp\": " + "9".repeat(900) + "}}");
    work.run(IndexerOptions.DEFAULTS.withPlaces(TinyPlaces.table(temp)));

    Photo photo = photo("a.jpg");
    assertThat(photo.taken().iso()).isEqualTo("2021-07-04T12:00:00+09:00");
    assertThat(photo.taken().source()).isEqualTo("takeout");
    assertThat(photo.taken().offsetSource()).isEqualTo("place");
    assertThat(photo.place().names().city()).isEqualTo("Kyoto");
    assertThat(photo.place().altitude()).isEqualTo(50);
    assertThat(photo.caption().description()).isEqualTo("At the temple");
    assertThat(photo.caption().people()).containsExactly("Ada");
    assertThat(photo.caption().label()).isEqualTo("Favourite");
    assertThat(photo("c.jpg").taken().source()).isEqualTo("file-modified");
    assertThat(photo("d.jpg").taken().source()).isEqualTo("file-modified");
    assertThat(photo("b.jpg").notes()).containsExactly("b.jpg.json is not JSON that can be read");
  }

  @Test
  void joinsALivePhotoAndItsFilm() {
    write(
        "a.MOV",
        CompanionFiles.film(
            1_625_367_600L,
            3,
            "com.apple.quicktime.creationdate",
            "2021-07-04T12:00:00+0900",
            "com.apple.quicktime.location.ISO6709",
            "+35.0100+135.7600+050.000/"));
    write("b.jpg", Pictures.jpeg(2));
    write("b.mp4", CompanionFiles.film(1_625_367_600L, 300));
    write("c.jpg", Pictures.jpeg(3));
    write("c.mov", "no film");
    write("d.jpg", Pictures.jpeg(4));
    write("d.jpg.MOV", CompanionFiles.film(1_625_367_600L, 3));
    write("e.jpg", Pictures.jpeg(5));
    write("e_HEVC.MOV", CompanionFiles.film(1_625_367_600L, 3));
    work.run();

    Photo live = photo("a.jpg");
    assertThat(live.traits().livePhoto()).isEqualTo("a.MOV");
    assertThat(live.taken().iso()).isEqualTo("2021-07-04T12:00:00+09:00");
    assertThat(live.taken().source()).isEqualTo("quicktime");
    assertThat(live.place().latitude()).isEqualTo(35.01);
    assertThat(photo("b.jpg").traits().livePhoto()).as("a film of five minutes").isNull();
    assertThat(photo("c.jpg").traits().livePhoto()).isNull();
    assertThat(photo("d.jpg").traits().livePhoto()).isEqualTo("d.jpg.MOV");
    assertThat(photo("e.jpg").traits().livePhoto()).isEqualTo("e_HEVC.MOV");
  }

  @Test
  void theFilesTimeIsTheLastDate() throws IOException {
    Instant modified = Instant.parse("2020-12-31T23:30:00Z");
    Files.setLastModifiedTime(work.file("a.jpg"), java.nio.file.attribute.FileTime.from(modified));
    work.run(IndexerOptions.DEFAULTS.withZone(ZoneId.of("Asia/Tokyo")));

    assertThat(photo("a.jpg").taken().iso()).isEqualTo("2021-01-01T08:30:00+09:00");
    assertThat(photo("a.jpg").taken().confidence()).isEqualTo(Confidence.LOW);
  }

  @Test
  void anotherZoneOrTableReadsMetadataAgainWithoutEncoding() {
    Exif kyoto =
        new Exif()
            .text(PHOTO, 0x9003, "2021:07:04 12:00:00")
            .text(GPS, 1, "N")
            .fractions(GPS, 2, 35, 1, 1, 1, 0, 1)
            .text(GPS, 3, "E")
            .fractions(GPS, 4, 135, 1, 46, 1, 0, 1);
    write("k.jpg", kyoto.into(Pictures.jpeg(9)));
    work.run();
    assertThat(photo("k.jpg").taken().offset()).isNull();

    work.run(IndexerOptions.DEFAULTS.withZone(ZoneId.of("Europe/Paris")));
    assertThat(work.encoder.calls).hasValue(0);
    assertThat(photo("k.jpg").taken().offset()).isEqualTo(ZoneOffset.ofHours(2));

    assertThat(work.run().counts().bytes()).as("the index remembers its zone").isZero();
    work.run(IndexerOptions.DEFAULTS.withPlaces(TinyPlaces.table(temp)));
    assertThat(work.encoder.calls).hasValue(0);
    assertThat(photo("k.jpg").taken().offset()).isEqualTo(ZoneOffset.ofHours(9));
    assertThat(photo("k.jpg").place().names().words()).contains("京都", "Kyoto", "日本");
    assertThat(work.run().counts().bytes()).as("names stay where a run has no table").isZero();
  }
}
