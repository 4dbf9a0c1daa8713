package io.lumiere.app;

import io.lumiere.indexer.Progress;
import io.lumiere.indexer.ProgressListener;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows how far indexing is: one line that changes on a terminal, a plain line now and then
 * elsewhere.
 */
final class ProgressLine implements ProgressListener, AutoCloseable {
  private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(30);

  private final Console console;
  private final boolean silent;
  private Duration lastPlain = Duration.ZERO;
  private boolean drawn;

  ProgressLine(Console console, boolean silent) {
    this.console = console;
    this.silent = silent;
  }

  @Override
  public void progress(Progress progress) {
    if (silent) {
      return;
    }
    if (console.showsProgress()) {
      String text = text(progress);
      console
          .err()
          .print(
              "\r" + text.substring(0, Math.min(text.length(), console.columns() - 1)) + "\033[K");
      drawn = true;
    } else if (progress.elapsed().minus(lastPlain).compareTo(PLAIN_INTERVAL) >= 0) {
      lastPlain = progress.elapsed();
      console.err().println(text(progress));
    }
  }

  @Override
  public void close() {
    if (drawn) {
      console.err().print("\r\033[K");
    }
  }

  private static String text(Progress progress) {
    if (progress.phase() == Progress.Phase.SCANNING) {
      return "Looking for photos: " + progress.done();
    }
    String total = progress.total().isPresent() ? " of " + progress.total().getAsLong() : "";
    String rate =
        progress.rate() > 0 ? String.format(Locale.ROOT, ", %.1f photos/s", progress.rate()) : "";
    String remaining =
        progress.remaining() == null ? "" : ", " + words(progress.remaining()) + " left";
    String failed = progress.failed() == 0 ? "" : ", " + progress.failed() + " failed";
    return progress.done() + total + " photos" + rate + remaining + failed;
  }

  /** A duration as a person says it: {@code 1 h 05 min}, {@code 2 min 03 s}, {@code 4.2 s}. */
  static String words(Duration duration) {
    if (duration.toHours() > 0) {
      return String.format(
          Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart());
    }
    return duration.toMinutes() > 0
        ? String.format(
            Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart())
        : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
