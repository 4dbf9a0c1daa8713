package io.lumiere.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page is served where it was built, and where it was not there is a sentence instead. */
class PageTest {
  private static TestGallery gallery;

  @BeforeAll
  static void start() {
    gallery = TestGallery.start();
  }

  @AfterAll
  static void stop() {
    gallery.close();
  }

  @Test
  void thePagesOwnAddressesGiveThePage() throws IOException {
    for (String path :
        new String[] {
          "/", "/photo/123?q=x", "/photo/a%2Fb.jpg", "/photo/b.js", "/map", "/lists/7", "/start"
        }) {
      RawHttp.Answer answer = gallery.plain("GET", path);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("content-type")).isEqualTo("text/html; charset=utf-8");
      assertThat(answer.body()).containsIgnoringCase("<!doctype html>").contains("Lumiere");
    }
  }

  @Test
  void whatIsNotThereIsNotFound() throws IOException {
    assertThat(gallery.plain("GET", "/assets/nothing-1234.js").status()).isEqualTo(404);
    assertThat(gallery.plain("GET", "/favicon.exe").status()).isEqualTo(404);
  }
}
