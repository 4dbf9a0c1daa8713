package io.lumiere.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.app.output.Console;
import io.lumiere.indexer.Reread;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code lumiere index DIR --reread} asks for. */
class RereadOptionTest {
  @TempDir private Path archive;

  private Reread parse(String... options) {
    ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
    IndexCommand command = new IndexCommand(new Console(System.in, nowhere, nowhere, Map.of()));
    String[] all = new String[options.length + 1];
    all[0] = archive.toString();
    System.arraycopy(options, 0, all, 1, options.length);
    new CommandLine(command).parseArgs(all);
    return command.reread();
  }

  @Test
  void nothingAllOrWhatIsNamed() {
    assertThat(parse()).isEqualTo(Reread.NONE);
    assertThat(parse("--reread")).isEqualTo(Reread.ALL);
    assertThat(parse("--reread", "--json")).isEqualTo(Reread.ALL);
    assertThat(parse("--reread", "a.jpg", "b", "--json").paths()).isEqualTo(List.of("a.jpg", "b"));
    assertThat(parse("--reread", archive.resolve("c/d.jpg").toString()).paths())
        .isEqualTo(List.of("c/d.jpg"));
  }
}
