package io.lumiere.app;

import io.lumiere.app.command.CommandRun;
import io.lumiere.app.output.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** Starts the program {@code lumiere}. Thread-safe. */
public final class Main {
  private Main() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] args) {
    EarlyStart.begin(args, System.getenv());
    Console console =
        new Console(
            System.in,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            System.getenv());
    Loggers.install(console);
    System.exit(run(console, args));
  }

  /** Runs a command and returns its exit status. */
  static int run(Console console, String... args) {
    return CommandRun.run(console, args);
  }
}
