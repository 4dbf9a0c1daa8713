package io.lumiere.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "IMG_20210704_SunsetBeach, IMG 20210704 SunsetBeach Sunset Beach",
    "DSC01234, DSC01234 DSC 01234",
    "old town (2)-final, old town 2 final",
    "HTMLPage, HTMLPage HTML Page",
    "été_Ärger, été Ärger",
    "東京2021, 東京2021 東京 2021",
    "___, ''",
  })
  void namesAreTakenApart(String name, String words) {
    assertThat(Words.split(name)).isEqualTo(words);
  }
}
