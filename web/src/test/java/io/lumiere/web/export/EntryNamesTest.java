package io.lumiere.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntryNamesTest {
  private final EntryNames names = new EntryNames();

  @Test
  void pathsStayAsTheyAreWhereEverySystemTakesThem() {
    assertThat(names.of("2021/Straße/日落 1.jpg")).isEqualTo("2021/Straße/日落 1.jpg");
  }

  @Test
  void otherwiseTheyAreChanged() {
    assertThat(names.of("a:b/CON/c?.jpg")).isEqualTo("a_b/_CON/c_.jpg");
    assertThat(names.of("../../etc/passwd")).isEqualTo("_/_/etc/passwd");
    assertThat(names.of("C:\\windows\\x.jpg")).isEqualTo("C__windows_x.jpg");
  }

  @Test
  void theyDifferAlsoWithoutCase() {
    assertThat(names.of("a/IMG.jpg")).isEqualTo("a/IMG.jpg");
    assertThat(names.of("a/img.JPG")).isEqualTo("a/img (2).JPG");
    assertThat(names.of("A/IMG.jpg")).isEqualTo("A/IMG (3).jpg");
    assertThat(names.of("a/e\u0301.jpg")).isEqualTo("a/e\u0301.jpg");
    assertThat(names.of("a/\u00e9.jpg")).as("the same to macOS").isEqualTo("a/\u00e9 (2).jpg");
    assertThat(names.of("x.y/a")).isEqualTo("x.y/a");
    assertThat(names.of("x.y/a")).isEqualTo("x.y/a (2)");
    assertThat(names.of("x.y")).as("a folder is called so").isEqualTo("x (2).y");
  }
}
