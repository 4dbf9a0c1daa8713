package io.lumiere.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates that bring another date than the index had. */
class UpdatedDatesTest {
  private static final ImportOptions MINIMAL =
      ImportOptions.DEFAULTS
          .withModel(new ModelName("other", "c3".repeat(32)))
          .withArchive(Path.of("/nowhere"));

  private static final String GUESS =
      "\"taken\": \"2021-01-01T00:00:00\", \"taken_source\": \"file-modified\","
          + " \"taken_confidence\": \"low\", \"taken_precision\": \"year\"";

  @TempDir Path temp;
  private Path index;
  private Path file;

  @BeforeEach
  void importAGuess() {
    index = temp.resolve("index");
    file = temp.resolve("in.jsonl");
    load("{\"path\": \"a.jpg\", \"vector\": [0, 1], \"title\": \"lake\", " + GUESS + "}", MINIMAL);
  }

  @Test
  void aDateOfARecordIsNoGuessWhateverTheOneBeforeWas() {
    update("\"taken\": \"1999-05-06T07:08:09\"");
    assertHas(
        "value taken_source = sidecar",
        "value taken_confidence = medium",
        "value taken_precision = time",
        "term title = lake 0");
  }

  @Test
  void whatTheRecordSaysOfItsDateIsTaken() {
    update("\"taken\": \"1999-05-01T00:00:00\", \"taken_precision\": \"month\"");
    assertHas("value taken_source = sidecar", "value taken_precision = month");
  }

  @Test
  void theSameDateStaysWhatItWas() {
    update("\"taken\": \"2021-01-01T00:00:00\", \"description\": \"cold\"");
    update("\"rating\": 3");
    assertHas("value taken_source = file-modified", "value taken_precision = year");
  }

  @Test
  void anotherOffsetIsStated() {
    update("\"taken_offset\": \"+02:00\", \"taken_offset_source\": \"gps-time\"");
    update("\"taken_offset\": \"+02:00\"");
    assertHas("value taken_offset_source = gps-time");
    update("\"taken_offset\": \"+03:00\"");
    assertHas("value taken_offset_source = stated");
  }

  private void update(String fields) {
    load("{\"path\": \"a.jpg\", " + fields + "}", MINIMAL.withUpdate(true));
  }

  private void load(String record, ImportOptions options) {
    Exchange.write(file, record);
    Exchange.load(file, index, options);
  }

  private void assertHas(String... lines) {
    assertThat(Contents.read(index).get("a.jpg")).contains(lines);
  }
}
