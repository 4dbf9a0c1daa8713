package io.lumiere.models.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.lumiere.base.LumiereException;
import io.lumiere.base.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Downloads from a real server that misbehaves. */
class DownloadTest {
  private static final Patience QUICK =
      new Patience(3, Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofSeconds(20));
  private static final byte[] CONTENT = content(1);
  private static final String TAG = "\"one\"";

  @TempDir Path folder;
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final List<DownloadProgress> progress = new ArrayList<>();

  @Test
  void aFileArrivesWhole() throws IOException {
    try (FileServer server = new FileServer((e, n) -> FileServer.send(e, CONTENT, TAG))) {
      fetch(exact(server));
      assertThat(server.requests).hasSize(1);
    }
    assertArrived();
    DownloadProgress last = progress.get(progress.size() - 1);
    assertThat(last.done()).isEqualTo(CONTENT.length).isEqualTo(last.total());
  }

  @Test
  void whatIsThereIsNotDownloadedAgain() throws IOException {
    Files.write(target(), CONTENT);
    try (FileServer server = new FileServer((e, n) -> FileServer.send(e, CONTENT, TAG))) {
      fetch(exact(server));
      assertThat(server.requests).isEmpty();
      Files.writeString(target(), "damaged");
      fetch(exact(server));
    }
    assertArrived();
  }

  @Test
  void brokenConnectionsAreResumed() throws IOException {
    try (FileServer server = new FileServer((e, n) -> sendAndAwait(e, 30_000))) {
      fetch(unknown(server));
      assertThat(server.requests).hasSizeGreaterThanOrEqualTo(4);
      assertThat(server.requests.get(1).getFirst("Range")).matches("bytes=[1-9]\\d*-");
      assertThat(server.requests.get(1).getFirst("If-Range")).isEqualTo(TAG);
    }
    assertArrived();
  }

  @Test
  void aLaterRunGoesOn() throws IOException {
    Patience none = new Patience(1, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(20));
    try (FileServer server = new FileServer((e, n) -> sendAndAwait(e, n == 0 ? 70_000 : 99_999))) {
      assertThatThrownBy(() -> download(none).fetch(unknown(server), target()))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("is kept");
      assertThat(target()).doesNotExist();
      fetch(unknown(server));
      assertThat(server.requests.get(1).getFirst("Range")).matches("bytes=[1-9]\\d*-");
    }
    assertArrived();
  }

  @Test
  void aServerThatIgnoresRangesSendsAllAgain() throws IOException {
    try (FileServer server =
        new FileServer((e, n) -> {
          e.sendResponseHeaders(200, CONTENT.length);
          e.getResponseBody().write(CONTENT, 0, n == 0 ? 50_000 : CONTENT.length);
          e.getResponseBody().flush();
        })) {
      fetch(exact(server));
    }
    assertArrived();
    assertThat(notes).anySatisfy(note -> assertThat(note).contains("beginning"));
  }

  @Test
  void aFileThatChangedMeanwhileIsTakenAnew() throws IOException {
    byte[] other = content(2);
    try (FileServer server =
        new FileServer((e, n) -> {
          if (n == 0) {
            FileServer.sendAtMost(e, other, "\"old\"", 50_000);
          } else {
            FileServer.send(e, CONTENT, TAG);
          }
        })) {
      fetch(unknown(server));
    }
    assertArrived();
  }

  @Test
  void anotherRangeThanAskedForIsNotJoined() throws IOException {
    try (FileServer server =
        new FileServer((e, n) -> {
          if (n == 1) {
            e.getResponseHeaders().set("Content-Range", "bytes 7-99999/100000");
            e.sendResponseHeaders(206, CONTENT.length - 7);
            e.getResponseBody().write(CONTENT, 7, CONTENT.length - 7);
          } else {
            FileServer.sendAtMost(e, CONTENT, TAG, n == 0 ? 50_000 : CONTENT.length);
          }
        })) {
      fetch(exact(server));
    }
    assertArrived();
  }

  @Test
  void aPartThatIsWholeAlreadyIsTaken() throws IOException {
    try (FileServer server =
        new FileServer((e, n) -> {
          if (n == 0) { // All of it, but it announced more.
            e.getResponseHeaders().set("ETag", TAG);
            e.sendResponseHeaders(200, CONTENT.length + 5);
            e.getResponseBody().write(CONTENT);
          } else {
            FileServer.send(e, CONTENT, TAG);
          }
        })) {
      fetch(unknown(server));
      assertThat(server.requests).hasSize(2);
    }
    assertArrived();
  }

  @Test
  void aServerThatAlwaysAnnouncesMoreThanItSendsIsGivenUp() throws IOException {
    try (FileServer server =
        new FileServer((e, n) -> {
          e.sendResponseHeaders(200, CONTENT.length + 5);
          e.getResponseBody().write(CONTENT);
        })) {
      assertRefused(unknown(server), "3 times in a row");
    }
  }

