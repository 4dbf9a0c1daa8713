package io.lumiere.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes requests that no browser sends, of twelve kinds. For one thread. */
final class HostileRequests {
  private static final List<String> TRAVERSALS =
      List.of(
          "../",
          "..%2f",
          "%2e%2e/",
          "%2e%2e%2f",
          "..\\",
          "..%5c",
          "..;/",
          ".%2e/",
          "//",
          "/./",
          "%c0%ae%c0%ae/",
          "..%00/",
          "%252e%252e/",
          "....//",
          "..%u2215",
          "\u0000../");
  private static final List<String> HOSTS =
      List.of(
          "evil.example",
          "127.0.0.1",
          "127.0.0.1:0",
          "127.0.0.1:99999999",
          "[::1",
          "",
          " ",
          "a b",
          "127.0.0.1:%PORT%.evil.example",
          "localhost:%PORT%@evil",
          "0x7f000001:%PORT%",
          "127.0.0.1:%PORT%\r\nHost: evil.example",
          "127.0.0.1:-1",
          "../../etc");
  private static final List<String> METHODS =
      List.of(
          "TRACE", "CONNECT", "OPTIONS", "PRI", "FOO", "get", "G\u0000T", "", "DELETE", "PATCH");
  private static final List<String> RANGES =
      List.of(
          "bytes=5-2",
          "bytes=-",
          "bytes=a-b",
          "bytes=0-0,0-0,0-0",
          "bytes=9999999999999999999-",
          "bytes=1-,2-,3-,4-",
          "lines=1-2",
          "bytes=-1--1",
          "bytes",
          "=",
          "bytes=0-\u0000");
  private static final List<String> JSON =
      List.of(
          "{",
          "}",
          "[[[[[[",
          "{\"name\":{\"name\":{}}}",
          "{\"name\":null}",
          "{\"name\":[1e999]}",
          "\"\\ud800\"",
          "{\"name\":\"\\u0000\"}",
          "NaN",
          "{\"name\":\"a\",}",
          "{'name':'a'}",
          "{\"name\":\"a\",\"size\":-9223372036854775809}",
          "\ufeff{}",
          "/* */ {}",
          "<?xml?>",
          "{\"name\":\"a\",\"tags\":\"x\"}",
          "{\"name\":\"a\",\"share\":\"1\"}",
          "true",
          "\u0001");
  private static final List<String> QUERIES =
      List.of(
          "limit=%",
          "limit=%f",
          "limit=%00",
          "limit=0x10",
          "limit=1e3",
          "limit=-0",
          "limit[]=1",
          "name=%ff%fe",
          "name=%ed%a0%80",
          "=",
          "&&&",
          "==",
          "a=b=c",
          "from=2021-13-45",
          "from=+999999999-01-01",
          "deep=TRUE",
          "share=Infinity",
          "share=0x1p3",
          "kind=",
          "limit=１２",
          "tag=1&tag=2&tag=3&tag=4",
          "name=<script>",
          "name='%20OR%201=1--");
  private static final List<String> FRAMINGS =
      List.of(
          "Content-Length: -1",
          "Content-Length: 99999999999999999999",
          "Content-Length: x",
          "Content-Length: 5\r\nContent-Length: 6",
          "Content-Length: 5\r\nTransfer-Encoding: chunked",
          "Transfer-Encoding: chunked, chunked",
          "Transfer-Encoding: gzip",
          "Transfer-Encoding : chunked",
          "Transfer-Encoding: xchunked",
          "Expect: 200-nonsense",
          "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings",
          "Content-Length: +5",
          "Content-Type: application/json; charset=nonsense\r\nContent-Length: 2");

  private final Random random;
  private final int port;
  private final byte[] valid;

  HostileRequests(Random random, int port) {
    this.random = random;
    this.port = port;
    this.valid = bytes(head("GET", "/api/v1/things/1?limit=7&name=a", true) + "\r\n");
  }

