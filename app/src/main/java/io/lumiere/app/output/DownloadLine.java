package io.lumiere.app.output;

import io.lumiere.models.download.DownloadListener;
import io.lumiere.models.download.DownloadProgress;
import java.util.Locale;

/**
 * Shows how far a download is: a line that changes on a terminal, every tenth percent elsewhere.
 * Not thread-safe.
 */
public final class DownloadLine implements DownloadListener, AutoCloseable {
  private static final int PLAIN_STEP = 10;
  private static final long PLAIN_LEAST = 10_000_000;

  private final Console console;
  private final ChangingLine line;
  private int lastPlain;

  public DownloadLine(Console console) {
    this.console = console;
    this.line = new ChangingLine(console);
  }

  @Override
  public void progress(DownloadProgress progress) {
    if (console.showsProgress()) {
      line.draw(text(progress));
      return;
    }
    if (progress.total() > 0 && progress.total() < PLAIN_LEAST) {
      return;
    }
    int percent = progress.total() == 0 ? 0 : (int) (100 * progress.done() / progress.total());
    if (percent < lastPlain) {
      lastPlain = 0; // The next file.
    }
    if (percent >= lastPlain + PLAIN_STEP) {
      lastPlain = percent - percent % PLAIN_STEP;
      console.err().println(text(progress));
    }
  }

  @Override
  public void note(String text) {
    close();
    console.err().println(text);
  }

  @Override
  public void close() {
    line.clear();
  }

  private static String text(DownloadProgress progress) {
    String total = progress.total() == 0 ? "" : " of " + bytes(progress.total());
    String remaining =
        progress.remaining() == null
            ? ""
            : ", " + ProgressLine.words(progress.remaining()) + " left";
    return progress.file()
        + ": "
        + bytes(progress.done())
        + total
        + ", "
        + bytes((long) progress.bytesPerSecond())
        + "/s"
        + remaining;
  }

  /** A size as a person says it: {@code 354.0 MB}, {@code 12 kB}, {@code 7 B}. */
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? (bytes + 500) / 1000 + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
