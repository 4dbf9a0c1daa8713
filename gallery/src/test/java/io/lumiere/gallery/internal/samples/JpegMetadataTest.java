package io.lumiere.gallery.internal.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import io.lumiere.gallery.internal.scenes.Scenes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class JpegMetadataTest {
  private static final byte[] JPEG = Jpegs.encode(Scenes.byId("green-hills").paint(80), 0.8f);
  private static final Sample RICH =
      sample(
          "Fjäll & <Øy>",
          List.of("høst", "森", "a;b"),
          Optional.of(new Sample.Position(-33.5, -70.25)));
  private static final Sample PLAIN = sample("", List.of(), Optional.empty());

  private static Sample sample(
      String title, List<String> keywords, Optional<Sample.Position> position) {
    return new Sample(
        "painted:green-hills",
        "a.jpg",
        OffsetDateTime.parse("2021-12-31T23:59:58-03:30"),
        new Camera("Make", "Model", "Lens"),
        Exposure.parse("2.5 f/1.8 ISO6400 4.38mm"),
        position,
        title,
        keywords,
        "Jürgen Öz",
        "CC-BY-4.0",
        "row");
  }

  private static Metadata read(byte[] jpeg) throws Exception {
    return ImageMetadataReader.readMetadata(new ByteArrayInputStream(jpeg));
  }

  @Test
  void titleAndKeywordsAreInIptcAndXmp() throws Exception {
    Metadata metadata = read(JpegMetadata.write(JPEG, RICH, 1));
    IptcDirectory iptc = metadata.getFirstDirectoryOfType(IptcDirectory.class);
    assertThat(iptc.getString(IptcDirectory.TAG_OBJECT_NAME)).isEqualTo("Fjäll & <Øy>");
    assertThat(iptc.getStringArray(IptcDirectory.TAG_KEYWORDS)).containsExactly("høst", "森", "a;b");
    XmpDirectory xmp = metadata.getFirstDirectoryOfType(XmpDirectory.class);
    assertThat(xmp.getXmpProperties())
        .containsEntry("dc:title[1]", "Fjäll & <Øy>")
        .containsEntry("dc:subject[2]", "森")
        .containsEntry("dc:creator[1]", "Jürgen Öz")
        .containsEntry("dc:rights[1]", "CC-BY-4.0");
    assertThat(
            metadata
                .getFirstDirectoryOfType(ExifIFD0Directory.class)
                .getString(ExifIFD0Directory.TAG_ARTIST))
        .isEqualTo("Jürgen Öz");
  }

  @Test
  void southAndWestAreNegative() throws Exception {
    GpsDirectory gps =
        read(JpegMetadata.write(JPEG, RICH, 1)).getFirstDirectoryOfType(GpsDirectory.class);
    assertThat(gps.getGeoLocation().getLatitude()).isEqualTo(-33.5);
    assertThat(gps.getGeoLocation().getLongitude()).isEqualTo(-70.25);
  }

  @Test
  void writingAgainLeavesNothingOfTheFirst() throws Exception {
    byte[] twice = JpegMetadata.write(JpegMetadata.write(JPEG, RICH, 6), PLAIN, 1);
    assertThat(twice).isEqualTo(JpegMetadata.write(JPEG, PLAIN, 1));
    Metadata metadata = read(twice);
    assertThat(metadata.containsDirectoryOfType(IptcDirectory.class)).isFalse();
    assertThat(metadata.containsDirectoryOfType(GpsDirectory.class)).isFalse();
    assertThat(metadata.getDirectoriesOfType(XmpDirectory.class)).hasSize(1);
  }

  @Test
  void pixelsStayTheSame() throws IOException {
    byte[] tagged = JpegMetadata.write(JPEG, RICH, 1);
    var before = ImageIO.read(new ByteArrayInputStream(JPEG));
    var after = ImageIO.read(new ByteArrayInputStream(tagged));
    int size = before.getWidth();
    int height = before.getHeight();
    assertThat(after.getRGB(0, 0, size, height, null, 0, size))
        .isEqualTo(before.getRGB(0, 0, size, height, null, 0, size));
  }

  @Test
  void refusesWhatIsNotJpeg() {
    assertThatThrownBy(() -> JpegMetadata.write(new byte[] {1, 2, 3}, PLAIN, 1))
        .isInstanceOf(IOException.class);
  }
}
