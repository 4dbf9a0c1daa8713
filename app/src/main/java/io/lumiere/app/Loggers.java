package io.lumiere.app;

import io.lumiere.app.output.Console;
import io.lumiere.app.output.FailureLine;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * What loggers say. Lumiere's own warnings are for people and printed as such. Libraries speak of
 * themselves, without the name of the photo or file: what matters of it comes as an exception, and
 * the rest is shown only with {@code LUMIERE_DEBUG}.
 */
final class Loggers {
  private static final String OWN = "io.lumiere";

  /** Puts the parameters of a message in the place of {@code {0}}. */
  private static final Formatter FORMATTER = new SimpleFormatter();

  private Loggers() {}

  /** From now on, for the whole process; slf4j's loggers go nowhere, by its {@code nop} binding. */
  static void install(Console console) {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(new Printer(console, console.variable("LUMIERE_DEBUG") != null));
  }

  /** Prints a message in one line. */
  private static final class Printer extends Handler {
    private final Console console;
    private final boolean all;

    Printer(Console console, boolean all) {
      this.console = console;
      this.all = all;
    }

    @Override
    public void publish(LogRecord message) {
      String logger = String.valueOf(message.getLoggerName());
      String text = FORMATTER.formatMessage(message);
      if (logger.startsWith(OWN)) {
        console.err().println(FailureLine.withRemedy(text, message.getThrown()));
      } else if (all) {
        console.err().println(logger + ": " + text);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
