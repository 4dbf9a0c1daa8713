package io.lumiere.models.download;

import io.lumiere.base.LumiereException;
import io.lumiere.base.Sha256;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Downloads files so that a target is there whole or not at all. What was downloaded before a
 * failure or an interrupt stays beside it as {@code .part} and the next call goes on from there,
 * unless the server's file has changed meanwhile (RFC 9110, section 13.1.5). Follows redirects, but
 * never from https to http; goes through the proxy that the Java properties or the environment
 * name. Thread-safe for different targets.
 */
public final class Download {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient client;
  private final Patience patience;
  private final DownloadListener listener;

  /**
   * A downloader.
   *
   * @param environment may name a proxy, see {@link Proxies}
   */
  public Download(Map<String, String> environment, DownloadListener listener) {
    this(environment, Patience.DEFAULT, listener);
  }

  Download(Map<String, String> environment, Patience patience, DownloadListener listener) {
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(CONNECT_TIMEOUT)
            .proxy(Proxies.of(environment))
            .build();
    this.patience = patience;
    this.listener = listener;
  }

  /**
   * Brings a file, unless it is there: {@code target} is then looked at, not downloaded again.
   *
   * @param target file to be; its folder is made if need be
   * @throws UnavailableException where it cannot be had over the network
   * @throws LumiereException for any other reason, which the message says
   */
  public void fetch(RemoteFile file, Path target) {
    try {
      if (isThere(file, target)) {
        return;
      }
      Files.createDirectories(target.toAbsolutePath().getParent());
      PartFile part = new PartFile(target, file.address());
      transfer(file, part);
      verify(file, part);
      part.finish();
    } catch (IOException e) {
      throw new LumiereException(target + " cannot be written: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LumiereException(
          "interrupted; what was downloaded of " + file.path() + " is kept", e);
    }
  }

  private static boolean isThere(RemoteFile file, Path target) throws IOException {
    return Files.isRegularFile(target)
        && (!file.exact() || Files.size(target) == file.bytes())
        && (file.sha256() == null || Sha256.of(target).equals(file.sha256()));
  }

  private void transfer(RemoteFile file, PartFile part) throws IOException, InterruptedException {
    Transfer transfer = new Transfer(client, file, part, patience.stall(), listener);
    long most = part.length();
    int failures = 0;
    while (true) {
      try {
        transfer.attempt();
        return;
      } catch (TransientException e) {
        if (part.length() > most) {
          most = part.length();
          failures = 0;
        }
        failures++;
        if (!transfer.broughtAnything() && Failures.isOffline(e.getCause())) {
          throw unreachable(file, e);
        }
        if (failures >= patience.attempts()) {
          throw new UnavailableException(
              e.getMessage()
                  + ", "
                  + failures
                  + " times in a row; what was downloaded of "
                  + file.path()
                  + " is kept, and the same command goes on from there",
              e);
        }
        Duration pause = patience.pause(failures, e.retryAfter());
        listener.note(e.getMessage() + "; trying again");
        Thread.sleep(pause);
      }
    }
  }

  private static UnavailableException unreachable(RemoteFile file, TransientException e) {
    String why = e.getCause() == null ? e.getMessage() : Failures.words(e.getCause());
    return new UnavailableException(
        "cannot reach " + file.address().getHost() + " for " + file.address() + ": " + why, e);
  }

  private static void verify(RemoteFile file, PartFile part) throws IOException {
    if (file.sha256() == null) {
      return;
    }
    String found = Sha256.of(part.path());
    if (!found.equals(file.sha256())) {
      part.delete();
      throw new LumiereException(
          file.path()
              + " from "
              + file.address()
              + " has the SHA-256 "
              + found
              + " and "
              + file.sha256()
              + " was published: it was removed. Try again; if it happens again, the file there is"
              + " not the one that was published");
    }
  }
}
