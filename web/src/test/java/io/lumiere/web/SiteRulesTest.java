package io.lumiere.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other sites, other names and other methods get: nothing. And what every reply says. */
class SiteRulesTest {
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
  void itGoesByItsNamesWithItsPortAlone() throws IOException {
    int port = gallery.port();
    for (String host : List.of("127.0.0.1", "localhost", "LocalHost", "[::1]")) {
      assertThat(status("/", host + ":" + port)).as(host).isEqualTo(200);
    }
    List<String> wrong =
        List.of(
            "evil.example",
            "evil.example:" + port,
            "127.0.0.1",
            "127.0.0.1:1",
            "localhost:80",
            "127.0.0.1.evil.example:" + port,
            "0.0.0.0:" + port,
            "127.1:" + port,
            "user@127.0.0.1:" + port);
    for (String path : List.of("/", "/index.html", "/api/v1/session", "/login", "/?token=x")) {
      for (String host : wrong) {
        assertThat(status(path, host)).as(path + " " + host).isIn(400, 421);
      }
    }
  }

  @Test
  void anAddressInTheRequestLineIsHeldToTheSame() throws IOException {
    String good = gallery.host();
    assertThat(raw("GET http://" + good + "/ HTTP/1.1\r\nHost: " + good + "\r\n\r\n").status())
        .isEqualTo(200);
    String other = "GET http://evil.example/ HTTP/1.1\r\nHost: " + good + "\r\n\r\n";
    assertThat(raw(other).status()).isIn(400, 421);
    String two = "GET / HTTP/1.1\r\nHost: " + good + "\r\nHost: evil.example\r\n\r\n";
    assertThat(raw(two).status()).isIn(400, 421);
    assertThat(raw("GET / HTTP/1.1\r\n\r\n").status()).isEqualTo(400);
    assertThat(raw("GET / HTTP/1.0\r\n\r\n").status()).isIn(400, 421);
  }

  @Test
  void changesComeFromTheOwnPageOnly() throws IOException {
    String cookie = gallery.cookie();
    String own = "Origin: http://" + gallery.host();
    String path = "/api/v1/things/1";
    assertThat(gallery.plain("DELETE", path, cookie, own).status()).isEqualTo(204);
    assertThat(gallery.plain("DELETE", path, cookie, own, "Sec-Fetch-Site: same-origin").status())
        .isEqualTo(204);
    for (String origin :
        List.of("http://evil.example", "null", "https://" + gallery.host(), "http://localhost")) {
      assertThat(gallery.plain("DELETE", path, cookie, "Origin: " + origin).status())
          .as(origin)
          .isEqualTo(403);
    }
    assertThat(gallery.plain("DELETE", path, cookie).status()).isEqualTo(403);
    assertThat(gallery.plain("DELETE", path, cookie, own, "Sec-Fetch-Site: cross-site").status())
        .isEqualTo(403);
    assertThat(gallery.ask("DELETE", "/things/1").status()).isEqualTo(204);
    assertThat(gallery.ask("DELETE", "/things/1", "Origin: http://evil.example").status())
        .isEqualTo(403);
  }

  @Test
  void otherSitesReadNothing() throws IOException {
    String cookie = gallery.cookie();
    for (String site : List.of("cross-site", "same-site", "nonsense")) {
      assertThat(
              gallery.plain("GET", "/api/v1/session", cookie, "Sec-Fetch-Site: " + site).status())
          .isEqualTo(403);
    }
    RawHttp.Answer answer =
        gallery.plain("GET", "/api/v1/session", cookie, "Origin: http://evil.example");
    assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
    RawHttp.Answer asked =
        gallery.plain("OPTIONS", "/api/v1/session", cookie, "Origin: http://" + gallery.host());
    assertThat(asked.status()).isEqualTo(405);
    assertThat(asked.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/photo/1",
        "/nothing.js",
        "/api/v1/session",
        "/api/v1/crash",
        "/login",
        "/a/../b",
        "/?token=x"
      })
  void everyReplyHasTheHeaders(String path) throws IOException {
    assertHeaders(gallery.plain("GET", path));
    assertHeaders(gallery.plain("TRACE", path));
    assertHeaders(RawHttp.once(gallery.port(), "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"));
    assertHeaders(RawHttp.once(gallery.port(), "BAD" + path + "\r\n\r\n"));
  }

  static void assertHeaders(RawHttp.Answer answer) {
    assertThat(answer.header("content-security-policy"))
        .contains("frame-ancestors 'none'")
        .matches("default-src '(self|none)';.*")
        .doesNotContain("unsafe", "*");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
    assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(answer.header("cross-origin-opener-policy")).isEqualTo("same-origin");
    assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
    assertThat(answer.header("permissions-policy")).contains("geolocation=()");
    assertThat(answer.header("server")).isEmpty();
    assertThat(answer.header("x-powered-by")).isEmpty();
  }

  @Test
  void methodsThatAreNotInTheTable() throws IOException {
    for (String method : List.of("TRACE", "OPTIONS", "PUT", "PATCH", "FOO", "CONNECT")) {
      RawHttp.Answer answer = gallery.ask(method, "/things/1");
      assertThat(answer.status()).as(method).isIn(405, 400);
      if (answer.status() == 405) {
        assertThat(answer.header("allow")).isEqualTo("DELETE, GET, HEAD");
      }
      assertThat(answer.body()).doesNotContain(TestGallery.TOKEN);
    }
    RawHttp.Answer page = gallery.plain("POST", "/photo/1", "Content-Length: 0");
    assertThat(page.status()).isEqualTo(405);
    assertThat(page.header("allow")).isEqualTo("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../etc/passwd",
        "/assets/../../../etc/passwd",
        "/%2e%2e/etc/passwd",
        "/assets/%2e%2e/%2e%2e/x.js",
        "/..%2fetc%2fpasswd",
        "/..%5c..%5cx.js",
        "/a//b",
        "/a/./b.js",
        "/a;b=1/c.js",
        "/%00.js",
        "/a%00.html",
        "/%c0%ae%c0%ae/x",
        "/%zz",
        "/io/lumiere/web/server/GalleryHandler.class",
        "/server/GalleryHandler.class",
        "/package-info.class",
        "/META-INF/MANIFEST.MF"
      })
  void pathsLeadNowhereElse(String path) throws IOException {
    RawHttp.Answer answer = gallery.plain("GET", path);
    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    RawHttp.Answer api = gallery.get(path);
    assertThat(api.status()).isIn(400, 404);
  }

  private static int status(String path, String host) throws IOException {
    return raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status();
  }

  private static RawHttp.Answer raw(String request) throws IOException {
    return RawHttp.once(gallery.port(), request);
  }
}
