package io.lumiere.web.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNameTest {
  @ParameterizedTest
  @CsvSource({
    "IMG_1.jpg, IMG_1.jpg",
    "Straße 日落.jpg, Straße 日落.jpg",
    "a:b?c*d|e<f>g.jpg, a_b_c_d_e_f_g.jpg",
    "a/b\\c.jpg, a_b_c.jpg",
    "CON.jpg, _CON.jpg",
    "com1, _com1",
    "nul.tar.gz, _nul.tar.gz",
    "console.jpg, console.jpg",
    "name., name",
    "..., _",
  })
  void names(String name, String safe) {
    assertThat(SafeName.of(name)).isEqualTo(safe);
  }

  @Test
  void whatIsNotSeenIsReplaced() {
    assertThat(SafeName.of("a\r\nSet-Cookie: x.jpg")).isEqualTo("a__Set-Cookie_ x.jpg");
    assertThat(SafeName.of("photo\u202egpj.exe")).isEqualTo("photo_gpj.exe");
    assertThat(SafeName.of("a\"b\0c\ud800d")).isEqualTo("a_b_c_d");
    assertThat(SafeName.of("")).isEqualTo("_");
  }

  @Test
  void longOnesKeepTheirEnd() {
    String safe = SafeName.of("😀".repeat(400) + ".jpeg");
    assertThat(safe).endsWith("😀.jpeg");
    assertThat(safe.codePointCount(0, safe.length())).isEqualTo(150);
  }
}
