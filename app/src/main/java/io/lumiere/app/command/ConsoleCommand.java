package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.app.output.SetupLines;
import io.lumiere.app.output.WaitingLine;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
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

  /**
   * Connects to a SolrCloud.
   *
   * @param silent whether nothing is said while ZooKeeper does not answer
   */
  @SuppressWarnings("try") // The line shows itself.
  final PhotoCollection connect(CollectionAddress address, boolean silent) {
    String zooKeepers = "ZooKeeper " + String.join(",", address.zooKeepers());
    try (WaitingLine waiting = new WaitingLine(console, silent, zooKeepers)) {
      return PhotoCollection.connect(address);
    }
  }
}
