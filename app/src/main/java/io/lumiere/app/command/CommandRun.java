package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.app.output.FailureLine;
import io.lumiere.app.output.OutputLostException;
import io.lumiere.base.LumiereException;
import io.lumiere.gallery.GalleryException;
import io.lumiere.query.language.QuerySyntaxException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;

/** Runs a command and says what fails. Thread-safe. */
public final class CommandRun {
  private CommandRun() {}

  /** Runs what the arguments say, and returns the exit status. */
  public static int run(Console console, String... args) {
    return run(console, IndexOpening.ONCE, args);
  }

  /**
   * Runs what the arguments say, and returns the exit status.
   *
   * @param opening opens what is searched
   */
  static int run(Console console, IndexOpening opening, String... args) {
    if (args.length == 0) {
      CommandLine line = line(console, opening, "");
      line.usage(line.getOut());
      return 0;
    }
    try {
      Optional<SearchCommand> plain = PlainSearch.read(console, opening, args);
      int status =
          plain.isPresent()
              ? call(console, plain.get())
              : line(console, opening, args[0]).execute(args);
      console.out().requireReader();
      return status;
    } catch (OutputLostException e) {
      return report(console, e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      console
          .err()
          .println("lumiere: " + e + ": LUMIERE_JAVA_OPTS=-Xmx4g, say, gives it more memory");
      return ExitStatus.FAILED;
    }
  }

  private static int call(Console console, SearchCommand search) {
    try {
      return search.call();
    } catch (RuntimeException e) {
      return report(console, e);
    }
  }

  private static CommandLine line(Console console, IndexOpening opening, String name) {
    CommandLine line = LumiereCommand.line(console, opening, name);
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setUsageHelpWidth(Math.clamp(console.columns(), 80, 110));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(console, failure));
    line.setParameterExceptionHandler((mistake, arguments) -> {
      console.err().println("lumiere: " + UsageMessage.of(mistake));
      return ExitStatus.USAGE;
    });
    return line;
  }

  private static int report(Console console, Exception failure) {
    if (failure instanceof OutputLostException lost && lost.isEnough()) {
      return 0;
    }
    if (failure instanceof QuerySyntaxException) {
      console.err().printLines("lumiere: " + failure.getMessage()); // A caret in a line of its own.
    } else if (failure instanceof LumiereException
        || failure instanceof GalleryException
        || failure instanceof OutputLostException
        || failure instanceof IllegalArgumentException) {
      console.err().println("lumiere: " + FailureLine.of(failure));
    } else {
      console.err().println("lumiere: " + failure + " (LUMIERE_DEBUG=1 shows where)");
    }
    if (console.environment().containsKey("LUMIERE_DEBUG")) {
      failure.printStackTrace(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    }
    return failure instanceof IllegalArgumentException || failure instanceof QuerySyntaxException
        ? ExitStatus.USAGE
        : ExitStatus.FAILED;
  }
}
