package io.lumiere.app;

import io.lumiere.base.LumiereException;
import io.lumiere.gallery.GalleryException;
import io.lumiere.query.language.QuerySyntaxException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code lumiere}. */
@Command(
    name = "lumiere",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Searches your photos by what they show, when and where they were taken, and with what.",
    footerHeading = "%nFirst steps:%n",
    footer = {
      "  lumiere demo                      index and search a sample archive",
      "  lumiere index ~/Pictures          index your own photos",
      "  lumiere search sunset --year 2021 search them",
      "",
      "'lumiere COMMAND --help' tells all of a command."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "  0:all went well",
      "  1:it failed and said why",
      "  2:the command cannot be understood: an option, a value, a search's text",
      "  3:done, save some files or records that could not be read",
      "130:interrupted; what was done is kept"
    },
    subcommands = {
      IndexCommand.class,
      ReindexCommand.class,
      SearchCommand.class,
      SimilarCommand.class,
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
public final class Main {
  static final int FAILED = 1;

  /** The command cannot be understood. */
  static final int USAGE = CommandLine.ExitCode.USAGE;

  /** Done, save some files or records that could not be read. */
  static final int PARTLY = 3;

  static final int INTERRUPTED = 130;

  private Main() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] args) {
    Console console =
        new Console(
            System.in,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            System.getenv());
    Loggers.install(console);
    System.exit(run(console, args));
  }

  static int run(Console console, String... args) {
    CommandLine line = new CommandLine(new Main(), new CommandFactory(console));
    PrintWriter out = new PrintWriter(console.out(), true, StandardCharsets.UTF_8);
    line.setOut(out);
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setUsageHelpWidth(Math.clamp(console.columns(), 80, 110));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(console, failure));
    line.setParameterExceptionHandler((mistake, arguments) -> {
      console.err().println("lumiere: " + UsageMistake.of(mistake));
      return USAGE;
    });
    if (args.length == 0) {
      line.usage(out);
      return 0;
    }
    try {
      int status = line.execute(args);
      console.out().requireReader();
      return status;
    } catch (OutputLostException e) {
      return report(console, e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      console
          .err()
          .println("lumiere: " + e + ": LUMIERE_JAVA_OPTS=-Xmx4g, say, gives it more memory");
      return FAILED;
    }
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
      console.err().println("lumiere: " + FailureText.of(failure));
    } else {
      console.err().println("lumiere: " + failure + " (LUMIERE_DEBUG=1 shows where)");
    }
    if (console.environment().containsKey("LUMIERE_DEBUG")) {
      failure.printStackTrace(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    }
    return failure instanceof IllegalArgumentException || failure instanceof QuerySyntaxException
        ? USAGE
        : FAILED;
  }

  /** Makes the commands: each takes the console alone. */
  private record CommandFactory(Console console) implements CommandLine.IFactory {
    private static final Map<Class<?>, Function<Console, Object>> COMMANDS =
        Map.ofEntries(
            Map.entry(IndexCommand.class, IndexCommand::new),
            Map.entry(ReindexCommand.class, ReindexCommand::new),
            Map.entry(SearchCommand.class, SearchCommand::new),
            Map.entry(SimilarCommand.class, SimilarCommand::new),
            Map.entry(StatsCommand.class, StatsCommand::new),
            Map.entry(ExportCommand.class, ExportCommand::new),
            Map.entry(ImportCommand.class, ImportCommand::new),
            Map.entry(EvalCommand.class, EvalCommand::new),
            Map.entry(DemoCommand.class, DemoCommand::new),
            Map.entry(ModelsCommand.class, ModelsCommand::new),
            Map.entry(ModelsListCommand.class, ModelsListCommand::new),
            Map.entry(ModelsAddCommand.class, ModelsAddCommand::new),
            Map.entry(ModelsUseCommand.class, ModelsUseCommand::new),
            Map.entry(ModelsRemoveCommand.class, ModelsRemoveCommand::new),
            Map.entry(ModelsInfoCommand.class, ModelsInfoCommand::new),
            Map.entry(ModelsCheckCommand.class, ModelsCheckCommand::new),
            Map.entry(EncodeCommand.class, EncodeCommand::new),
            Map.entry(LabelCommand.class, LabelCommand::new),
            Map.entry(SimilarityCommand.class, SimilarityCommand::new),
            Map.entry(SetupCommand.class, SetupCommand::new));

    @Override
    public <K> K create(Class<K> type) throws Exception {
      var command = COMMANDS.get(type);
      return command == null
          ? CommandLine.defaultFactory().create(type)
          : type.cast(command.apply(console));
    }
  }

  /** Says the version that the jar's manifest holds. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"lumiere " + (version == null ? "(not packaged)" : version)};
    }
  }
}
