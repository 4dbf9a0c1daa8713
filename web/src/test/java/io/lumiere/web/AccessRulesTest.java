package io.lumiere.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets in, and how. */
class AccessRulesTest {
  private TestGallery gallery;

  @BeforeEach
  void start() {
    gallery = TestGallery.withPassword();
  }

  @AfterEach
  void stop() {
    gallery.close();
  }

  @Test
  void nobodyGetsDataWithoutASecret() throws IOException {
    RawHttp.Answer answer = gallery.plain("GET", "/api/v1/session");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.header("www-authenticate")).startsWith("Bearer");
    assertThat(answer.body()).contains("\"login\":\"/login\"").doesNotContain("version");
    assertThat(gallery.plain("GET", "/api/v1/no-such-path").status()).isEqualTo(401);
    assertThat(gallery.plain("GET", "/api").status()).isEqualTo(401);
  }

  @Test
  void theOpenedAddressBeginsASessionOnce() throws IOException {
    String address = gallery.server().openAddress();
    String target = address.substring(address.indexOf("/?"));
    RawHttp.Answer first = gallery.plain("GET", target);
    assertThat(first.status()).isEqualTo(303);
    assertThat(first.header("location")).isEqualTo("/");
    assertThat(first.header("set-cookie"))
        .startsWith("lumiere_" + gallery.port() + "=")
        .contains("; HttpOnly", "; SameSite=Strict", "; Path=/")
        .doesNotContain("Secure");
    String cookie = "Cookie: " + first.header("set-cookie").split(";")[0];
    assertThat(gallery.plain("GET", "/api/v1/session", cookie).status()).isEqualTo(200);
    RawHttp.Answer second = gallery.plain("GET", target);
    assertThat(second.status()).isEqualTo(401);
    assertThat(second.header("set-cookie")).isEmpty();
    assertThat(second.body()).contains("opens the gallery once");
  }

  @Test
  void aCookieOfNoSessionIsNothing() throws IOException {
    String cookie = "Cookie: lumiere_" + gallery.port() + "=";
    assertThat(gallery.plain("GET", "/api/v1/session", cookie + "guess").status()).isEqualTo(401);
    assertThat(gallery.plain("GET", "/api/v1/session", cookie).status()).isEqualTo(401);
  }

  @Test
  void aCookieOfAnotherPortDoesNotHideTheSession() throws IOException {
    String own = gallery.cookie();
    String both = own.replace("Cookie: ", "Cookie: lumiere_" + gallery.port() + "=other; ");
    assertThat(gallery.plain("GET", "/api/v1/session", both).status()).isEqualTo(200);
    gallery.plain("POST", "/logout", both, "Origin: http://" + gallery.host());
    assertThat(gallery.plain("GET", "/api/v1/session", own).status()).isEqualTo(401);
  }

  @Test
  void wrongAddressesKeepNobodyFromTheLogin() throws IOException {
    for (int i = 0; i < 12; i++) {
      assertThat(gallery.plain("GET", "/?token=x" + i).status()).isEqualTo(401);
    }
    assertThat(login("correct+horse%20battery").status()).isEqualTo(303);
  }

  @Test
  void programsSendTheirToken() throws IOException {
    assertThat(gallery.get("/session").status()).isEqualTo(200);
    for (String wrong :
        new String[] {"Bearer x", "Bearer " + TestGallery.TOKEN + "x", "Basic eA=="}) {
      RawHttp.Answer answer = gallery.plain("GET", "/api/v1/session", "Authorization: " + wrong);
      assertThat(answer.status()).isEqualTo(401);
    }
  }

  @Test
  void guessesOfTokensAreSlowedDown() throws IOException {
    int status = 0;
    for (int i = 0; i < 11; i++) {
      status = gallery.plain("GET", "/api/v1/session", "Authorization: Bearer guess" + i).status();
    }
    assertThat(status).isEqualTo(429);
    // Whoever knows the secret does not wait for those who guess.
    assertThat(gallery.get("/session").status()).isEqualTo(200);
    String cookie = gallery.cookie();
    assertThat(gallery.plain("GET", "/api/v1/session", cookie).status()).isEqualTo(200);
  }

  @Test
  void thePasswordLogsIn() throws IOException {
    assertThat(gallery.plain("GET", "/login").body()).contains("type=\"password\"");
    RawHttp.Answer wrong = login("wrong+password");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.header("set-cookie")).isEmpty();
    RawHttp.Answer right = login("correct+horse%20battery");
    assertThat(right.status()).isEqualTo(303);
    String cookie = "Cookie: " + right.header("set-cookie").split(";")[0];
    assertThat(gallery.plain("GET", "/api/v1/session", cookie).status()).isEqualTo(200);
    RawHttp.Answer out =
        gallery.plain("POST", "/logout", cookie, "Origin: http://" + gallery.host());
    assertThat(out.status()).isEqualTo(303);
    assertThat(gallery.plain("GET", "/api/v1/session", cookie).status()).isEqualTo(401);
  }

  @Test
  void guessesOfPasswordsAreSlowedDown() throws IOException {
    for (int i = 0; i < 10; i++) {
      assertThat(login("guess" + i).status()).isEqualTo(401);
    }
    RawHttp.Answer waits = login("correct+horse%20battery");
    assertThat(waits.status()).isEqualTo(429);
    assertThat(waits.header("retry-after")).isEqualTo("60");
  }

  @Test
  void otherSitesCannotLogIn() throws IOException {
    String body = "password=correct+horse%20battery";
    String request =
        gallery.request(
            "POST", "/login", "Origin: http://evil.example", "Content-Length: " + body.length());
    assertThat(RawHttp.once(gallery.port(), request + body).status()).isEqualTo(403);
  }

  @Test
  void thereIsNoLoginWithoutAPassword() throws IOException {
    try (TestGallery plain = TestGallery.start()) {
      assertThat(plain.plain("POST", "/login", "Content-Length: 0").status()).isEqualTo(405);
      assertThat(plain.plain("GET", "/api/v1/session").body()).doesNotContain("\"login\"");
    }
  }

  private RawHttp.Answer login(String password) throws IOException {
    String body = "password=" + password;
    String request =
        gallery.request(
            "POST",
            "/login",
            "Origin: http://" + gallery.host(),
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: " + body.length());
    return RawHttp.once(gallery.port(), request + body);
  }
}
