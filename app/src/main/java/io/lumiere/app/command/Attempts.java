package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.app.output.FailureLine;
import io.lumiere.base.LumiereException;

/** Does the same for many files, of which one that cannot be read does not stop the others. */
final class Attempts {
  private final Console console;
  private int done;
  private int failed;

  Attempts(Console console) {
    this.console = console;
  }

  /** Tries one; what fails is said at once. */
  void add(Runnable attempt) {
    try {
      attempt.run();
      done++;
    } catch (LumiereException e) {
      failed++;
      console.err().println("lumiere: " + FailureLine.of(e));
    }
  }

  /** The command's exit status. */
  int status() {
    if (failed == 0) {
      return 0;
    }
    return done == 0 ? ExitStatus.FAILED : ExitStatus.PARTLY;
  }
}