  byte[] next() {
    return switch (random.nextInt(12)) {
      case 0 -> noise();
      case 1 -> bytes(head("GET", "/" + traversal() + "etc/passwd", random.nextBoolean()) + "\r\n");
      case 2 ->
          bytes("GET / HTTP/1.1\r\nHost: " + one(HOSTS).replace("%PORT%", "" + port) + "\r\n\r\n");
      case 3 -> bytes(head("GET", "/", false) + manyHeaders() + "\r\n");
      case 4 -> bytes(head("GET", "/api/v1/file", true) + "Range: " + one(RANGES) + "\r\n\r\n");
      case 5 -> json();
      case 6 -> bytes(head("GET", "/api/v1/things/1?" + one(QUERIES), true) + "\r\n");
      case 7 -> bytes(head("POST", "/api/v1/things", true) + one(FRAMINGS) + "\r\n\r\nhello");
      case 8 -> mutated();
      case 9 -> secrets();
      case 10 -> bytes(head(one(METHODS), "/api/v1/things/1", true) + "\r\n");
      default -> line();
    };
  }

  private byte[] noise() {
    byte[] bytes = new byte[1 + random.nextInt(400)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String traversal() {
    StringBuilder path = new StringBuilder(random.nextBoolean() ? "" : "assets/");
    for (int i = random.nextInt(6); i >= 0; i--) {
      path.append(one(TRAVERSALS));
    }
    return (random.nextBoolean() ? "api/v1/photos/" : "") + path;
  }

  private String manyHeaders() {
    StringBuilder headers = new StringBuilder();
    int count = 1 + random.nextInt(60);
    int length = 1 + random.nextInt(1500);
    for (int i = 0; i < count; i++) {
      headers.append("X-").append(i).append(": ").append("y".repeat(length)).append("\r\n");
    }
    return headers.toString();
  }

  private byte[] json() {
    byte[] body = one(JSON).getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(4) == 0) {
      body = noise();
    }
    String head =
        head("POST", "/api/v1/things", true)
            + "Content-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    return joined(bytes(head), body);
  }

  private byte[] mutated() {
    byte[] bytes = valid.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private byte[] secrets() {
    String secret =
        List.of(
                "Authorization: Bearer " + random.nextLong(),
                "Authorization: Basic Og==",
                "Authorization: " + "A".repeat(random.nextInt(3000)),
                "Cookie: lumiere_" + port + "=" + random.nextLong(),
                "Cookie: " + "=;,\"".repeat(random.nextInt(50)),
                "Origin: null")
            .get(random.nextInt(6));
    String target = random.nextBoolean() ? "/api/v1/session" : "/?token=" + random.nextLong();
    return bytes(head("GET", target, false) + secret + "\r\n\r\n");
  }

  private byte[] line() {
    String text =
        List.of(
                "GET",
                "GET /",
                "GET / HTTP/9.9",
                "GET / HTTP/1.1 more",
                "GET  /  HTTP/1.1",
                "GET http://[::1 HTTP/1.1",
                "GET * HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /\t/ HTTP/1.1",
                "GET " + "/x".repeat(random.nextInt(9000)) + " HTTP/1.1",
                "\r\n\r\n\r\nGET / HTTP/1.1",
                "PRI * HTTP/2.0",
                "\u0016\u0003\u0001\u0002\u0000\u0001")
            .get(random.nextInt(13));
    return bytes(text + "\r\nHost: 127.0.0.1:" + port + "\r\n\r\n");
  }

  private String head(String method, String target, boolean program) {
    return method
        + " "
        + target
        + " HTTP/1.1\r\nHost: 127.0.0.1:"
        + port
        + "\r\n"
        + (program ? "Authorization: Bearer " + TestGallery.TOKEN + "\r\n" : "");
  }

  private String one(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] one, byte[] two) {
    byte[] all = new byte[one.length + two.length];
    System.arraycopy(one, 0, all, 0, one.length);
    System.arraycopy(two, 0, all, one.length, two.length);
    return all;
  }
}
