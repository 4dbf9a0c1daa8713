package io.lumiere.app.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a gallery and a search from the prompt say to each other, on real sockets. */
class PromptServerTest {
  private static final Path SHORT = Path.of(System.getProperty("java.io.tmpdir"));

  private Path cache = SHORT;
  private Map<String, String> environment = Map.of();
  private @Nullable PromptServer server;

  @BeforeEach
  void folders(@TempDir Path home) throws IOException {
    // A path of a socket has room for a hundred characters.
    cache = Files.createTempDirectory(SHORT, "lum");
    Files.createDirectories(home.resolve("app/target"));
    Files.createFile(home.resolve("app/target/built.stamp"));
    environment = Map.of("LUMIERE_HOME", home.toString(), "LANG", "C.UTF-8");
  }

  @AfterEach
  void close() throws IOException {
    if (server != null) {
      server.close();
    }
    try (var files = Files.walk(cache)) {
      files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  private void answering(PromptServer.Answerer answerer) {
    server = Objects.requireNonNull(PromptServer.start(cache, environment, answerer));
  }

  private @Nullable PromptReply ask(Map<String, String> from, String... arguments) {
    return PromptClient.ask(
        cache.resolve("prompt").toFile(), from, List.of(arguments), new PromptClient.Limit());
  }

  private Map<String, String> with(String name, String value) {
    Map<String, String> other = new TreeMap<>(environment);
    other.put(name, value);
    return other;
  }

  static void print(PromptOutput output, boolean isError, String text) {
    try {
      (isError ? output.err() : output.out()).write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void bothOutputsComeInTheirOrderWithTheStatus() throws IOException {
    answering((request, output) -> {
      print(output, false, "für " + request.arguments());
      print(output, true, "note;");
      print(output, false, request.environment().get("LUMIERE_COLUMNS"));
      return OptionalInt.of(3);
    });
    PromptReply reply = ask(with("LUMIERE_COLUMNS", "77"), "search", "𝄞 day");
    assertThat(reply).isNotNull();
    assertThat(reply.status()).isEqualTo(3);
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    reply.print(both, both);
    assertThat(both.toString(StandardCharsets.UTF_8)).isEqualTo("für [search, 𝄞 day]note;77");
  }

  @Test
  void otherBuildsAndHomesAreDeclined() throws IOException {
    answering((request, output) -> OptionalInt.of(0));
    assertThat(ask(environment, "search")).isNotNull();
    assertThat(ask(with("LANG", "de_DE.UTF-8"), "search")).isNull();
    assertThat(ask(with("LUMIERE_MODELS", "/elsewhere"), "search")).isNull();
    assertThat(ask(with("JAVA_TOOL_OPTIONS", "-Duser.timezone=UTC"), "search")).isNull();
    assertThat(ask(with("SOME_SECRET", "x"), "search")).isNotNull();
    Path stamp = Path.of(environment.get("LUMIERE_HOME"), "app/target/built.stamp");
    Files.setLastModifiedTime(stamp, FileTime.from(Instant.EPOCH.plusSeconds(7)));
    assertThat(ask(environment, "search")).isNull();
    Files.delete(stamp);
    assertThat(ask(environment, "search")).isNull();
  }

  @Test
  void whatMattersOfTheEnvironmentIsPassedOnAlone() {
    assertThat(PromptRequest.relevant(Map.of("AWS_SECRET", "x", "LC_ALL", "C", "HOME", "/h")))
        .containsOnlyKeys("LC_ALL", "HOME");
  }

  @Test
  void declinedAndFailedSearchesAndTooMuchOutputAreLeftToTheOther() {
    answering((request, output) -> {
      String argument = request.arguments().getFirst();
      if (argument.equals("overflows")) {
        throw new StackOverflowError();
      }
      if (argument.equals("fails")) {
        throw new IllegalStateException("as a mistake of ours would");
      }
      for (int i = 0; i < 17 && argument.equals("much"); i++) {
        print(output, false, "x".repeat(1 << 20));
      }
      return argument.equals("much") ? OptionalInt.of(0) : OptionalInt.empty();
    });
    assertThat(ask(environment, "declined")).isNull();
    assertThat(ask(environment, "fails")).isNull();
    assertThat(ask(environment, "much")).isNull();
    assertThat(ask(environment, "overflows")).isNull();
    assertThat(ask(environment, "declined")).as("it listens still").isNull();
  }

  @Test
  void aGalleryThatWasKilledLeavesASocketThatIsTakenAway() throws IOException {
    answering((request, output) -> OptionalInt.of(0));
    Path dead = cache.resolve("prompt/1.sock");
    try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      killed.bind(UnixDomainSocketAddress.of(dead));
    }
    assertThat(ask(environment, "search")).as("the other gallery answers").isNotNull();
    Objects.requireNonNull(server).close();
    assertThat(ask(environment, "search")).isNull();
    assertThat(dead).as("it may be a gallery that is just starting").exists();
    Files.setLastModifiedTime(dead, FileTime.from(Instant.now().minusSeconds(3_600)));
    assertThat(ask(environment, "search")).isNull();
    assertThat(dead).doesNotExist();
  }

  @Test
  void noSocketRemainsWhenAGalleryEnds() {
    answering((request, output) -> OptionalInt.of(0));
    Path socket = Objects.requireNonNull(server).socket();
    assertThat(socket).exists();
    server.close();
    assertThat(socket).doesNotExist();
    assertThat(ask(environment, "search")).isNull();
  }

  @Test
  void aFolderThatOthersMayEnterIsNotUsed() throws IOException {
    Files.createDirectory(
        cache.resolve("prompt"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
    assertThat(PromptServer.start(cache, environment, (request, output) -> OptionalInt.of(0)))
        .isNull();
  }

  @Test
  void aFolderThatIsALinkIsNotUsed(@TempDir Path elsewhere) throws IOException {
    Path folder =
        Files.createDirectory(
            elsewhere.resolve("own"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.createSymbolicLink(cache.resolve("prompt"), folder);
    assertThat(PromptServer.start(cache, environment, (request, output) -> OptionalInt.of(0)))
        .isNull();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anotherViewOfTheFileSystemIsAnotherBuild() throws IOException {
    assertThat(BuildStamp.of(environment))
        .endsWith(" " + Files.readSymbolicLink(BuildStamp.FILE_SYSTEM));
  }

  @Test
  void aPathThatIsTooLongForASocketIsNotUsed() {
    Path deep = cache.resolve("a".repeat(120));
    assertThat(PromptServer.start(deep, environment, (request, output) -> OptionalInt.of(0)))
        .isNull();
  }

  @Test
  void aGallerySaysThatItIsThereBeforeItIsAsked() throws IOException {
    answering((request, output) -> OptionalInt.of(0));
    try (var connection = connection()) {
      ByteBuffer begun = ByteBuffer.allocate(1);
      connection.read(begun);
      assertThat(begun.get(0)).isEqualTo((byte) PromptReply.BEGUN);
    }
  }

  private SocketChannel connection() throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(Objects.requireNonNull(server).socket()));
  }

  @Test
  void whatIsNotARequestIsDropped() throws IOException {
    answering((request, output) -> OptionalInt.of(0));
    try (var connection = connection()) {
      connection.read(ByteBuffer.allocate(1));
      connection.write(StandardCharsets.UTF_8.encode("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
      connection.shutdownOutput();
      assertThat(connection.read(ByteBuffer.allocate(10))).isEqualTo(-1);
    }
    assertThat(ask(environment, "search")).isNotNull();
  }
}
