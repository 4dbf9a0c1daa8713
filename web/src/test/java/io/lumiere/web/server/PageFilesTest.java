package io.lumiere.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageFilesTest {
  private final PageFiles files = new PageFiles("/io/lumiere/web/server/page");

  @Test
  void filesHaveTypesAndTags() {
    PageFile index = files.find("/index.html");
    assertThat(index.type()).isEqualTo("text/html; charset=utf-8");
    assertThat(index.isHashed()).isFalse();
    assertThat(index.etag()).hasSize(32);
    PageFile script = files.find("/assets/app-0a1b2c.js");
    assertThat(script.isHashed()).isTrue();
    assertThat(script.gzipped()).isNotNull();
    assertThat(script.gzipped().length).isLessThan(script.bytes().length / 2);
    assertThat(files.find("/assets/app-0a1b2c.js")).isSameAs(script);
  }

  @Test
  void otherPathsAreNotThere() {
    for (String path :
        new String[] {
          "/",
          "",
          "/none.js",
          "/../PageFiles.class",
          "/.hidden.js",
          "/assets/",
          "/assets",
          "/a//b.js",
          "/secret.exe",
          "/assets/../index.html",
          "/INDEX.HTML"
        }) {
      assertThat(files.find(path)).as(path).isNull();
    }
  }
}
