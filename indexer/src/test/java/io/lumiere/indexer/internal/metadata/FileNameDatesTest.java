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
    "20212021 20210704.jpg, 2021-07-04T00:00",
    "IMG_٢٠٢١٠٧٠٤_١٨٣٠٠٠.jpg, 2021-07-04T18:30",
    "Screenshot ٢٠٢١-٠٧-٠٤.png, 2021-07-04T00:00",
    "2021–07–04 party.jpg, 2021-07-04T00:00",
    "2021 - 07 - 04 party.jpg, 2021-07-04T00:00",
    "2021-07-04 - 18.30.00.jpg, 2021-07-04T18:30",
    "2021-07-04 10.30.00 em Lisboa.jpg, 2021-07-04T10:30",
    "2021-07-04 10.30.00 CH.jpg, 2021-07-04T10:30",
    "يونيو 1985.jpg, 1985-06-01T00:00",
    "1985 - 06 - Granny.jpg, 1985-06-01T00:00"
  })
  void findsDates(String name, String expected) {
    assertThat(FileNameDates.find(name)).isNotNull();
    assertThat(FileNameDates.find(name).local()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1985-06 Granny.jpg | 1985-06-01 MONTH",
        "1985_06.jpg | 1985-06-01 MONTH",
        "1985.06 Granny.jpg | 1985-06-01 MONTH",
        "Granny 1985-06.jpg | 1985-06-01 MONTH",
        "Scan 1985-06 (2).jpg | 1985-06-01 MONTH",
        "1985-06-00 Granny.jpg | 1985-06-01 MONTH",
        "1985-06-xx.jpg | 1985-06-01 MONTH",
        "1985-00-00 Granny.jpg | 1985-01-01 YEAR",
        "1985-xx-xx Granny.jpg | 1985-01-01 YEAR",
        "1985 Granny.jpg | 1985-01-01 YEAR",
        "1890-5-3 Granny.jpg | 1890-05-03 DAY",
        "2021-7-4 party.jpg | 2021-07-04 DAY",
        "2021.7.4.jpg | 2021-07-04 DAY",
        "party 2021_7_4.jpg | 2021-07-04 DAY",
        "2021-7-4 18.30.00.jpg | 2021-07-04T18:30 TIME",
        "2021_07_04.jpg | 2021-07-04 DAY",
        "2021 07 04 party.jpg | 2021-07-04 DAY",
        "20210704.jpg | 2021-07-04 DAY",
        "2021.07.04 | 2021-07-04 DAY",
        "IMG_2020_0704_183000.jpg | 2020-07-04T18:30 TIME",
        "2020_0704_183000_001.JPG | 2020-07-04T18:30 TIME",
        "19-05-2003.jpg | 2003-05-19 DAY",
        "19.5.2003 Oma.jpg | 2003-05-19 DAY",
        "05-19-2003.jpg | 2003-05-19 DAY",
        "04-04-2003.jpg | 2003-04-04 DAY",
        "19 05 2003.jpg | 2003-05-19 DAY",
        "IMG_19-05-2003_18-30-00.jpg | 2003-05-19T18:30 TIME",
        "04-07-2021.jpg | 2021-01-01 YEAR",
        "4.7.2021.jpg | 2021-01-01 YEAR",
        "July 4 2021.jpg | 2021-07-04 DAY",
        "July 4th, 2021.jpg | 2021-07-04 DAY",
        "Jul-04-2021.jpg | 2021-07-04 DAY",
        "4 July 2021.jpg | 2021-07-04 DAY",
        "04Jul2021.jpg | 2021-07-04 DAY",
        "party 4-Jul-2021.jpg | 2021-07-04 DAY",
        "2021 July 4.jpg | 2021-07-04 DAY",
        "2021-Jul-04.jpg | 2021-07-04 DAY",
        "July 2021 party.jpg | 2021-07-01 MONTH",
        "4. Juli 2021.jpg | 2021-07-04 DAY",
        "4. März 2021.jpg | 2021-03-04 DAY",
        "4 juillet 2021.jpg | 2021-07-04 DAY",
        "1er août 2021.jpg | 2021-08-01 DAY",
        "1er aout 2021.jpg | 2021-08-01 DAY",
        "4 de julio de 2021.jpg | 2021-07-04 DAY",
        "4 luglio 2021.jpg | 2021-07-04 DAY",
        "4 de março de 2021.jpg | 2021-03-04 DAY",
        "4 juli 2021.jpg | 2021-07-04 DAY",
        "4 lipca 2021.jpg | 2021-07-04 DAY",
        "4 июля 2021.jpg | 2021-07-04 DAY",
        "4. heinäkuuta 2021.jpg | 2021-07-04 DAY",
        "4 Temmuz 2021.jpg | 2021-07-04 DAY",
        "2021年7月4日.jpg | 2021-07-04 DAY",
        "2021年7月 旅行.jpg | 2021-07-01 MONTH",
        "2021년 7월 4일.jpg | 2021-07-04 DAY",
        "Adobe Scan Jul 4, 2021.jpg | 2021-07-04 DAY",
        "photo_12@04-07-2021_18-30-00.jpg | 2021-07-04T18:30 TIME",
        "CamScanner 07-04-2021 18.30.jpg | 2021-07-04T18:30 TIME",
        "img20210704_18300012.jpg | 2021-07-04T18:30 TIME",
        "IMG20210704183000.jpg | 2021-07-04T18:30 TIME",
        "DJI_20210704183000_0001_D.JPG | 2021-07-04T18:30 TIME",
        "Photo on 2021-07-04 at 18.30.jpg | 2021-07-04T18:30 TIME",
        "Screenshot 2021-07-04 at 9.30.00.png | 2021-07-04T09:30 TIME",
        "Screen Shot 2021-07-04 at 6.30.00 p.m..png | 2021-07-04T18:30 TIME",
        "截屏2021-07-04 下午6.30.00.png | 2021-07-04T18:30 TIME",
        "스크린샷 2021-07-04 오후 6.30.00.png | 2021-07-04T18:30 TIME",
        "20210704T183000Z.jpg | 2021-07-04T18:30 TIME",
        "20210704_1234.jpg | 2021-07-04 DAY",
        "WP_20210704_001.jpg | 2021-07-04 DAY",
        "LINE_ALBUM_20210704_210704_1.jpg | 2021-07-04 DAY",
        "wx_camera_1625423400000.jpg | 2021-07-04T18:30 TIME",
        "1985年.jpg | 1985-01-01 YEAR",
        "1985年 旅行.jpg | 1985-01-01 YEAR",
        "Captura de pantalla 2021-07-04 a la(s) 18.30.00.png | 2021-07-04T18:30 TIME",
        "Captura de pantalla 2021-07-04 a les 18.30.00.png | 2021-07-04T18:30 TIME",
        "Näyttökuva 2021-07-04 kello 18.30.00.png | 2021-07-04T18:30 TIME",
        "Snímek obrazovky 2021-07-04 v 18.30.00.png | 2021-07-04T18:30 TIME",
        "Знімок екрана 2021-07-04 о 18.30.00.png | 2021-07-04T18:30 TIME",
        "Captură de ecran din 2021-07-04 la 18.30.00.png | 2021-07-04T18:30 TIME",
        "Snimka zaslona 2021-07-04 u 18.30.00.png | 2021-07-04T18:30 TIME",
        "Ảnh Màn hình 2021-07-04 lúc 18.30.00.png | 2021-07-04T18:30 TIME",
        "Cuplikan Layar 2021-07-04 pukul 18.30.00.png | 2021-07-04T18:30 TIME",
        "צילום מסך 2021-07-04 ב-18.30.00.png | 2021-07-04T18:30 TIME",
        "لقطة الشاشة ٢٠٢١-٠٧-٠٤ في ٦.٣٠.٠٠ م.png | 2021-07-04T18:30 TIME",
        "2021-07-04 (18-30-00).jpg | 2021-07-04T18:30 TIME",
        "2021-07-04 (2).jpg | 2021-07-04 DAY",
        "2021-07-04.jp2 | 2021-07-04 DAY"
      })
  void findsWhatPeopleAndProgramsWrite(String name, String expected) {
    DateText date = FileNameDates.find(name);
    assertThat(date).as(name).isNotNull();
    String day =
        date.local().toLocalDate() + (date.hasTime() ? "T" + date.local().toLocalTime() : "");
    assertThat(day + " " + date.precision()).isEqualTo(expected);
  }

  @Test
  void findsNamesInDecomposedUnicode() {
    assertThat(FileNameDates.find("4. Ma\u0308rz 2021.jpg").local()).isEqualTo("2021-03-04T00:00");
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
        "1920-1080.jpg",
        "1920x1080.jpg",
        "1920 x 1080.jpg",
        "1920_1080_wide.jpg",
        "2000-1500.jpg",
        "1280-10-20.jpg",
        "2000-12-1500.jpg",
        "IMG_2021-05.jpg",
        "IMG_2021-1-2.jpg",
        "DSC_2010-12.jpg",
        "DSCF2010.jpg",
        "IMG 2021 (3).jpg",
        "IMG_2020_0704.jpg",
        "0151-2021-05.jpg",
        "+49 171 2021 05.jpg",
        "030-19-2003.jpg",
        "555-12-2003.jpg",
        "2021.jpg",
        "Wedding 1985.jpg",
        "photo 2021.jpg",
        "1985-1990 Granny.jpg",
        "2021-13 x.jpg",
        "2019-20 season.jpg",
        "v2021.1.2 logo.png",
        "40-13-2003.jpg",
        "Listopad 2021.jpg",
        "set 4 2021.jpg",
        "4 apples 2021.jpg",
        "1985s.jpg",
        "1920 px.jpg",
        "P1020304.jpg",
        "20210704-1a2b-4c3d-8e4f-0123456789ab.jpg",
        "3f20210704ab44c2d1e0aa3b.jpg",
        "20120304_10150123456789_1234567890_n.jpg",
        "102938475_2021.jpg",
        "00012021.jpg",
        "LINE_ALBUM_Rome_210704_12.jpg",
        "07-2021.jpg",
        ""
      })
  void doesNotTakeOtherNumbersForDates(String name) {
    assertThat(FileNameDates.find(name)).isNull();
  }
}
