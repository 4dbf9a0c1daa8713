package io.lumiere.app.output;

import java.time.Duration;

/** One line of a terminal that is written again and again, on the error output. Not thread-safe. */
public final class ChangingLine {
  private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(30);

  private final Console console;
  private Duration lastPlain = Duration.ZERO;
  private boolean drawn;

  public ChangingLine(Console console) {
    this.console = console;
  }

  /** Writes the line in place of what it said before; for a terminal only. */
  public void draw(String text) {
    String line = PrintedText.of(text);
    console
        .err()
        .printExact(
            "\r" + line.substring(0, Math.min(line.length(), console.columns() - 1)) + "\033[K");
    console.err().flush();
    drawn = true;
  }

  /** Writes the line on a terminal, else a plain one now and then. */
  public void show(String text, Duration elapsed) {
    if (console.showsProgress()) {
      draw(text);
    } else if (elapsed.minus(lastPlain).compareTo(PLAIN_INTERVAL) >= 0) {
      lastPlain = elapsed;
      console.err().println(text);
    }
  }

  /** Takes the line away. */
  public void clear() {
    if (drawn) {
      console.err().printExact("\r\033[K");
      drawn = false;
    }
  }
}
