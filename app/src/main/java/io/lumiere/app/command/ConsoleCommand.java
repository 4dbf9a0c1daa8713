package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.app.output.SetupLines;
import io.lumiere.workspace.Home;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What every command has: a console to print on, where things are kept, help and examples. */
@Command(mixinStandardHelpOptions = true, footerHeading = "%nExamples:%n")
abstract class ConsoleCommand implements Callable<Integer> {
  final Console console;
  final Home home;
  final SetupLines setupLines;

  ConsoleCommand(Console console) {
    this.console = console;
    this.home = new Home(console.environment());
    this.setupLines = new SetupLines(console);
  }
}
