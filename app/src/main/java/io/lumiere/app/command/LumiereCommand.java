package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code lumiere}: the one list of its commands. Thread-safe. */
@Command(
    name = "lumiere",
    mixinStandardHelpOptions = true,
    versionProvider = LumiereCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Searches your photos by what they show, when and where they were taken, and with what.",
    footerHeading = "%nFirst steps:%n",
    footer = {
      "  lumiere demo                      index and search a sample archive",
      "  lumiere index ~/Pictures          index your own photos",
      "  lumiere search sunset --year 2021 search them",
      "  lumiere serve --open              see and search them in a browser",
      "",
      "'lumiere COMMAND --help' says all about a command."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "  0:all went well",
      "  1:it failed and said why",
      "  2:the command cannot be understood: an option, a value, a search's text",
      "  3:done, except for some files or records that could not be read",
      "130:interrupted; what was done is kept"
    },
    subcommands = {
      IndexCommand.class,
      ReindexCommand.class,
      SearchCommand.class,
      SimilarCommand.class,
      ServeCommand.class,
      StatsCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      EvalCommand.class,
      DemoCommand.class,
      ModelsCommand.class,
      EncodeCommand.class,
      LabelCommand.class,
      SimilarityCommand.class,
      SetupCommand.class,
      CommandLine.HelpCommand.class
    })
public final class LumiereCommand {
  private LumiereCommand() {}

  /** The commands of a console, to be run once. */
  public static CommandLine line(Console console) {
    return new CommandLine(new LumiereCommand(), new Factory(console));
  }

  /** Makes the commands: each takes the console alone. */
  private record Factory(Console console) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Console.class})) {
          return type.cast(constructor.newInstance(console));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }

  /** The version that the jar's manifest holds. */
  static String version() {
    String version = LumiereCommand.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  /** Says the version. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"lumiere " + version()};
    }
  }
}
