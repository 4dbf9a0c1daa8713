package io.lumiere.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
  @ParameterizedTest
  @CsvSource({
    "IMG_1234.JPG, img_1234/jpg/",
    "trips/Rome/IMG_1.JPG, img_1/jpg/rome/trips/",
    "trips\\Rome\\IMG_1.JPG, img_1/jpg/rome/trips/",
    "/photos/me/a.b.c.png, a.b.c/png/me/photos/",
    "C:\\Photos\\IMG 1 (2).jpg, img 1 (2)/jpg/photos/c:/",
    "./x//y.gif, y/gif/x/",
    "README, readme//",
    ".hidden, .hidden//",
    "Été.JPEG, ete/jpeg/",
    "E\u0301te\u0301.JPEG, ete/jpeg/",
    "half\u2044way.jpg, half_way/jpg/",
    "'', //",
    "/, //",
  })
  void pathsBecomeTerms(String path, String term) {
    assertThat(FileName.of(path).term()).isEqualTo(term);
  }

  @Test
  void aNameOfSomeFoldersBeginsTheTerm() {
    FileName name = FileName.of("a/b/c/IMG_1.JPG");
    assertThat(name.term(0)).isEqualTo("img_1/jpg/");
    assertThat(name.term(2)).isEqualTo("img_1/jpg/c/b/");
    assertThat(name.stemTerm()).isEqualTo("img_1/");
    assertThat(name.withoutExtension().term(1)).isEqualTo("img_1.jpg//c/");
  }

  @Test
  void photosAreToldByTheirExtensions() {
    assertThat(FileName.of("a/IMG_1.HEIC").isPhoto()).isTrue();
    assertThat(FileName.of("holiday.2021").isPhoto()).isFalse();
    assertThat(FileName.of("jpg").isPhoto()).isFalse();
  }
}
