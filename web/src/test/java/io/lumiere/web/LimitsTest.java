package io.lumiere.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Time, size and number have limits, and the end is orderly. */
class LimitsTest {
  private static final Duration SHORT = Duration.ofMillis(1500);

  /** What a busy machine does in any case, and no limit of the server's. */
  private static final Duration LONG = Duration.ofMinutes(2);

  @Test
  void headersAndAddressesHaveALimit() throws IOException {
    try (TestGallery gallery = TestGallery.start()) {
      RawHttp.Answer header = gallery.plain("GET", "/", "X-Long: " + "x".repeat(20_000));
      assertThat(header.status()).isEqualTo(431);
      SiteRulesTest.assertHeaders(header);
      RawHttp.Answer address = gallery.plain("GET", "/" + "x".repeat(20_000));
      assertThat(address.status()).isIn(414, 431);
      assertThat(gallery.plain("GET", "/" + "x".repeat(5000)).status()).isEqualTo(400);
    }
  }

  @Test
  void aHeaderThatNeverEndsIsCutOff() throws IOException {
    try (TestGallery gallery = TestGallery.within(SHORT, SHORT);
        RawHttp http = new RawHttp(gallery.port())) {
      http.send("GET / HTTP/1.1\r\nHost: " + gallery.host() + "\r\n");
      assertThat(drips(http, "X: y\r\n")).isTrue();
    }
  }

  @Test
  void aBodyThatNeverEndsIsCutOff() throws IOException {
    try (TestGallery gallery = TestGallery.within(SHORT, SHORT);
        RawHttp http = new RawHttp(gallery.port())) {
      http.send(
          gallery.request(
              "POST",
              "/api/v1/things",
              "Authorization: Bearer " + TestGallery.TOKEN,
              "Content-Type: application/json",
              "Content-Length: 60000"));
      assertThat(drips(http, " ")).isTrue();
    }
  }

  /** Sends a little again and again; whether the server ends it. */
  private static boolean drips(RawHttp http, String drop) {
    long end = System.nanoTime() + LONG.toNanos();
    try {
      while (System.nanoTime() < end) {
        http.send(drop);
        Thread.sleep(100);
      }
      return false;
    } catch (IOException e) {
      return true;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aRequestHasATime() throws IOException {
    try (TestGallery gallery = TestGallery.within(LONG, LONG)) {
      assertThat(gallery.get("/slow?ms=10").status()).isEqualTo(200);
    }
    try (TestGallery gallery = TestGallery.within(LONG, SHORT)) {
      RawHttp.Answer answer = gallery.get("/slow?ms=4000");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.body()).contains("longer than a request may");
      SiteRulesTest.assertHeaders(answer);
    }
  }

  @Test
  void whoeverReadsThePageSlowlyIsCutOff() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    try (TestGallery gallery = TestGallery.within(LONG.multipliedBy(5), SHORT);
        RawHttp http = new RawHttp(socket, gallery.port())) {
      String request = gallery.request("GET", "/");
      long start = System.nanoTime();
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1_000_000; i++) {
                  http.send(request);
                }
              })
          .isInstanceOf(IOException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
    }
  }

  @Test
  void workThatTakesLongerThanTheIdleTimeIsNotIdle() throws IOException {
    try (TestGallery gallery = TestGallery.within(SHORT, LONG)) {
      assertThat(gallery.get("/slow?ms=4000").status()).isEqualTo(200);
    }
  }

  @Test
  void connectionsHaveALimit() throws IOException {
    try (TestGallery gallery =
        TestGallery.start(Listen.locally(0), null, Limits.DEFAULTS.connections(8))) {
      List<Socket> held = new ArrayList<>();
      for (int i = 0; i < 12; i++) { // The ninth waits to be accepted.
        held.add(new Socket(InetAddress.getLoopbackAddress(), gallery.port()));
      }
      held.get(8).setSoTimeout(500);
      held.get(8).getOutputStream().write(gallery.request("GET", "/").getBytes(US_ASCII));
      assertThatThrownBy(() -> held.get(8).getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      for (Socket socket : held) {
        socket.close();
      }
      assertThat(gallery.get("/session").status()).isEqualTo(200);
    }
  }

  /** Where events were not ended, the grace of all calls would pass first, which is 5 seconds. */
  @Test
  void closingEndsEventsAndModules() throws Exception {
    Duration taken = closing();
    for (int i = 0;
        i < 10 && taken.toSeconds() >= 4;
        i++) { // A busy machine may take as long once.
      taken = closing();
    }
    assertThat(taken).isLessThan(Duration.ofSeconds(4));
  }

  private static Duration closing() throws IOException {
    TestGallery gallery = TestGallery.start();
    try (RawHttp http = new RawHttp(gallery.port())) {
      http.send(
          gallery.request("GET", "/api/v1/events", "Authorization: Bearer " + TestGallery.TOKEN));
      http.in().readNBytes(1000);
      CompletableFuture<byte[]> rest =
          CompletableFuture.supplyAsync(() -> {
            try {
              return http.rest();
            } catch (IOException e) {
              return new byte[0];
            }
          });
      long start = System.nanoTime();
      gallery.close();
      rest.join();
      assertThat(gallery.routes.closed).isTrue();
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    try (TestGallery gallery = TestGallery.start()) {
      assertThatThrownBy(
              () -> TestGallery.start(Listen.locally(gallery.port()), null, Limits.DEFAULTS))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("port " + gallery.port() + " is in use");
    }
  }

  @Test
  void anAddressOfAnotherMachineIsSaid() {
    Listen elsewhere = new Listen("192.0.2.1", 0, List.of(), null);
    assertThatThrownBy(() -> TestGallery.start(elsewhere, null, Limits.DEFAULTS))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("cannot listen on 192.0.2.1");
  }
}