  @Test
  void anotherLengthThanPublishedIsRefused() throws IOException {
    try (FileServer server =
        new FileServer((e, n) -> FileServer.send(e, new byte[] {1, 2, 3, 4, 5}, TAG))) {
      assertRefused(exact(server), "5 bytes now, 100,000 were published");
      assertThat(server.requests).hasSize(1);
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void anotherContentThanPublishedIsRemoved() throws IOException {
    try (FileServer server = new FileServer((e, n) -> FileServer.send(e, content(3), TAG))) {
      assertRefused(exact(server), "SHA-256");
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void redirectsAreFollowed() throws IOException {
    try (FileServer server =
        new FileServer((e, n) -> {
          if (e.getRequestURI().getPath().equals("/file")) {
            e.getResponseHeaders().set("Location", "/elsewhere");
            e.sendResponseHeaders(302, -1);
          } else {
            FileServer.sendAtMost(e, CONTENT, TAG, 60_000);
          }
        })) {
      fetch(exact(server));
    }
    assertArrived();
  }

  @Test
  void aServerThatIsBusyIsAskedAgain() throws IOException {
    try (FileServer server =
        new FileServer((e, n) -> {
          if (n < 2) {
            e.getResponseHeaders().set("Retry-After", "3600"); // Cut to the longest pause.
            e.sendResponseHeaders(n == 0 ? 503 : 429, -1);
          } else {
            FileServer.send(e, CONTENT, TAG);
          }
        })) {
      fetch(exact(server));
      assertThat(server.requests).hasSize(3);
    }
    assertArrived();
  }

  @ParameterizedTest
  @CsvSource({
    "401, licence",
    "403, licence",
    "404, any more",
    "410, any more",
    "407, proxy",
    "418, 200 is expected"
  })
  void refusalsAreSaidOnceInPlainWords(int status, String words) throws IOException {
    try (FileServer server = new FileServer((e, n) -> e.sendResponseHeaders(status, -1))) {
      assertRefused(exact(server), words);
      assertThat(server.requests).hasSize(1);
    }
  }

  @Test
  void aLoginPageIsNotTakenForTheFile() throws IOException {
    try (FileServer server =
        new FileServer((e, n) -> {
          e.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          FileServer.send(e, CONTENT, TAG);
        })) {
      assertRefused(unknown(server), "web page");
    }
  }

  @Test
  void aFileThatTheDiskCannotHoldIsNotBegun() throws IOException {
    try (FileServer server =
        new FileServer((e, n) -> {
          e.sendResponseHeaders(200, Long.MAX_VALUE / 2);
          e.getResponseBody().write(CONTENT);
          e.getResponseBody().flush();
        })) {
      assertRefused(unknown(server), "the disk");
    }
  }

  @Test
  void aConnectionThatStallsIsGivenUp() throws IOException {
    // Of so many attempts one is quick enough on a busy machine, too: before its first bytes come,
    // a connection that is given up "does not answer".
    Patience hasty =
        new Patience(50, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(500));
    try (FileServer server =
        new FileServer((e, n) -> {
          boolean stalls = notes.stream().noneMatch(note -> note.contains("sent nothing"));
          FileServer.sendAtMost(e, CONTENT, TAG, stalls ? 10_000 : CONTENT.length);
          if (stalls) {
            sleep(Duration.ofSeconds(3));
          }
        })) {
      download(hasty).fetch(exact(server), target());
    }
    assertArrived();
    assertThat(notes).anySatisfy(note -> assertThat(note).contains("sent nothing"));
  }

  @Test
  void withoutANetworkItSaysSoAtOnce() {
    // A port that no system gives to who asks for any.
    assertRefused(file(URI.create("http://127.0.0.1:1/file"), 0, null), "/file: it refuses");
    assertRefused(
        file(URI.create("http://no-such-host.invalid/file"), 0, null),
        "its name cannot be resolved");
    assertThat(notes).isEmpty();
  }

  @Test
  void theProxyOfTheEnvironmentIsUsed() throws IOException {
    try (FileServer proxy = new FileServer((e, n) -> FileServer.send(e, CONTENT, TAG))) {
      Map<String, String> environment = Map.of("http_proxy", "127.0.0.1:" + proxy.port());
      new Download(environment, QUICK, listener())
          .fetch(file(URI.create("http://models.invalid/file"), 0, null), target());
      assertThat(proxy.requests.get(0).getFirst("Host")).startsWith("models.invalid");
    }
    assertArrived();
  }

  /** Sends a part, and breaks off when some of it is in the file. */
  private void sendAndAwait(HttpExchange exchange, int most) throws IOException {
    long had = received();
    FileServer.sendAtMost(exchange, CONTENT, TAG, most);
    while (received() <= had && Files.notExists(target())) {
      sleep(Duration.ofMillis(10));
    }
  }

  private long received() {
    return folder.resolve("file.bin.part").toFile().length();
  }

  private void assertRefused(RemoteFile file, String words) {
    assertThatThrownBy(() -> fetch(file))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining(words);
    assertThat(target()).doesNotExist();
  }

  private void assertArrived() throws IOException {
    assertThat(target()).hasBinaryContent(CONTENT);
    assertThat(left()).containsExactly("file.bin");
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private void fetch(RemoteFile file) {
    download(QUICK).fetch(file, target());
  }

  private Download download(Patience patience) {
    return new Download(Map.of(), patience, listener());
  }

  private DownloadListener listener() {
    return new DownloadListener() {
      @Override
      public void progress(DownloadProgress now) {
        progress.add(now);
      }

      @Override
      public void note(String text) {
        notes.add(text);
      }
    };
  }

  private Path target() {
    return folder.resolve("file.bin");
  }

  /** The file as a publisher describes it who gives size and hash. */
  private RemoteFile exact(FileServer server) throws IOException {
    Path content = Files.write(Files.createTempFile("content", ".bin"), CONTENT);
    try {
      return file(server.address("/file"), CONTENT.length, Sha256.of(content));
    } finally {
      Files.delete(content);
    }
  }

  /** The file as one describes it who gives nothing but the address. */
  private static RemoteFile unknown(FileServer server) {
    return file(server.address("/file"), 0, null);
  }

  private static RemoteFile file(URI address, long bytes, String sha256) {
    return new RemoteFile("file.bin", address, bytes, bytes > 0, sha256);
  }

  private static byte[] content(long seed) {
    byte[] bytes = new byte[100_000];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
