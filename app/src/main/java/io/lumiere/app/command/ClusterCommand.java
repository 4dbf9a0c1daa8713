package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A SolrCloud on this machine. */
@Command(
    name = "cluster",
    synopsisSubcommandLabel = "COMMAND",
    description =
        "A SolrCloud on this machine, to try how photos are kept on many. docs/cluster.md says how"
            + " to prepare a real one.",
    footer = {
      "  lumiere cluster start --nodes 2",
      "  lumiere push ~/.local/share/lumiere/index solr://127.0.0.1:27181/photos --shards 2"
    },
    subcommands = ClusterStartCommand.class)
final class ClusterCommand extends ConsoleCommand {
  @Spec CommandSpec spec = CommandSpec.create();

  ClusterCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "say what to do: cluster start");
  }
}
