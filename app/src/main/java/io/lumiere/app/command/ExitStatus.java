package io.lumiere.app.command;

import picocli.CommandLine;

/** With what the program ends; 0 where all went well. Thread-safe. */
public final class ExitStatus {
  /** It failed and said why. */
  public static final int FAILED = 1;

  /** The command cannot be understood. */
  public static final int USAGE = CommandLine.ExitCode.USAGE;

  /** Done, except for some files or records that could not be read. */
  public static final int PARTLY = 3;

  /** Stopped by a person; what was done is kept. */
  public static final int INTERRUPTED = 130;

  private ExitStatus() {}
}
