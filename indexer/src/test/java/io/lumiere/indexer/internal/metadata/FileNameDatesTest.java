package io.lumiere.indexer.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameDatesTest {
  @ParameterizedTest
  @CsvSource({
    "IMG_20210704_183000.jpg, 2021-07-04T18:30",
    "IMG_20210704_183005123.jpg, 2021-07-04T18:30:05",
    "MVIMG_20210704_183000.jpg, 2021-07-04T18:30",
    "20210704_183000.jpg, 2021-07-04T18:30",
    "20210704183000.jpg, 2021-07-04T18:30",
    "2021-07-04 18.30.00.jpg, 2021-07-04T18:30",
    "2021-07-04 18.30.00-1.jpg, 2021-07-04T18:30",
    "photo_2021-07-04_18-30-00.jpg, 2021-07-04T18:30",
    "signal-2021-07-04-183000.jpg, 2021-07-04T18:30",
    "signal-2021-07-04-18-30-00-123.jpg, 2021-07-04T18:30",
    "WIN_20210704_18_30_00_Pro.jpg, 2021-07-04T18:30",
    "Screenshot_20210704-183000_Maps.png, 2021-07-04T18:30",
    "Screenshot_2021-07-04-18-30-00.png, 2021-07-04T18:30",
    "Screenshot 2021-07-04 at 18.30.00.png, 2021-07-04T18:30",
    "Screen Shot 2021-07-04 at 6.30.00 PM.png, 2021-07-04T18:30",
    "Screen Shot 2021-07-04 at 12.30.00 AM.png, 2021-07-04T00:30",
    "Bildschirmfoto 2021-07-04 um 18.30.00.png, 2021-07-04T18:30",
    "Screenshot from 2021-07-04 18-30-00.png, 2021-07-04T18:30",
    "IMG-20210704-WA0001.jpg, 2021-07-04T00:00",
    "2021-07-04 party 12.jpg, 2021-07-04T00:00",
    "20210704_999999.jpg, 2021-07-04T00:00",
    "20212021 20210704.jpg, 2021-07-04T00:00"
  })
  void findsDates(String name, String expected) {
    assertThat(FileNameDates.find(name)).isNotNull();
    assertThat(FileNameDates.find(name).local()).isEqualTo(expected);
  }

  @Test
  void findsThePixelPhonesUtc() {
    assertThat(FileNameDates.find("PXL_20210704_183000123.MP.jpg"))
        .isEqualTo(DateText.of(Instant.parse("2021-07-04T18:30:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DSC01234.jpg",
        "DSC_20211399.jpg",
        "12345678.jpg",
        "120210704.jpg",
        "202107041.jpg",
        "2021-0704.jpg",
        "1625423400000.jpg",
        "IMG_2021.jpg",
        "20210230.jpg",
        ""
      })
  void doesNotTakeOtherNumbersForDates(String name) {
    assertThat(FileNameDates.find(name)).isNull();
  }
}
