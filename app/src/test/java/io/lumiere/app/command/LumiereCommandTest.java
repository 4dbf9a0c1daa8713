package io.lumiere.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.app.output.Console;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The list of commands. */
class LumiereCommandTest {
  private final Console console =
      new Console(
          InputStream.nullInputStream(),
          OutputStream.nullOutputStream(),
          OutputStream.nullOutputStream(),
          Map.of());

  @Test
  void commandsAreListedByTheNamesThatTheyHave() {
    assertThat(LumiereCommand.line(console).getSubcommands())
        .hasSizeGreaterThan(10)
        .allSatisfy((name, command) -> assertThat(command.getCommandSpec().name()).isEqualTo(name));
  }

  @Test
  void aCommandThatIsNamedIsDescribedAlone() {
    CommandLine search = LumiereCommand.line(console, "search");
    assertThat(search.getSubcommands()).containsOnlyKeys("search");
    assertThat(search.getSubcommands().get("search").getUsageMessage())
        .isEqualTo(LumiereCommand.line(console).getSubcommands().get("search").getUsageMessage());
  }

  @Test
  void otherwiseAllAre() {
    var all = LumiereCommand.line(console).getSubcommands().keySet();
    assertThat(LumiereCommand.line(console, "help").getSubcommands().keySet()).isEqualTo(all);
    assertThat(LumiereCommand.line(console, "serch").getSubcommands().keySet()).isEqualTo(all);
    assertThat(LumiereCommand.line(console, "--help").getSubcommands().keySet()).isEqualTo(all);
  }
}
