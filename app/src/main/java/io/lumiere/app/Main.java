package io.lumiere.app;

import io.lumiere.gallery.GalleryException;
import io.lumiere.schema.LumiereException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program {@code lumiere}. Exit status: 0 done, 1 it failed and said why, 2 wrong usage, 130
 * interrupted.
 */
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
  static final int INTERRUPTED = 130;

  // Lucene advises the incubating vector module at every start. It makes comparing vectors faster
  // and starting slower:
  // one search in a process is faster without. The field keeps the logger from being collected.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene.internal.vectorization");

  private Main() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] args) {
    // Photos' names are Unicode whatever the terminal's locale says.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    LUCENE.setLevel(Level.SEVERE);
    System.exit(run(new Console(out, err, System.getenv()), args));
  }

  static int run(Console console, String... args) {
    CommandLine line = new CommandLine(new Main(), new CommandFactory(console));
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setUsageHelpWidth(Math.clamp(console.columns(), 80, 110));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(console, failure));
    if (args.length == 0) {
      line.usage(console.out());
      return 0;
    }
    try {
      return line.execute(args);
    } catch (StackOverflowError | OutOfMemoryError e) {
      console
          .err()
          .println("lumiere: " + e + ": LUMIERE_JAVA_OPTS=-Xmx4g, say, gives it more memory");
      return FAILED;
    }
  }

  private static int report(Console console, Exception failure) {
    if (failure instanceof LumiereException
        || failure instanceof GalleryException
        || failure instanceof IllegalArgumentException) {
      console.err().println("lumiere: " + failure.getMessage());
    } else {
      console.err().println("lumiere: " + failure + " (LUMIERE_DEBUG=1 shows where)");
    }
    if (console.environment().containsKey("LUMIERE_DEBUG")) {
      failure.printStackTrace(console.err());
    }
    return FAILED;
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
