package io.lumiere.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.exchange.ImportReport;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportOutputTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Console console =
      new Console(InputStream.nullInputStream(), bytes, OutputStream.nullOutputStream(), Map.of());

  private static ImportReport report(boolean stopped) {
    return new ImportReport(
        stopped ? 0 : 12, 5, 7, 0, 0, 0, List.of(), Duration.ofSeconds(2), stopped);
  }

  private String printed() {
    console.out().flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatAStoppedImportLeavesIsSaidOnceAndNotCounted() {
    ImportOutput.print(console, report(true), "copy", "what was sent stays: run it again");
    assertThat(printed())
        .isEqualToIgnoringWhitespace("Stopped; what was sent stays: run it again.");
    bytes.reset();
    ImportOutput.printJson(console, report(true));
    assertThat(printed()).contains("\"stopped\":true").doesNotContain("photos");
  }

  @Test
  void whatIsThereIsCounted() {
    ImportOutput.printJson(console, report(false));
    assertThat(printed()).contains("\"photos\":12", "\"stopped\":false");
  }
}
