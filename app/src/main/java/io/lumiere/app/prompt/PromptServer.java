package io.lumiere.app.prompt;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Answers searches from the prompt, one after another. Thread-safe. */
public final class PromptServer implements AutoCloseable {
  /**
   * How long a connection may take; who asks has waited long enough before and searches himself.
   */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(20);

  /** Runs a search. */
  public interface Answerer {
    /**
     * The exit status of a search; empty where it is declined.
     *
     * @param output gets what it prints
     */
    OptionalInt answer(PromptRequest request, PromptOutput output);
  }

  private final ServerSocketChannel listening;
  private final Path socket;
  private final String build;
  private final Map<String, String> environment;
  private final Answerer answerer;

  private PromptServer(
      ServerSocketChannel listening,
      Path socket,
      String build,
      Map<String, String> environment,
      Answerer answerer) {
    this.listening = listening;
    this.socket = socket;
    this.build = build;
    this.environment = environment;
    this.answerer = answerer;
  }

  /**
   * Begins to listen; null where that cannot be, which costs searches nothing but time.
   *
   * @param cache folder of the user
   * @param environment of this process
   */
  public static @Nullable PromptServer start(
      Path cache, Map<String, String> environment, Answerer answerer) {
    String build = BuildStamp.of(environment);
    if (build == null) {
      return null;
    }
    try {
      Path socket = PromptFolder.socket(cache);
      ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        Files.deleteIfExists(socket); // Of an earlier process that had our number.
        listening.bind(UnixDomainSocketAddress.of(socket));
      } catch (IOException | RuntimeException e) {
        listening.close();
        throw e;
      }
      PromptServer server = new PromptServer(listening, socket, build, environment, answerer);
      Thread.ofPlatform().name("searches from the prompt").daemon(true).start(server::accept);
      return server;
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      return null; // No such sockets or permissions, or too long a path.
    }
  }

  /** Where it listens. */
  Path socket() {
    return socket;
  }

  @Override
  public void close() {
    try (listening) {
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      // Who finds it there finds nobody behind it.
    }
  }

  private void accept() {
    try {
      while (true) {
        try (SocketChannel connection = listening.accept()) {
          if (Peer.isOwn(connection)) {
            serve(connection);
          }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
          if (!listening.isOpen()) {
            return;
          }
          Thread.sleep(
              PAUSE); // Who asked searches himself; it may be the machine that has too much.
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Nobody does that.
    } finally {
      if (listening.isOpen()) {
        close(); // Else whoever asks would wait.
      }
    }
  }

  private void serve(SocketChannel connection) throws IOException {
    Thread limit = Thread.ofVirtual().start(() -> closeAfterLimit(connection));
    try {
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(Channels.newInputStream(connection)));
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(connection)));
      out.writeByte(PromptReply.BEGUN);
      out.flush();
      PromptRequest request = PromptRequest.read(in);
      PromptOutput output = new PromptOutput();
      OptionalInt status =
          request.build().equals(build) && request.isOfSameHome(environment)
              ? answerer.answer(request, output)
              : OptionalInt.empty();
      PromptReply.write(
          out, status.isEmpty() || output.isTooMuch() ? null : output.reply(status.getAsInt()));
    } finally {
      limit.interrupt();
    }
  }

  private static void closeAfterLimit(SocketChannel connection) {
    try {
      Thread.sleep(LONGEST);
      connection.close();
    } catch (InterruptedException | IOException e) {
      // It ended before.
    }
  }
}
