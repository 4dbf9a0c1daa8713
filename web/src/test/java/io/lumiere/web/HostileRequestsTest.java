package io.lumiere.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Sends thousands of requests that no browser sends to a server that runs. Each is answered in our
 * form or cut off; none makes it fail, tells anything of the machine, or lacks the headers; and the
 * server goes on.
 */
class HostileRequestsTest {
  private static final int REQUESTS = Integer.getInteger("lumiere.hostile.requests", 4_000);
  private static final int CLIENTS = 4;
  private static final int SLOW_CLIENTS = 20;

  @Test
  void hostileRequests() throws Exception {
    List<RawHttp> slow = new ArrayList<>();
    try (TestGallery gallery = TestGallery.start();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (int i = 0; i < SLOW_CLIENTS; i++) {
        RawHttp client = new RawHttp(gallery.port());
        client.send("GET / HTTP/1.1\r\nHost: " + gallery.host() + "\r\nX-Slow: ");
        slow.add(client);
      }
      List<Future<Map<Integer, Integer>>> results = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Random random = Seeds.random("HostileRequestsTest.client" + i);
        Callable<Map<Integer, Integer>> attack =
            () -> attack(new HostileRequests(random, gallery.port()), gallery.port());
        results.add(clients.submit(attack));
      }
      Map<Integer, Integer> statuses = new TreeMap<>();
      for (Future<Map<Integer, Integer>> result : results) {
        result.get().forEach((status, count) -> statuses.merge(status, count, Integer::sum));
      }
      System.out.println("HostileRequestsTest: answers by status, 0 for none: " + statuses);
      assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(REQUESTS);
      assertThat(statuses).containsKeys(200, 400, 401, 405, 415, 421, 429, 431);
      assertThat(gallery.get("/session").status()).isEqualTo(200);
    } finally {
      for (RawHttp client : slow) {
        client.close();
      }
    }
  }

  private static Map<Integer, Integer> attack(HostileRequests requests, int port)
      throws IOException {
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (int i = 0; i < REQUESTS / CLIENTS; i++) {
      byte[] request = requests.next();
      statuses.merge(status(request, port), 1, Integer::sum);
    }
    return statuses;
  }

  private static int status(byte[] request, int port) throws IOException {
    try (RawHttp http = new RawHttp(port)) {
      try {
        http.send(request);
        http.finish();
      } catch (IOException e) {
        return 0; // Cut off while it was sent.
      }
      RawHttp.Answer answer;
      try {
        answer =
            http.answer(
                request.length > 4
                    && new String(request, 0, 4, StandardCharsets.ISO_8859_1).equals("HEAD"));
      } catch (java.net.SocketTimeoutException e) {
        throw new AssertionError("no answer to " + shown(request), e);
      } catch (IOException e) {
        return 0;
      }
      check(answer, request);
      return answer.status();
    }
  }

  private static void check(RawHttp.Answer answer, byte[] request) {
    String of = shown(request);
    // 501 and 505 name what of HTTP the server does not speak.
    assertThat(answer.status()).as(of).matches(s -> s < 500 || s == 501 || s == 505);
    String body = answer.body();
    assertThat(body)
        .as(of)
        .doesNotContain(
            "Exception",
            "\tat ",
            "io.lumiere",
            "org.eclipse",
            System.getProperty("user.dir"),
            System.getProperty("user.home") + "/",
            System.getProperty("java.io.tmpdir") + "/");
    SiteRulesTest.assertHeaders(answer);
    if (answer.status() >= 400 && !answer.header("content-type").startsWith("text/html")) {
      assertThat(answer.header("content-type")).as(of).isEqualTo("application/problem+json");
      assertThat(body).as(of).contains("\"status\":" + answer.status());
    }
  }

  private static String shown(byte[] request) {
    String text = new String(request, StandardCharsets.ISO_8859_1);
    return text.substring(0, Math.min(300, text.length())).replace("\r\n", "|");
  }
}
