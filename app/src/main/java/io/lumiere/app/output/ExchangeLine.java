package io.lumiere.app.output;

import io.lumiere.exchange.ExchangeProgress;
import java.time.Duration;
import java.util.Locale;

/** Shows how far an export or import is, as {@link ProgressLine} does for indexing. */
public final class ExchangeLine implements ExchangeProgress.Listener, AutoCloseable {
  private final ChangingLine line;
  private final boolean silent;

  public ExchangeLine(Console console, boolean silent) {
    this.line = new ChangingLine(console);
    this.silent = silent;
  }

  @Override
  public void progress(ExchangeProgress progress) {
    if (!silent) {
      line.show(text(progress), progress.elapsed());
    }
  }

  @Override
  public void close() {
    clear();
  }

  /** Takes the line away. */
  public void clear() {
    line.clear();
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
