package io.lumiere.app.output;

import io.lumiere.cluster.push.PushProgress;
import io.lumiere.exchange.ExchangeProgress;
import io.lumiere.indexer.Progress;
import io.lumiere.indexer.ProgressListener;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows how far indexing, an export, an import or a copy is: one line that changes on a terminal, a
 * plain line now and then elsewhere. Not thread-safe.
 */
public final class ProgressLine
    implements ProgressListener, ExchangeProgress.Listener, PushProgress.Listener, AutoCloseable {
  private final ChangingLine line;
  private final boolean silent;
  private final long started = System.nanoTime();
  private long captions;

  public ProgressLine(Console console, boolean silent) {
    this.line = new ChangingLine(console);
    this.silent = silent;
  }

  @Override
  public void progress(Progress progress) {
    if (!silent) {
      line.show(text(progress), progress.elapsed());
    }
  }

  @Override
  public void progress(ExchangeProgress progress) {
    if (!silent) {
      line.show(text(progress), progress.elapsed());
    }
  }

  @Override
  public void progress(PushProgress progress) {
    if (!silent) {
      line.show(text(progress), progress.elapsed());
    }
  }

  /** Shows that so many captions more have been encoded. */
  public void encodedCaptions(int more) {
    captions += more;
    if (!silent) {
      Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
      line.show("Encoding captions, each once: " + captions, elapsed);
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

  private static String text(ExchangeProgress progress) {
    double seconds = Math.max(0.001, progress.elapsed().toMillis() / 1000.0);
    Duration remaining = progress.remaining();
    return String.format(
        Locale.ROOT,
        "%d records, %.0f%%, %.0f records/s%s",
        progress.records(),
        100 * progress.part(),
        progress.records() / seconds,
        remaining == null ? "" : ", " + words(remaining) + " left");
  }

  private static String text(PushProgress progress) {
    Duration remaining = progress.remaining();
    return String.format(
        Locale.ROOT,
        "%d of %d photos, %.0f photos/s%s",
        progress.done(),
        progress.total(),
        progress.rate(),
        remaining == null ? "" : ", " + words(remaining) + " left");
  }

  /** A duration as a person says it: {@code 1 h 05 min}, {@code 2 min 03 s}, {@code 4.2 s}. */
  public static String words(Duration duration) {
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
