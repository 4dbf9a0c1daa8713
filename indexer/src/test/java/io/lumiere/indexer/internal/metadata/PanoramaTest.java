package io.lumiere.indexer.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.Pictures;
import io.lumiere.schema.ImageInfo;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long pictures are panoramas, lines are not. */
class PanoramaTest {
  @ParameterizedTest
  @CsvSource({
    "4000, 3000, false",
    "6000, 2000, true",
    "2000, 6000, true",
    "9000, 600, true",
    "12000, 800, true",
    "4000, 1, false",
    "1, 4000, false",
    "4000, 16, false",
    "3000, 100, false",
    "20000, 300, false",
    "1000, 300, false"
  })
  void bySizeAlone(int width, int height, boolean panorama) {
    PhotoInput input =
        new PhotoInput(
            "x.jpg",
            Pictures.jpeg(1),
            Reading.NO_TIME,
            new ImageInfo(width, height, 1, "jpeg"),
            List.of());
    assertThat(new MetadataReader(Reading.CLOCK).read(input).traits().panorama())
        .isEqualTo(panorama);
  }
}
