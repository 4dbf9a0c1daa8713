package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
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
    })
public final class LumiereCommand {
  private static final String HELP = "help";

  /** By their names, in the order of the help. */
  private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("index", IndexCommand.class);
    COMMANDS.put("reindex", ReindexCommand.class);
    COMMANDS.put("search", SearchCommand.class);
    COMMANDS.put("similar", SimilarCommand.class);
    COMMANDS.put("serve", ServeCommand.class);
    COMMANDS.put("stats", StatsCommand.class);
    COMMANDS.put("export", ExportCommand.class);
    COMMANDS.put("import", ImportCommand.class);
    COMMANDS.put("push", PushCommand.class);
    COMMANDS.put("cluster", ClusterCommand.class);
    COMMANDS.put("eval", EvalCommand.class);
    COMMANDS.put("demo", DemoCommand.class);
    COMMANDS.put("models", ModelsCommand.class);
    COMMANDS.put("encode", EncodeCommand.class);
    COMMANDS.put("label", LabelCommand.class);
    COMMANDS.put("similarity", SimilarityCommand.class);
    COMMANDS.put("setup", SetupCommand.class);
    COMMANDS.put(HELP, CommandLine.HelpCommand.class);
  }

  private LumiereCommand() {}

  /** The commands of a console, to be run once. */
  public static CommandLine line(Console console) {
    return line(new Factory(console, IndexOpening.ONCE), COMMANDS);
  }

  /**
   * The command that is named, to be run once; all of them where none is, or their help is wanted.
   * To describe one command takes some milliseconds at the start of a process.
   */
  static CommandLine line(Console console, String name) {
    return line(console, IndexOpening.ONCE, name);
  }

  /**
   * As {@link #line(Console, String)}.
   *
   * @param opening opens what is searched
   */
  static CommandLine line(Console console, IndexOpening opening, String name) {
    Class<?> named = name.equals(HELP) ? null : COMMANDS.get(name);
    return line(new Factory(console, opening), named == null ? COMMANDS : Map.of(name, named));
  }

  private static CommandLine line(Factory factory, Map<String, Class<?>> commands) {
    CommandLine line = new CommandLine(new LumiereCommand(), factory);
    commands.forEach(line::addSubcommand);
    return line;
  }

  /** Makes the commands: each takes the console, and the search what opens an index. */
  private record Factory(Console console, IndexOpening opening) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      if (type == SearchCommand.class) {
        return type.cast(new SearchCommand(console, opening));
      }
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
