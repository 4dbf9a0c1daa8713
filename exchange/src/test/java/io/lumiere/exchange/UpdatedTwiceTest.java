package io.lumiere.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates by files that have two records of one photo. */
class UpdatedTwiceTest {
  private static final ImportOptions MINIMAL =
      ImportOptions.DEFAULTS
          .withModel(new ModelName("other", "c3".repeat(32)))
          .withArchive(Path.of("/nowhere"));

  @TempDir Path temp;
  private Path index;
  private Path file;

  @BeforeEach
  void name() {
    index = temp.resolve("index");
    file = temp.resolve("in.jsonl");
  }

  /** Of the earlier one nothing can be seen before the end. */
  @Test
  void ofTwoRecordsOfOnePhotoNoneIsLostInAnUpdate() {
    ImportOptions update = MINIMAL.withUpdate(true);
    String first = "{\"path\": \"a.jpg\", \"vector\": [0, 1], \"title\": \"lake\"}";
    String second = "{\"path\": \"./a.jpg\", \"id\": \"x\", \"description\": \"cold\"}";
    String other = "{\"path\": \"b.jpg\", \"vector\": [1, 0]}";
    for (int time = 0; time < 2; time++) {
      Exchange.write(file, first, other, second);
      assertThatThrownBy(() -> Exchange.load(file, index, update))
          .hasMessageContaining("in.jsonl, line 3: photo a.jpg is in an earlier record");
      ImportReport report = Exchange.load(file, index, update.withSkipBad(true));
      assertThat(report.bad()).isEqualTo(1);
      assertThat(report.added() + report.replaced()).isEqualTo(2);
      assertThat(Contents.read(index).get("a.jpg")).contains("term title = lake 0");
    }
    Exchange.write(file, second);
    Exchange.load(file, index, update);
    assertThat(Contents.read(index).get("a.jpg"))
        .contains("term title = lake 0", "term description = cold 0");
  }

  /** Also of photos that get another path or another id. */
  @Test
  void aPhotoIsKnownByItsIdAndItsPathInAnUpdate() {
    Exchange.write(
        file,
        "{\"path\": \"a.jpg\", \"id\": \"a\", \"vector\": [0, 1]}",
        "{\"path\": \"b.jpg\", \"id\": \"b\", \"vector\": [1, 0]}");
    Exchange.load(file, index, MINIMAL);
    ImportOptions update = MINIMAL.withUpdate(true);
    for (String[] records :
        new String[][] {
          {"{\"path\": \"c.jpg\", \"id\": \"a\"}", "{\"path\": \"c.jpg\"}"},
          {"{\"path\": \"a.jpg\", \"id\": \"n\"}", "{\"path\": \"d.jpg\", \"id\": \"n\"}"},
          {"{\"path\": \"n.jpg\", \"id\": \"n\"}", "{\"path\": \"n.jpg\", \"id\": \"m\"}"}
        }) {
      Exchange.write(file, records);
      assertThatThrownBy(() -> Exchange.load(file, index, update))
          .hasMessageContaining("in.jsonl, line 2: photo ");
    }
    Exchange.write(
        file, "{\"path\": \"b.jpg\", \"id\": \"a\"}", "{\"path\": \"a.jpg\", \"id\": \"b\"}");
    assertThat(Exchange.load(file, index, update).replaced()).isEqualTo(2);
  }
}
