package io.lumiere.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compression, conditional requests, ranges, parameters, bodies and errors. */
class RepliesTest {
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
  void largeJsonIsCompressedForThoseWhoTakeIt() throws IOException {
    RawHttp.Answer plain = gallery.get("/large");
    assertThat(plain.header("content-encoding")).isEmpty();
    assertThat(plain.header("vary")).isEqualTo("Accept-Encoding");
    RawHttp.Answer small = gallery.get("/large", "Accept-Encoding: br, gzip;q=0.5");
    assertThat(small.header("content-encoding")).isEqualTo("gzip");
    assertThat(small.bytes().length).isLessThan(plain.bytes().length / 10);
    assertThat(small.body()).isEqualTo(plain.body());
    assertThat(small.header("etag")).isNotEqualTo(plain.header("etag"));
    assertThat(gallery.get("/large", "Accept-Encoding: gzip;q=0").header("content-encoding"))
        .isEmpty();
    assertThat(gallery.get("/tagged", "Accept-Encoding: gzip").header("content-encoding"))
        .isEmpty();
  }

  @Test
  void whatTheClientHasIsNotSentAgain() throws IOException {
    for (String encoding : new String[] {"gzip", "identity"}) {
      RawHttp.Answer first = gallery.get("/large", "Accept-Encoding: " + encoding);
      RawHttp.Answer again =
          gallery.get(
              "/large",
              "Accept-Encoding: " + encoding,
              "If-None-Match: \"x\", " + first.header("etag"));
      assertThat(again.status()).isEqualTo(304);
      assertThat(again.header("cache-control")).isEqualTo("private, no-cache");
    }
    assertThat(gallery.get("/tagged").header("etag")).isEqualTo("\"gen-7\"");
    assertThat(gallery.get("/tagged").header("cache-control")).contains("immutable");
    assertThat(gallery.get("/tagged", "If-None-Match: W/\"gen-7\"").status()).isEqualTo(304);
    assertThat(gallery.get("/tagged", "If-None-Match: *").status()).isEqualTo(304);
    assertThat(gallery.get("/tagged", "If-None-Match: \"gen-8\"").status()).isEqualTo(200);
    String etag = gallery.get("/file").header("etag");
    assertThat(gallery.get("/file", "If-None-Match: " + etag).status()).isEqualTo(304);
  }

