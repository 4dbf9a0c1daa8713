package io.lumiere.indexer.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakeoutNamesTest {
  @ParameterizedTest
  @CsvSource({
    "IMG_1.jpg, IMG_1.jpg.json",
    "IMG_1.jpg, IMG_1.jpg.supplemental-metadata.json",
    "IMG_1.jpg, IMG_1.jpg.supplemental-meta.json",
    "IMG_1.jpg, IMG_1.jpg.s.json",
    "PXL_20210704_183000123.PORTRAIT-01.COVER.jpg,"
        + " PXL_20210704_183000123.PORTRAIT-01.COVER.jpg.s.json",
    "a_name_that_is_longer_than_takeout_likes_it_to_be.jpg,"
        + " a_name_that_is_longer_than_takeout_likes_it_to.json",
    "IMG_1(2).jpg, IMG_1.jpg(2).json",
    "IMG_1(2).jpg, IMG_1.jpg.supplemental-metadata(2).json",
    "IMG_1-edited.jpg, IMG_1.jpg.json",
    "IMG_1-bearbeitet.jpg, IMG_1.jpg.supplemental-metadata.json",
    "IMG_1-edited(2).jpg, IMG_1.jpg(2).json"
  })
  void findsTheOwnFile(String photo, String json) {
    assertThat(TakeoutNames.fit(photo, json)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "IMG_1.jpg, IMG_10.jpg.json",
    "IMG_1.jpg, IMG_1.png.json",
    "IMG_1.jpg, IMG_1.jpg(1).json",
    "IMG_1(2).jpg, IMG_1.jpg.json",
    "IMG_1(2).jpg, IMG_1.jpg(1).json",
    "IMG_1.jpg, IMG.json",
    "IMG_1.jpg, metadata.json",
    "IMG_1.jpg, IMG_1.jpg.xmp"
  })
  void leavesTheFilesOfOthers(String photo, String json) {
    assertThat(TakeoutNames.fit(photo, json)).isZero();
  }
}
