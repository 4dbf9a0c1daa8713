package io.lumiere.indexer.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderDatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2021-07-04 Party | 2021-07-04 DAY",
        "2021-7-4 Party/best | 2021-07-04 DAY",
        "4. Juli 2021 | 2021-07-04 DAY",
        "19-05-2003 | 2003-05-19 DAY",
        "04-07-2021 | 2021-01-01 YEAR",
        "1985-06 Granny | 1985-06-01 MONTH",
        "1999 - 12 - Xmas | 1999-12-01 MONTH",
        "1999 - 12 - 24 Xmas | 1999-12-24 DAY",
        "2021/٠٧ | 2021-07-01 MONTH",
        "July 2021 | 2021-07-01 MONTH",
        "2021/07 | 2021-07-01 MONTH",
        "2021/7/4 | 2021-07-04 DAY",
        "2021/07/04 | 2021-07-04 DAY",
        "2021/July | 2021-07-01 MONTH",
        "2021/Juli am Meer/04 | 2021-07-04 DAY",
        "2021/07 July | 2021-07-01 MONTH",
        "2021/2021-07/2021-07-04 | 2021-07-04 DAY",
        "2021-07-04 Party/2021 best | 2021-07-04 DAY",
        "2020-07-04 Party/2021 best | 2021-01-01 YEAR",
        "2021/13 | 2021-01-01 YEAR",
        "2021-07-04 - 2021-07-10 Italy | 2021-07-01 MONTH",
        "2021-07-04 - 2021-08-10 | 2021-01-01 YEAR",
        "2021-07-04 - 10 Italy | 2021-07-01 MONTH",
        "2021-07-04..08-10 | 2021-01-01 YEAR",
        "2021-07-04 - Italy | 2021-07-04 DAY",
        "2021/2021-12-30 - 2022-01-02 | 2021-01-01 YEAR",
        "2021/0704 | 2021-07-04 DAY",
        "2021/0704 Party | 2021-07-04 DAY",
        "2021/07-25 Party | 2021-07-25 DAY",
        "2021/25.07. Party | 2021-07-25 DAY",
        "2021/25-07 | 2021-07-25 DAY",
        "2021/04.07. Party | 2021-01-01 YEAR",
        "2021/07-08 | 2021-07-01 MONTH",
        "2021/07-00 | 2021-07-01 MONTH",
        "2021/1234 | 2021-01-01 YEAR",
        "2021/2507 | 2021-01-01 YEAR",
        "07-2021 | 2021-07-01 MONTH",
        "07.2021 Italy | 2021-07-01 MONTH",
        "202107 | 2021-07-01 MONTH",
        "202107_Italy | 2021-07-01 MONTH",
        "2021年の写真 | 2021-01-01 YEAR",
        "2021년 사진 | 2021-01-01 YEAR",
        "Фото за 2021 год | 2021-01-01 YEAR",
        "Zdjęcia z 2021 r. | 2021-01-01 YEAR",
        "Rome (2021) | 2021-01-01 YEAR",
        "(2021) Rome | 2021-01-01 YEAR",
        "[2021] Rome | 2021-01-01 YEAR",
        "2021, Rome | 2021-01-01 YEAR",
        "2021+Rome | 2021-01-01 YEAR",
        "2021Rome | 2021-01-01 YEAR",
        "2021(1) | 2021-01-01 YEAR",
        "Xmas2021 | 2021-01-01 YEAR",
        "Italy 2021/Rome | 2021-01-01 YEAR"
      })
  void findsDates(String folder, String expected) {
    DateText date = FolderDates.find(folder);
    assertThat(date).as(folder).isNotNull();
    assertThat(date.local().toLocalDate() + " " + date.precision()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2019-2021",
        "DCIM/100APPLE",
        "1920x1080",
        "07/04",
        "v2021.1.2",
        "Nikon D2000",
        "1990s",
        "2000er Jahre",
        "2021-12-30 - 2022-01-02",
        "13-2021",
        "202113",
        "2021-22",
        "1.2021.5"
      })
  void doesNotTakeOtherNumbersForDates(String folder) {
    assertThat(FolderDates.find(folder)).isNull();
  }
}
