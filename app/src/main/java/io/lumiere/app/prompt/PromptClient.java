package io.lumiere.app.prompt;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets a running gallery search: a program of its own, which loads little more than what every Java
 * program does. So this and what it uses have no lambda expressions and join no texts by +, for
 * which Java makes classes at run time, and lie in a jar of their own, since sockets make Java look
 * through all jars.
 *
 * <pre>PromptClient FOLDER-OF-SOCKETS search TEXT...</pre>
 *
 * <p>Its exit status is the search's, or {@value #NOT_ANSWERED} where no gallery answers; then
 * nothing was printed. Thread-safe.
 */
public final class PromptClient {
  /** The launcher searches itself then. */
  static final int NOT_ANSWERED = 75;

  /** How long a gallery may take to turn to a search: it may be stopped, or busy with another. */
  private static final long LONGEST_UNHEARD_MILLIS = 1_000;

  /** How long a gallery may take. */
  private static final long LONGEST_MILLIS = 10_000;

  /** A socket without a gallery behind it is taken away when it is this old. */
  private static final long FRESH_MILLIS = 60_000;

  private PromptClient() {}

  public static void main(String[] args) {
    Limit limit = new Limit();
    limit.setDaemon(true);
    limit.start();
    List<String> arguments = Arrays.asList(args).subList(1, args.length);
    PromptReply reply = ask(new File(args[0]), System.getenv(), arguments, limit);
    limit.end(); // What is printed may wait for a reader.
    Runtime.getRuntime().halt(reply == null ? NOT_ANSWERED : print(reply));
  }

  /** The reply of the first gallery that answers; null where none does. */
  static @Nullable PromptReply ask(
      File folder, Map<String, String> environment, List<String> arguments, Limit limit) {
    String build = BuildStamp.of(environment);
    if (build == null) {
      return null;
    }
    PromptRequest request =
        new PromptRequest(
            build, Path.of("").toAbsolutePath(), PromptRequest.relevant(environment), arguments);
    for (File socket : PromptFolder.sockets(folder)) {
      PromptReply reply = ask(socket, request, limit);
      if (reply != null) {
        return reply;
      }
    }
    return null;
  }

  private static @Nullable PromptReply ask(File socket, PromptRequest request, Limit limit) {
    try (SocketChannel connection =
        SocketChannel.open(UnixDomainSocketAddress.of(socket.getPath()))) {
      if (!Peer.isOwn(connection)) {
        return null;
      }
      request.write(
          new DataOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(connection), 1 << 16)));
      DataInputStream in = new DataInputStream(Channels.newInputStream(connection));
      if (in.read() != PromptReply.BEGUN) {
        return null;
      }
      limit.extend();
      return PromptReply.read(in);
    } catch (ConnectException e) {
      if (System.currentTimeMillis() - socket.lastModified() > FRESH_MILLIS) {
        socket.delete(); // Its gallery was killed.
      }
      return null;
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      return null;
    }
  }

  /** Prints as a search of its own process does, and gives its exit status. */
  private static int print(PromptReply reply) {
    FileOutputStream err = new FileOutputStream(FileDescriptor.err);
    try {
      reply.print(new FileOutputStream(FileDescriptor.out), err);
      return reply.status();
    } catch (IOException e) {
      // As OutputLostException: nobody reads on, which is not an error.
      String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      return reason.contains("pipe") || reason.contains("reset") ? 0 : failed(err, e);
    }
  }

  private static int failed(FileOutputStream err, IOException e) {
    try {
      String line =
          String.join("", "lumiere: the output cannot be written: ", e.getMessage(), "\n");
      err.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException again) {
      // Nobody reads that either.
    }
    return 1;
  }

  /** Ends the process where a gallery takes too long. Thread-safe. */
  static final class Limit extends Thread {
    private boolean isHeard;
    private boolean over;

    @Override
    public void run() {
      try {
        Thread.sleep(LONGEST_UNHEARD_MILLIS);
        if (isHeard()) {
          Thread.sleep(LONGEST_MILLIS - LONGEST_UNHEARD_MILLIS);
        }
        haltUnlessOver();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // Nobody does that.
      }
    }

    private synchronized void haltUnlessOver() {
      if (!over) {
        Runtime.getRuntime().halt(NOT_ANSWERED);
      }
    }

    private synchronized boolean isHeard() {
      return isHeard;
    }

    /** A gallery has begun, and may take longer. */
    synchronized void extend() {
      isHeard = true;
    }

    /** From now on the process may take as long as it wants. */
    synchronized void end() {
      over = true;
    }
  }
}
