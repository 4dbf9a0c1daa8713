package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands and options that the documentation names exist. */
class CommandsInPagesTest {
  private static final Pattern NAMED = Pattern.compile("\\./lumiere ([a-z]+)(?: ([a-z]+))?(.*)");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
  private static final Pattern LISTED = Pattern.compile("(?m)^ {2}([a-z]+) +[A-Z]");

  /** What the launcher does itself; its first lines list them. */
  private static final Pattern LAUNCHED = Pattern.compile("#   \\./lumiere ([a-z]+)");

  /** Options of other programs. */
  private static final Set<String> OTHERS =
      Set.of(
          "--enable-native-access",
          "--add-modules",
          "--ignore-scripts",
          "--data-binary",
          "--filter",
          "--version",
          "--help");

  private final Cli cli = new Cli(Path.of("no-index"));

  private List<String> listed(String help) {
    List<String> names = new ArrayList<>();
    Matcher listed = LISTED.matcher(help.substring(Math.max(0, help.indexOf("Commands:"))));
    while (listed.find()) {
      names.add(listed.group(1));
    }
    return names;
  }

  /** The help of each command by its name; of those of {@code models} with both words. */
  private Map<String, String> helps() {
    Map<String, String> helps = new TreeMap<>();
    for (String command : listed(cli.run("--help").out())) {
      helps.put(command, cli.run(command, "--help").out());
    }
    for (String group : List.of("models", "cluster")) {
      for (String command : listed(helps.get(group))) {
        helps.put(group + " " + command, cli.run(group, command, "--help").out());
      }
    }
    return helps;
  }

  private static Set<String> launched() throws IOException {
    Set<String> launched = new TreeSet<>();
    Matcher command = LAUNCHED.matcher(Files.readString(Pages.ROOT.resolve("lumiere")));
    while (command.find()) {
      launched.add(command.group(1));
    }
    return launched;
  }

  @Test
  void everyCommandExistsAndHasItsOptions() throws IOException {
    Map<String, String> helps = helps();
    Set<String> launched = launched();
    assertThat(helps).containsKeys("search", "models add");
    List<String> wrong = new ArrayList<>();
    for (Path page : Pages.all()) {
      Matcher named = NAMED.matcher(Files.readString(page));
      while (named.find()) {
        String two = named.group(1) + " " + named.group(2);
        String help = helps.getOrDefault(two, helps.get(named.group(1)));
        if (help == null && !launched.contains(named.group(1))) {
          wrong.add(page.getFileName() + ": " + named.group());
        } else if (help != null) {
          String rest = named.group(3).replaceFirst("[`#].*", "");
          OPTION
              .matcher(rest)
              .results()
              .filter(option -> !help.contains(option.group()))
              .forEach(option -> wrong.add(page.getFileName() + ": " + named.group()));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** The scripts of {@code lumiere bench}, which name their options as they take them. */
  private static String benchScripts() throws IOException {
    StringBuilder scripts = new StringBuilder();
    for (String script : List.of("results", "compare")) {
      scripts.append(
          Files.readString(Pages.ROOT.resolve("bench/src/main/python/" + script + ".py")));
    }
    return scripts.toString();
  }

  @Test
  void everyOptionIsOneOfSomeCommand() throws IOException {
    String helps = String.join("\n", helps().values()) + benchScripts();
    Set<String> unknown = new TreeSet<>();
    for (Path page : Pages.all()) {
      OPTION
          .matcher(Files.readString(page))
          .results()
          .map(option -> option.group())
          .filter(option -> !helps.contains(option) && !OTHERS.contains(option))
          .forEach(option -> unknown.add(page.getFileName() + ": " + option));
    }
    assertThat(unknown).isEmpty();
  }
}
