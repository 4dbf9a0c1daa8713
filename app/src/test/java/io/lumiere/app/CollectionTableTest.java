package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's table of what a collection cannot do says what the program says. */
class CollectionTableTest {
  private static final Path PAGE = Path.of("../docs/cluster.md");
  private static final String NOWHERE = "solr://127.0.0.1:1/photos";
  private static final Pattern ROW =
      Pattern.compile("^\\| (.*`lumiere .*) \\| refused \\| (.*) \\|$", Pattern.MULTILINE);
  private static final Pattern COMMAND = Pattern.compile("`lumiere ([^`]+)`");
  private static final Pattern WITH_INDEX = Pattern.compile("^  ([a-z]+)", Pattern.MULTILINE);

  @TempDir Path folder;

  /** A command line of the table, and why it is refused. */
  private record Refused(List<String> line, String reason) {}

  private static List<Refused> rows() throws IOException {
    List<Refused> rows = new ArrayList<>();
    Matcher row = ROW.matcher(Files.readString(PAGE));
    while (row.find()) {
      Matcher command = COMMAND.matcher(row.group(1));
      while (command.find()) {
        rows.add(new Refused(List.of(command.group(1).split(" ")), row.group(2)));
      }
    }
    return rows;
  }

  @Test
  void whatItSaysIsRefusedIsRefusedForThatReason() throws IOException {
    List<Refused> rows = rows();
    assertThat(rows).isNotEmpty();
    Cli cli = new Cli(folder.resolve("index"));
    for (Refused row : rows) {
      List<String> line = new ArrayList<>(row.line());
      line.addAll(List.of("--index", NOWHERE));
      Cli.Result result = cli.run(line.toArray(String[]::new));
      result.isRefusedInPlainWords();
      assertThat(result.err())
          .as(String.join(" ", line))
          .contains(row.reason().replace("`", ""), "docs/cluster.md");
    }
  }

  @Test
  void aCollectionIsNotTakenForTheFolderOfAnIndex() {
    Cli.Result pushed = new Cli(folder.resolve("index")).run("push", NOWHERE, NOWHERE);
    pushed.isRefusedInPlainWords();
    assertThat(pushed.err()).contains(NOWHERE, "lumiere export", "lumiere import");
  }

  @Test
  void everyCommandThatTakesAnIndexTakesACollectionOrIsListed() throws IOException {
    Set<String> listed = new TreeSet<>();
    rows().forEach(row -> listed.add(row.line().getFirst()));
    Set<String> takesIndex = new TreeSet<>();
    Cli cli = new Cli(folder.resolve("index"));
    Matcher command = WITH_INDEX.matcher(cli.run("--help").out());
    while (command.find()) {
      String name = command.group(1);
      if (cli.run(name, "--help").out().contains("--index")) {
        takesIndex.add(name);
      }
    }
    assertThat(takesIndex).contains("search", "serve");
    takesIndex.removeAll(
        Set.of("search", "similar", "eval", "serve", "stats", "export", "import", "reindex"));
    listed.remove("search");
    assertThat(listed).isEqualTo(takesIndex);
  }
}
