package io.lumiere.app;

import io.lumiere.exchange.ExchangeProgress;
import java.time.Duration;
import java.util.Locale;

/** Shows how far an export or import is, as {@link ProgressLine} does for indexing. */
final class ExchangeLine implements ExchangeProgress.Listener, AutoCloseable {
  private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(30);

  private final Console console;
  private final boolean silent;
  private Duration lastPlain = Duration.ZERO;
  private boolean drawn;

  ExchangeLine(Console console, boolean silent) {
    this.console = console;
    this.silent = silent;
  }

  @Override
  public void progress(ExchangeProgress progress) {
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
    clear();
  }

  /** Takes the line away. */
  void clear() {
    if (drawn) {
      console.err().print("\r\033[K");
      drawn = false;
    }
  }

  private static String text(ExchangeProgress progress) {
    double seconds = Math.max(0.001, progress.elapsed().toMillis() / 1000.0);
    Duration remaining = progress.remaining();
    return String.format(
        Locale.ROOT,
        "%d records, %.0f%%, %.0f records/s%s",
        progress.records(),
        100 * progress.part(),
        progress.records() / seconds,
        remaining == null ? "" : ", " + ProgressLine.words(remaining) + " left");
  }
}
