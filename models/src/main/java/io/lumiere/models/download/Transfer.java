package io.lumiere.models.download;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;

/** Brings one file into its part: each {@link #attempt} goes on where the last one ended. */
final class Transfer {
  private static final long SPARE_BYTES = 64L << 20;
  private static final Duration REPORT_INTERVAL = Duration.ofMillis(200);

  private final HttpClient client;
  private final RemoteFile file;
  private final PartFile part;
  private final Duration stall;
  private final DownloadListener listener;
  private final long started = System.nanoTime();
  private long fetched;
  private long reported;

  Transfer(
      HttpClient client,
      RemoteFile file,
      PartFile part,
      Duration stall,
      DownloadListener listener) {
    this.client = client;
    this.file = file;
    this.part = part;
    this.stall = stall;
    this.listener = listener;
  }

  /** Whether a server has answered with content so far. */
  boolean broughtAnything() {
    return fetched > 0;
  }

  /**
   * One request. Returns when the file is whole.
   *
   * @throws TransientException where another attempt may help
   * @throws LumiereException where it will not
   * @throws IOException if the part cannot be written
   */
  void attempt() throws IOException, TransientException, InterruptedException {
    String validator = part.validator();
    long have = part.length();
    if (have > 0 && validator == null && file.sha256() == null) {
      part.delete(); // Nothing would say whether the rest belongs to it.
      have = 0;
    }
    if (have > 0 && file.exact() && have == file.bytes()) {
      return;
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(file.address()).header("User-Agent", "lumiere").timeout(stall);
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
      if (validator != null) {
        request.header("If-Range", validator);
      }
    }
    HttpResponse<InputStream> response;
    try {
      response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw failure(e);
    }
    try (InputStream body = response.body()) {
      receive(response, body, have);
    }
  }

  private void receive(HttpResponse<InputStream> response, InputStream body, long have)
      throws IOException, TransientException {
    HttpHeaders headers = response.headers();
    switch (response.statusCode()) {
      case 200 -> {
        if (have > 0) {
          listener.note(name() + " is sent from its beginning again");
        }
        long total = headers.firstValueAsLong("Content-Length").orElse(0);
        check(headers, total, 0);
        part.begin(Answers.validator(headers));
        copy(body, 0, total);
      }
      case 206 -> {
        Answers.Range range = Answers.range(headers).orElse(new Answers.Range(-1, 0));
        if (range.start() != have) {
          throw fromStart("sent another part of " + name() + " than it was asked for");
        }
        check(headers, range.total(), have);
        copy(body, have, range.total());
      }
      case 416 -> {
        if (Answers.unsatisfiedTotal(headers).orElse(-1) != have) {
          throw fromStart("has " + name() + " with another length than before");
        }
      }
      default -> throw Answers.refusal(file.address(), response);
    }
  }

  /** Refuses what cannot be the file, before anything is written. */
  private void check(HttpHeaders headers, long total, long have) throws IOException {
    if (Answers.isPage(headers)) {
      throw new LumiereException(
          "there is a web page at "
              + file.address()
              + " instead of the file; does this network ask for a login?");
    }
    if (file.exact() && total != 0 && total != file.bytes()) {
      part.delete();
      throw new LumiereException(
          String.format(
              Locale.ROOT,
              "%s has %,d bytes now, %,d were published: the file was replaced, or something on the"
                  + " way answers for it",
              file.address(),
              total,
              file.bytes()));
    }
    long free = Files.getFileStore(part.path().toAbsolutePath().getParent()).getUsableSpace();
    if (total - have > free - SPARE_BYTES) {
      throw new LumiereException(
          String.format(
              Locale.ROOT,
              "%s needs %,d bytes more and the disk with %s has %,d left",
              name(),
              total - have,
              part.path().getParent(),
              free));
    }
  }

  private void copy(InputStream body, long have, long total)
      throws IOException, TransientException {
    byte[] buffer = new byte[1 << 16];
    long done = have;
    try (FileChannel out = part.append();
        StallGuard guard = new StallGuard(body, stall)) {
      for (int n = read(body, buffer, guard); n >= 0; n = read(body, buffer, guard)) {
        guard.alive();
        done += n;
        fetched += n;
        if (file.exact() && done > file.bytes()) {
          throw fromStart("sends more than the " + file.bytes() + " bytes of " + name());
        }
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        report(done, total, false);
      }
    }
    if ((file.exact() && done < file.bytes()) || done < total) {
      throw new TransientException(
          "the connection to " + host() + " ended early", Duration.ZERO, null);
    }
    report(done, total, true);
  }

  private int read(InputStream body, byte[] buffer, StallGuard guard) throws TransientException {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw guard.stalled()
          ? new TransientException(
              host() + " sent nothing for " + stall.toSeconds() + " s", Duration.ZERO, e)
          : failure(e);
    }
  }

  private void report(long done, long total, boolean last) {
    long now = System.nanoTime();
    if (last || now - reported > REPORT_INTERVAL.toNanos()) {
      reported = now;
      listener.progress(
          DownloadProgress.of(
              name(),
              done,
              total == 0 ? file.bytes() : total,
              fetched,
              Duration.ofNanos(now - started)));
    }
  }

  private TransientException fromStart(String what) throws IOException {
    part.delete();
    return new TransientException(
        host() + " " + what + "; it is downloaded from the start", Duration.ZERO, null);
  }

  private TransientException failure(IOException e) {
    return new TransientException(
        "the connection to " + host() + " failed: " + Failures.words(e), Duration.ZERO, e);
  }

  private String host() {
    return file.address().getHost();
  }

  private String name() {
    return file.path();
  }
}
