package io.lumiere.app.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.app.command.LumiereCommand;
import io.lumiere.app.output.Console;
import io.lumiere.query.RequestRules.Part;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import picocli.CommandLine;

class OptionNamesTest {
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"TEXT", "NO_TEXT", "CAPTIONS", "NO_SCORES", "NOTHING_SOUGHT"})
  void eachPartIsAnOptionOfTheSearch(Part part) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    CommandLine lumiere = LumiereCommand.line(new Console(System.in, nowhere, nowhere, Map.of()));
    assertThat(lumiere.getSubcommands().get("search").getCommandSpec().optionsMap())
        .containsKey(OptionNames.of(part));
  }
}