  @Test
  void headIsGetWithoutTheBody() throws IOException {
    for (String path : new String[] {"/large", "/file", "/stream", "/events"}) {
      RawHttp.Answer head = gallery.ask("HEAD", path);
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.bytes()).isEmpty();
    }
    assertThat(gallery.ask("HEAD", "/file").header("content-length"))
        .isEqualTo(String.valueOf(TestRoutes.CONTENT));
    try (RawHttp http = new RawHttp(gallery.port())) {
      http.send(gallery.request("HEAD", "/photo/1") + gallery.request("GET", "/photo/1"));
      assertThat(http.answer(true).status()).isEqualTo(200);
      assertThat(http.answer(false).body()).contains("<html");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0-9,0,10",
    "99990-,99990,10",
    "-10,99990,10",
    "5-5,5,1",
    "0-,0,100000",
    "99999-200000,99999,1",
    "0-999999999999,0,100000"
  })
  void oneRange(String range, int first, int length) throws IOException {
    RawHttp.Answer answer = gallery.get("/file", "Range: bytes=" + range);
    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.header("content-range"))
        .isEqualTo("bytes " + first + "-" + (first + length - 1) + "/" + TestRoutes.CONTENT);
    assertThat(answer.bytes())
        .isEqualTo(Arrays.copyOfRange(TestRoutes.content(), first, first + length));
  }

  @Test
  void severalRanges() throws IOException {
    RawHttp.Answer answer = gallery.get("/file", "Range: bytes=0-1,100-101, -2");
    assertThat(answer.status()).isEqualTo(206);
    String boundary = answer.header("content-type").replaceAll(".*boundary=", "");
    String body = new String(answer.bytes(), StandardCharsets.ISO_8859_1);
    String[] parts = body.split("\r\n--" + boundary);
    assertThat(parts).hasSize(5);
    assertThat(parts[2])
        .isEqualTo("\r\nContent-Type: image/jpeg\r\nContent-Range: bytes 100-101/100000\r\n\r\nde");
    assertThat(parts[4]).isEqualTo("--\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100000-", "200000-300000", "-0"})
  void rangesOutsideOfTheContent(String range) throws IOException {
    RawHttp.Answer answer = gallery.get("/file", "Range: bytes=" + range);
    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.header("content-range")).isEqualTo("bytes */100000");
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.header("etag")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=x",
        "pages=1-2",
        "bytes=",
        "bytes=1",
        "bytes=--5",
        "bytes=99999999999999999999-",
        "bytes=0-0,2-2,4-4,6-6,8-8,10-10,12-12,14-14,16-16,18-18,20-20,22-22,24-24,26-26,28-28,30-30,32-32,34-34"
      })
  void rangesThatCannotBeReadMeanAllOfIt(String range) throws IOException {
    RawHttp.Answer answer = gallery.get("/file", "Range: " + range);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.bytes()).hasSize(TestRoutes.CONTENT);
  }

  @Test
  void aRangeOfAnotherVersionMeansAllOfIt() throws IOException {
    String etag = gallery.get("/file").header("etag");
    assertThat(gallery.get("/file", "Range: bytes=0-1", "If-Range: " + etag).status())
        .isEqualTo(206);
    assertThat(gallery.get("/file", "Range: bytes=0-1", "If-Range: \"old\"").status())
        .isEqualTo(200);
  }

  @Test
  void streamsAndEvents() throws IOException {
    RawHttp.Answer stream = gallery.get("/stream");
    assertThat(stream.bytes()).isEqualTo(TestRoutes.content());
    assertThat(stream.header("content-disposition"))
        .isEqualTo(
            "attachment; filename=\"Gr__e _1_.txt\";"
                + " filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.txt");
    try (RawHttp http = new RawHttp(gallery.port())) {
      http.send(
          gallery.request("GET", "/api/v1/events", "Authorization: Bearer " + TestGallery.TOKEN));
      byte[] start = http.in().readNBytes(1200);
      assertThat(new String(start, StandardCharsets.UTF_8))
          .contains("text/event-stream", "event: progress\ndata: {\"done\":0}\n\n");
    }
  }

  @Test
  void aStreamThatBreaksDoesNotLookWhole() throws IOException {
    try (RawHttp http = new RawHttp(gallery.port())) {
      http.send(
          gallery.request("GET", "/api/v1/broken", "Authorization: Bearer " + TestGallery.TOKEN));
      assertThat(new String(http.rest(), StandardCharsets.ISO_8859_1)).doesNotEndWith("0\r\n\r\n");
    }
  }

  @Test
  void whatFailsBeforeItIsSentSaysWhy() throws IOException {
    RawHttp.Answer library = gallery.get("/unmade?by=library");
    assertThat(library.status()).isEqualTo(422);
    assertThat(library.body()).contains("No space left on device", "\"status\":422");
    RawHttp.Answer machine = gallery.get("/unmade?by=machine");
    assertThat(machine.status()).isEqualTo(500);
    assertThat(machine.body()).contains("its log says why").doesNotContain(TestRoutes.SECRET);
    RawHttp.Answer link = gallery.get("/link");
    assertThat(link.status()).isEqualTo(404);
    assertThat(link.body()).contains("the file cannot be read: ");
    for (RawHttp.Answer answer : List.of(library, machine, link)) {
      assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
      assertThat(answer.header("content-disposition")).isEmpty();
      assertThat(answer.header("etag")).isEmpty();
      assertThat(answer.header("cache-control")).isEqualTo("no-store");
      SiteRulesTest.assertHeaders(answer);
    }
  }

  @Test
  void parametersThatAreDeclared() throws IOException {
    RawHttp.Answer answer =
        gallery.get(
            "/things/a%2Db.c?limit=7&name=caf%C3%A9+%26&tag=x&tag=y&deep=true&from=2021-12-31"
                + "&kind=small&share=-1.5");
    assertThat(answer.body())
        .contains("a-b.c limit=7 name=café & tags=[x, y] deep=true from=2021-12-31");
    assertThat(gallery.get("/things/none?must=1").status()).isEqualTo(204);
  }

  /** An imported index may have ids as other programs make them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-0aBc_dE1f-",
        "_x",
        ".hidden",
        "IMG 1 (2).jpg",
        "2021/IMG_1.jpg",
        "50%25=1&2?3#4+5",
        "\u65e5\u843d",
        "a..b"
      })
  void idsOfAnyPhoto(String id) throws IOException {
    String written = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    RawHttp.Answer answer = gallery.get("/things/" + written);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains(id + " limit=50");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "a%2F..%2Fb", "a%2F%2Fb", "%2F", "a%5Cb", "a%3Bb", "a%0Ab", "a%7F"})
  void idsThatNoPathHas(String written) throws IOException {
    assertThat(gallery.get("/things/" + written).status()).isEqualTo(400);
  }

  @Test
  void anIdHasALength() throws IOException {
    assertThat(gallery.get("/things/" + "x".repeat(200)).status()).isEqualTo(200);
    assertThat(gallery.get("/things/" + "x".repeat(201)).status()).isEqualTo(400);
    // Not in exponential time, either.
    String steps = URLEncoder.encode("..a/".repeat(49), StandardCharsets.UTF_8);
    assertThat(gallery.get("/things/" + steps + ".").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,limit,from 1 to 200",
    "limit=201,limit,from 1 to 200",
    "limit=1.5,limit,whole number",
    "limit=99999999999999999999,limit,whole number",
    "limit=,limit,whole number",
    "limit=1&limit=2,limit,more than once",
    "share=4,share,from -3.0 to 3.0",
    "share=NaN,share,a number",
    "share=1e999,share,a number",
    "deep=yes,deep,true or false",
    "from=2021-02-30,from,a day such as",
    "kind=medium,kind,one of large",
    "tag=1&tag=2&tag=3&tag=4,tag,more than 3 times",
    "name=%00,name,code 0",
    "other=1,other,there are: limit",
    "name=%,percent,hexadecimal",
    "name=%ff,address,UTF-8"
  })
  void parametersThatAreWrong(String query, String named, String says) throws IOException {
    RawHttp.Answer answer = gallery.get("/things/1?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(named, says);
  }

  @Test
  void aParameterThatIsMissing() throws IOException {
    assertThat(gallery.get("/things/none").body()).contains("\\\"must\\\" is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"a\"}|201|a[]",
        "{\"name\":\"a\",\"tags\":[\"x\"],\"size\":9,\"share\":null}|201|a[x]",
        "{\"name\":\"a\",\"size\":9.0}|201|a[]",
        "{}|400|lacks the member \\\"name\\\"",
        "{\"name\":1}|400|the body.name must be a text",
        "{\"name\":\"aaaaaaaaaaaaaaaaaaaaa\"}|400|at most 20",
        "{\"name\":\"a\",\"size\":10}|400|from 0 to 9",
        "{\"name\":\"a\",\"size\":1e400}|400|whole number",
        "{\"name\":\"a\",\"tags\":[\"x\",\"y\",\"z\",\"a\"]}|400|at most 3",
        "{\"name\":\"a\",\"tags\":[1]}|400|the body.tags[0] must be a text",
        "{\"name\":\"a\",\"more\":1}|400|not known: \\\"more\\\"",
        "{\"name\":\"a\",\"name\":\"b\"}|400|not JSON",
        "{\"name\":\"a\"} x|400|not JSON",
        "{\"name\":\"a\"}{}|400|goes on",
        "[]|400|a JSON object",
        "null|400|a JSON object",
        "{\"name\":|400|not JSON",
        "<x/>|400|not JSON"
      })
  void bodies(String body, int status, String says) throws IOException {
    RawHttp.Answer answer = gallery.send("POST", "/things", "application/json", body);
    assertThat(answer.body()).contains(says);
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void bodiesOfOtherKinds() throws IOException {
    assertThat(gallery.send("POST", "/things", "text/plain", "{}").status()).isEqualTo(415);
    assertThat(gallery.send("POST", "/things", "application/json", "").body()).contains("is empty");
    String deep = "[".repeat(5000);
    assertThat(gallery.send("POST", "/things", "application/json", deep).status()).isEqualTo(400);
    String long1 = "{\"name\":\"" + "x".repeat(70_000) + "\"}";
    assertThat(gallery.send("POST", "/things", "application/json", long1).status()).isEqualTo(413);
    assertThat(gallery.send("DELETE", "/things/1", "text/plain", "x").status()).isEqualTo(400);
    assertThat(gallery.send("POST", "/pictures", "image/png", "x".repeat(1000)).body())
        .contains("1000 bytes");
    assertThat(gallery.send("POST", "/pictures", "image/png", "x".repeat(1001)).status())
        .isEqualTo(413);
  }

  @Test
  void aBodyInChunksHasTheSameLimit() throws IOException {
    String head =
        gallery.request(
            "POST",
            "/api/v1/pictures",
            "Authorization: Bearer " + TestGallery.TOKEN,
            "Content-Type: image/png",
            "Transfer-Encoding: chunked");
    String chunk = "200\r\n" + "x".repeat(0x200) + "\r\n";
    assertThat(RawHttp.once(gallery.port(), head + chunk + "0\r\n\r\n").body())
        .contains("512 bytes");
    assertThat(RawHttp.once(gallery.port(), head + chunk + chunk + "0\r\n\r\n").status())
        .isEqualTo(413);
  }

  @Test
  void errors() throws IOException {
    RawHttp.Answer gone = gallery.get("/gone");
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.header("content-type")).isEqualTo("application/problem+json");
    assertThat(gone.header("cache-control")).isEqualTo("no-store");
    assertThat(gone.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Gone\",\"status\":410,\"detail\":\"it is gone\","
                + "\"instance\":\"/api/v1/gone\",\"x\":1}");
    assertThat(gallery.get("/refused").status()).isEqualTo(422);
    assertThat(gallery.get("/refused").body()).contains("the model is not installed");
    assertThat(gallery.get("/lost").status()).isEqualTo(404);
    RawHttp.Answer crash = gallery.get("/crash");
    assertThat(crash.status()).isEqualTo(500);
    assertThat(crash.body()).doesNotContain(TestRoutes.SECRET, "Exception", "\tat ");
  }

  @Test
  void anErrorOfTheMachineHasAReply() throws IOException {
    RawHttp.Answer answer = gallery.get("/error");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain(TestRoutes.SECRET);
  }

  @Test
  void rangesAreForReadingAlone() throws IOException {
    String head =
        gallery.request(
            "POST",
            "/api/v1/pictures",
            "Authorization: Bearer " + TestGallery.TOKEN,
            "Content-Type: image/jpeg",
            "Range: bytes=0-1",
            "Content-Length: 3");
    RawHttp.Answer answer = RawHttp.once(gallery.port(), head + "abc");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("3 bytes");
  }
}
