package io.lumiere.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.store.PhotoWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.lucene.codecs.CodecUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImporterTest {
  private static final ModelName MODEL = new ModelName("other", "c3".repeat(32));
  private static final ImportOptions MINIMAL =
      ImportOptions.DEFAULTS.withModel(MODEL).withArchive(Path.of("/nowhere"));

  @TempDir Path temp;
  private Path index;
  private Path file;

  @BeforeEach
  void name() {
    index = temp.resolve("index");
    file = temp.resolve("in.jsonl");
  }

  @Test
  void aPathAndAVectorAreEnough() {
    Exchange.write(
        file,
        "{\"path\": \"a/b.JPG\", \"vector\": [0.6, 0.8]}",
        "",
        "{\"vector\": [1, 0], \"path\": \"./c.tif\", \"title\": \"A day\", \"iso\": 100.0}\r");
    ImportReport report = Exchange.load(file, index, MINIMAL);
    assertThat(report.added()).isEqualTo(2);
    assertThat(report.incomplete()).isEqualTo(2);
    Map<String, List<String>> found = Contents.read(index);
    assertThat(found).containsOnlyKeys("a/b.JPG", "c.tif");
    assertThat(found.get("a/b.JPG"))
        .contains("vector vector = [0.6, 0.8]", "value format = jpeg", "number width = 1");
    assertThat(found.get("c.tif"))
        .contains("value format = tiff", "number iso = 100", "term title = day 1");
    assertThat(Contents.userData(index))
        .containsEntry("lumiere.model.vector.id", "other")
        .containsEntry("lumiere.model.vector.dimension", "2")
        .containsEntry("lumiere.archive", "/nowhere");
  }

  @Test
  void aFileAtHandGivesItsContentHashAndPathsMayBeAbsolute() throws IOException {
    Path photo = Files.writeString(temp.resolve("p.jpg"), "abc");
    Exchange.write(file, "{\"path\": \"" + photo + "\", \"vector\": [1, 0]}");
    Exchange.load(file, index, MINIMAL.withArchive(temp));
    assertThat(Contents.read(index).get("p.jpg"))
        .contains(
            "value content_hash = ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "number size = 3",
            "number modified = 0");
  }

  /** As after an index run that found its file in another place. */
  @Test
  void aPhotoThatHasMovedStaysWhereAnotherComesToItsOldPath() {
    Exchange.write(file, "{\"path\": \"a.jpg\", \"vector\": [1, 0], \"title\": \"first\"}");
    Exchange.load(file, index, MINIMAL);
    String id = UUID.nameUUIDFromBytes("a.jpg".getBytes(StandardCharsets.UTF_8)).toString();
    Exchange.write(file, "{\"path\": \"moved.jpg\", \"id\": \"" + id + "\"}");
    Exchange.load(file, index, MINIMAL.withUpdate(true));

    Exchange.write(file, "{\"path\": \"a.jpg\", \"vector\": [0, 1]}");
    for (ImportOptions options : List.of(MINIMAL, MINIMAL.withUpdate(true))) {
      Exchange.load(file, index, options);
      assertThat(Contents.read(index)).containsOnlyKeys("a.jpg", "moved.jpg");
    }
    assertThat(Contents.read(index).get("moved.jpg"))
        .contains("value id = " + id, "term title = first 0", "vector vector = [1.0, 0.0]");
  }

  @Test
  void anArchiveMayBeAWholeFileSystem() {
    Exchange.write(file, "{\"path\": \"/no/such/p.jpg\", \"vector\": [1, 0]}");
    Exchange.load(file, index, MINIMAL.withArchive(Path.of("/")));
    assertThat(Contents.read(index)).containsOnlyKeys("no/such/p.jpg");
  }

  @Test
  void vectorsOfAnotherLengthAreNormalisedWhereThatIsAsked() {
    Exchange.write(file, "{\"path\": \"a.jpg\", \"vector\": [3, 4]}");
    assertThatThrownBy(() -> Exchange.load(file, index, MINIMAL))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("in.jsonl, line 1: vector has length 5.0000, not 1")
        .hasFieldOrPropertyWithValue("fault", Fault.VECTOR_NOT_UNIT);
    assertThat(index).doesNotExist();
    Exchange.load(file, index, MINIMAL.withNormalize(true));
    assertThat(Contents.read(index).get("a.jpg")).contains("vector vector = [0.6, 0.8]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"vector": [1, 0]}                          | it has no path
          {"path": "", "vector": [1, 0]}              | it has no path
          {"path": "../x.jpg", "vector": [1, 0]}      | leaves the archive
          {"path": "/x.jpg", "vector": [1, 0]}        | is not in the archive /nowhere
          {"path": ".", "vector": [1, 0]}             | names no file
          {"path": "x", "vector": [1, 0], "colour":1} | there is no field 'colour'
          {"path": "x", "vector": [1, 0, 0]}          | has 3 numbers, and vectors of model other@c3c3c3c3c3c3 have 2
          {"path": "x", "vector": [0, 0]}             | all zeros
          {"path": "x", "vector": []}                 | all zeros
          {"path": "x", "vector": "abc"}              | takes a list of numbers
          {"path": "x", "vector": [1, null]}          | takes a list of numbers
          {"path": "x", "vector": [1, 1e99]}          | takes a list of numbers
          {"path": "x", "vector": [1, 0]              | it is not JSON at column
          {"path": "x", "vector": [1, 0]} {}          | more after the JSON object
          {"path": "x", "path": "y"}                  | Duplicate field 'path'
          [1, 2]                                      | it is not a JSON object
          hello                                       | it is not JSON at column
          {"path": 5}                                 | path is or has '5': it takes a text
          {"path": "x", "taken": "yesterday"}         | takes a date and time such as 2021-07-04T18:30:00
          {"path": "x", "taken": "2021-02-30T00:00"}  | takes a date and time
          {"path": "x", "modified": "2021-02-03"}     | takes a moment such as 2021-07-04T16:30:00Z
          {"path": "x", "iso": 1.5}                   | takes a whole number
          {"path": "x", "iso": 99999999999}           | iso is or has '99999999999': it takes a whole number of 32 bits
          {"path": "x", "size": 9223372036854775808}  | size is or has '9223372036854775808': it takes a whole number of 64 bits
          {"path": "x", "taken": 99999999999999999999} | taken is or has '99999999999999999999'
          {"path": "x", "taken_offset": 99999999}     | taken_offset '99999999' is not an offset
          {"path": "x", "vector": [NaN, 0]}           | Non-standard token 'NaN'; nothing
          {"path": "x", "id": "\\ud800"}              | id has half a character
          {"path": "x", "rating": 9}                  | rating 9
          {"path": "x", "latitude": 5}                | both or neither
          {"path": "x", "latitude": 95,"longitude":0} | no such place
          {"path": "x", "keywords": "a"}              | takes a list of texts
          {"path": "x", "kind": ["film"]}             | not one of panorama, screenshot
          {"path": "x", "kind": ["burst"]}            | there is no burst
          {"path": "x", "flash": "yes"}               | not one of fired, off
          {"path": "x", "taken": "2021-02-03T00:00", "taken_confidence": "sure"} | not one of high, medium, low
          {"path": "x", "taken": "2021-02-03T00:00", "taken_offset": "CET"}      | not an offset from UTC such as +02:00
          {"path": "x", "content_hash": "abc"}        | not the SHA-256 of a file
          {"path": "x", "width": 0, "height": 5}      | 0 x 5 pixels
          {"path": "x", "vector_model": "y", "vector": [1, 0]} | NAME@HASH
          {"path": "x", "vector_2": [1, 0], "vector": [0, 1]}  | two of its vectors are of one model
          {"failure_path": "x"}                       | has no failure_reason
          {"failure_path": "x", "failure_reason": "r", "failure_size": 1, "failure_modified": 0, "path": "y"} | of a photo, or of a file
          {"failure_path": "../x", "failure_reason": "r", "failure_size": 1, "failure_modified": 0} | leaves the archive
          {"path": "x", "lumiere": 5}                 | not an object as an export writes it
          """)
  void aRecordThatCannotBeTakenSaysWhy(String line, String problem) {
    Exchange.write(file, "{\"path\": \"good.jpg\", \"vector\": [0, 1]}", line);
    assertThatThrownBy(() -> Exchange.load(file, index, MINIMAL))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("in.jsonl, line 2: ")
        .hasMessageContaining(problem)
        .hasMessageContaining("nothing was imported");
    assertThat(index).doesNotExist();
    ImportReport report = Exchange.load(file, index, MINIMAL.withSkipBad(true));
    assertThat(report.photos()).isEqualTo(1);
    assertThat(report.bad()).isEqualTo(1);
    assertThat(report.problems()).singleElement().asString().startsWith("line 2: ");
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("tooMuch")
  void whatIsTooMuchIsRefusedByLine(String line, String problem) {
    aRecordThatCannotBeTakenSaysWhy(line, problem);
  }

  static List<Arguments> tooMuch() {
    String long40k = "k".repeat(40_000);
    return List.of(
        Arguments.of("{\"path\": \"" + long40k + "\"}", "path has a text of 40000 bytes: it takes"),
        Arguments.of("{\"path\": \"x\", \"id\": \"" + long40k + "\"}", "id has a text of 40000"),
        // A letter that is folded to 18 letters, of 33 bytes.
        Arguments.of(
            "{\"path\": \"" + "\ufdfa".repeat(1_500) + "\"}",
            "bytes once it is folded: it takes 32766"),
        Arguments.of(
            "{\"path\": \"x\", \"keywords\": [\"" + long40k + "\"]}",
            "keywords has a text of 40000"),
        Arguments.of(
            "{\"path\": \"x\", \"keywords\": [" + "\"k\",".repeat(10_001) + "\"k\"]}",
            "keywords has 10002 texts: it takes 10000"),
        Arguments.of(
            "{\"path\": \"x\", \"iso\": " + "9".repeat(100_000) + "}", "it is larger than allowed"),
        Arguments.of("{\"" + "n".repeat(100_000) + "\": 1}", "it is larger than allowed"),
        Arguments.of("{\"" + "n".repeat(1_000) + "\": 1}", "field '" + "n".repeat(80) + "...'"),
        Arguments.of("{\"path\": \"a\\u0000b\"}", "has a character that no file's name has"),
        Arguments.of("{\"path\": \"a\\ud800b\"}", "has a character that no file's name has"),
        Arguments.of(
            "{\"failure_path\": \"a\", \"failure_reason\": \"r\", \"failure_size\": 1,"
                + " \"failure_modified\": \"+999999999-12-31T23:59:59Z\"}",
            "failure_modified is +999999999-12-31T23:59:59Z, which is too far from now"));
  }

  @Test
  void aLongTextDoesNotMakeALongMessage() {
    Exchange.write(file, "{\"path\": \"/" + "k".repeat(9_000_000) + "\", \"vector\": [0, 1]}");
    assertThatThrownBy(() -> Exchange.load(file, index, MINIMAL))
        .hasMessageContaining("kkkk ... kkkk")
        .hasMessageContaining("is not in the archive /nowhere")
        .message()
        .hasSizeLessThan(3_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"lumiere.a": "b"}         | no schema version is there
          {"lumiere.schema": "9999"} | has schema version 9999 and this Lumiere reads version
          {"lumiere.schema": "4"}    | lacks lumiere.
          """)
  void anOriginThatCannotBeReadIsSaid(String origin, String problem) {
    Exchange.write(file, "{\"path\": \"x\", \"vector\": [0, 1], \"lumiere\": " + origin + "}");
    assertThatThrownBy(() -> Exchange.load(file, index, MINIMAL))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining(
            "what " + file + " says of the index that it came from cannot be read")
        .hasMessageContaining(problem)
        .hasMessageContaining("nothing was imported");
  }

  @Test
  void modelsOfRefusedRecordsAreNotTheIndexs() {
    String wrong = "wrong@" + "a".repeat(64);
    String good = "good@" + "b".repeat(64);
    Exchange.write(
        file,
        "{\"path\": \"x\", \"vector\": [1, 0], \"vector_model\": \"W\", \"vector_2\": [1, 0], \"vector_2_model\": \"W\"}"
            .replace("W", wrong),
        "{\"path\": \"a.jpg\", \"vector\": [1, 0, 0], \"vector_model\": \"" + good + "\"}");
    Exchange.load(file, index, MINIMAL.withSkipBad(true));
    assertThat(Exchange.lines(index, ExportOptions.DEFAULTS))
        .singleElement()
        .asString()
        .contains("\"vector_model\":\"" + good + "\"")
        .doesNotContain("wrong");
  }

  /** The longest terms that are taken, and what is made of them, fit into the index. */
  @Test
  void longTextsAreTaken() {
    String long9k = "\ud83c\udf89".repeat(2_500);
    Exchange.write(
        file,
        "{\"path\": \""
            + long9k
            + "\", \"vector\": [0, 1], \"camera_make\": \""
            + long9k
            + "\", \"camera_model\": \"1"
            + "0".repeat(9_999)
            + "\"}",
        "{\"path\": \"" + "0".repeat(10_000) + "\", \"title\": \"" + "k".repeat(1_000_000) + "\"}");
    assertThat(Exchange.load(file, index, MINIMAL).added()).isEqualTo(2);
  }

  @Test
  void whatIsNestedDeepIsRefusedThoughItIsIgnored() {
    Exchange.write(
        file,
        "{\"path\": \"good.jpg\", \"vector\": [0, 1]}",
        "{\"path\": \"x\", \"deep\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    assertThatThrownBy(() -> Exchange.load(file, index, MINIMAL.withIgnored(Set.of("deep"))))
        .hasMessageContaining("in.jsonl, line 2: it is larger than allowed")
        .hasMessageContaining("nesting");
  }

  @Test
  void aBombIsRefused() throws IOException {
    Path bomb = temp.resolve("bomb.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] blank = "\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 150; i++) {
        out.write(blank);
      }
    }
    assertThatThrownBy(() -> Exchange.load(bomb, index, MINIMAL))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("bomb.jsonl.gz cannot be read on after line ")
        .hasMessageContaining("at most 256 times its size");
    Path empty = Files.createFile(temp.resolve("empty.jsonl.gz"));
    assertThatThrownBy(() -> Exchange.load(empty, index, MINIMAL))
        .hasMessageContaining("it is empty, or cut off");
  }

  @Test
  void nothingOfAFailedImportIsSeen() {
    TestIndex.write(index, 1, 50);
    Map<String, List<String>> before = Contents.read(index);
    Path whole = temp.resolve("whole.jsonl");
    Exchange.export(index, whole, ExportOptions.DEFAULTS.withVectors(false));
    List<String> lines = Exchange.lines(index, ExportOptions.DEFAULTS.withVectors(false));
    Exchange.write(file, lines.get(0), lines.get(1), "{");
    assertThatThrownBy(() -> Exchange.load(file, index, ImportOptions.DEFAULTS))
        .hasMessageContaining("line 3");
    assertThat(Contents.read(index)).isEqualTo(before);

    int[] asked = {0};
    ImportReport stopped =
        new Importer(index, ImportOptions.DEFAULTS)
            .run(
                whole, ExchangeFormat.JSONL, ExchangeProgress.Listener.NONE, () -> ++asked[0] > 20);
    assertThat(stopped.stopped()).isTrue();
    assertThat(Contents.read(index)).isEqualTo(before);
  }

  @Test
  void aStopWhileItIsWrittenLeavesTheIndexAsItWas() {
    TestIndex.write(index, 5, 10);
    Path whole = temp.resolve("whole.jsonl");
    Exchange.export(index, whole, ExportOptions.DEFAULTS);
    Path into = temp.resolve("into");
    TestIndex.write(into, 1, 20);
    Map<String, List<String>> before = Contents.read(into);

    ImportReport stopped =
        new Importer(into, ImportOptions.DEFAULTS)
            .run(
                whole,
                ExchangeFormat.JSONL,
                ExchangeProgress.Listener.NONE,
                ImporterTest::isAskedByTheWriter);

    assertThat(stopped.stopped()).isTrue();
    assertThat(Contents.read(into)).isEqualTo(before);
  }

  private static boolean isAskedByTheWriter() {
    return StackWalker.getInstance()
        .walk(frames ->
            frames.anyMatch(frame -> frame.getClassName().equals(PhotoWriter.class.getName())));
  }

  @Test
  void anotherModelIsRefusedOrAdded() {
    TestIndex.write(index, 2, 10);
    Map<String, List<String>> before = Contents.read(index);
    String path = before.keySet().iterator().next();
    Exchange.write(file, "{\"path\": \"" + path + "\", \"vector\": [0, 1]}");
    ImportOptions options = ImportOptions.DEFAULTS.withModel(MODEL);
    assertThatThrownBy(() -> Exchange.load(file, index, options))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("is of model other@c3c3")
        .hasMessageContaining("has vectors of first@a1a1a1a1a1a1")
        .hasFieldOrPropertyWithValue("fault", Fault.VECTOR_OF_OTHER_MODEL);
    ImportReport report = Exchange.load(file, index, options.withUpdate(true));
    assertThat(report.replaced()).isEqualTo(1);
    Map<String, List<String>> after = Contents.read(index);
    assertThat(after.get(path)).contains("vector vector_2 = [0.0, 1.0]");
    assertThat(after.get(path)).containsAll(before.get(path));
    assertThat(Contents.userData(index)).containsEntry("lumiere.vectors", "vector vector_2");
  }

  /** The next index run would remove what is of another archive. */
  @Test
  void recordsOfAnotherArchiveAreRefused() {
    TestIndex.write(index, 1, 10);
    Map<String, List<String>> before = Contents.read(index);
    Path other = temp.resolve("other");
    Exchange.write(file, "{\"path\": \"x.jpg\", \"vector\": [0, 1]}");
    Exchange.load(file, other, MINIMAL);
    Path exported = temp.resolve("other.jsonl");
    Exchange.export(other, exported, ExportOptions.DEFAULTS.withVectors(false));

    assertThatThrownBy(() -> Exchange.load(exported, index, ImportOptions.DEFAULTS))
        .hasFieldOrPropertyWithValue("fault", Fault.RECORDS_OF_OTHER_ARCHIVE)
        .hasMessageContaining("of the archive /nowhere")
        .hasMessageContaining(index + " is of /photos");
    ImportOptions elsewhere = ImportOptions.DEFAULTS.withArchive(Path.of("/nowhere"));
    assertThatThrownBy(() -> Exchange.load(exported, index, elsewhere))
        .hasFieldOrPropertyWithValue("fault", Fault.INDEX_OF_OTHER_ARCHIVE);
    assertThat(Contents.read(index)).isEqualTo(before);

    ImportOptions same = ImportOptions.DEFAULTS.withArchive(Path.of("/photos"));
    assertThat(Exchange.load(exported, index, same).added()).isEqualTo(1);
    assertThat(Contents.userData(index)).containsEntry("lumiere.archive", "/photos");
  }

  @Test
  void aVectorOfAnotherLengthThanTheFileSaysIsRefused() {
    TestIndex.write(index, 1, 5);
    Exchange.write(file, "{\"path\": \"x\", \"vector\": [1, 0, 0]}");
    Exchange.load(file, temp.resolve("other"), MINIMAL.withArchive(Path.of("/photos")));
    String line =
        Exchange.lines(temp.resolve("other"), ExportOptions.DEFAULTS)
            .getFirst()
            .replaceFirst("\"vector_model\":\"[^\"]*\",\"vector\":\\[[^]]*]", "\"vector\":[1,0]");
    Exchange.write(file, line);
    assertThatThrownBy(() -> Exchange.load(file, index, ImportOptions.DEFAULTS.withUpdate(true)))
        .hasMessageContaining(
            "in.jsonl, line 1: vector has 2 numbers, and vectors of model other@c3c3c3c3c3c3 have"
                + " 3");
  }

  @Test
  void aModelIsKnownByItsHashWhateverItsNameAndColumn() {
    TestIndex.write(index, 3, 10);
    Exchange.write(
        file,
        "{\"path\": \"n.jpg\", \"vector_4_model\": \"renamed@"
            + "a1".repeat(32)
            + "\", \"vector_4\": [1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}");
    Exchange.load(file, index, ImportOptions.DEFAULTS);
    assertThat(Contents.read(index).get("n.jpg"))
        .anySatisfy(line -> assertThat(line).startsWith("vector vector = [1.0"));
  }

  @Test
  void aNewIndexTakesAnArchiveAndAModel() {
    Exchange.write(file, "{\"path\": \"x\", \"vector\": [1, 0]}");
    assertThatThrownBy(() -> Exchange.load(file, index, ImportOptions.DEFAULTS))
        .hasMessageContaining("does not say which model made vector")
        .hasFieldOrPropertyWithValue("fault", Fault.VECTOR_WITHOUT_MODEL);
    assertThatThrownBy(() -> Exchange.load(file, index, ImportOptions.DEFAULTS.withModel(MODEL)))
        .hasFieldOrPropertyWithValue("fault", Fault.ARCHIVE_UNNAMED);
    Exchange.write(file, "{\"path\": \"x\"}");
    assertThatThrownBy(() -> Exchange.load(file, index, MINIMAL))
        .hasMessageContaining("no record of")
        .hasMessageContaining("has a vector");
    Exchange.write(file);
    assertThatThrownBy(() -> Exchange.load(file, index, MINIMAL))
        .hasMessageContaining("has no records");
    assertThatThrownBy(() -> Exchange.load(temp.resolve("none.jsonl"), index, MINIMAL))
        .hasMessageContaining("there is no file");
    assertThat(index).doesNotExist();
  }

  @Test
  void fieldsAreIgnoredWhereThatIsAsked() {
    Exchange.write(
        file, "{\"path\": \"x\", \"vector\": [1, 0], \"colour\": {\"a\": [1]}, \"iso\": \"no\"}");
    Exchange.load(file, index, MINIMAL.withIgnored(Set.of("colour", "iso")));
    assertThat(Contents.read(index)).containsOnlyKeys("x");
  }

  @Test
  void aCutOffGzipFileIsRefused() throws IOException {
    TestIndex.write(index, 5, 50);
    Path whole = temp.resolve("whole.jsonl.gz");
    Exchange.export(index, whole, ExportOptions.DEFAULTS);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(temp.resolve("cut.jsonl.gz"), java.util.Arrays.copyOf(bytes, 9000));
    assertThatThrownBy(() -> Exchange.load(cut, temp.resolve("copy"), ImportOptions.DEFAULTS))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("cannot be read on after line");
    assertThat(temp.resolve("copy")).doesNotExist();
  }

  @Test
  void anImportThatWasKilledIsRunAgain() throws IOException {
    Exchange.write(file, "{\"path\": \"x\", \"vector\": [1, 0]}");
    Files.createDirectories(index);
    Files.writeString(index.resolve("write.lock"), "");
    byte[] half = ByteBuffer.allocate(40).putInt(CodecUtil.CODEC_MAGIC).array();
    Files.write(index.resolve("_0.fdt"), half);
    Files.write(index.resolve("_0_Lucene99_0.vec"), half);
    Exchange.load(file, index, MINIMAL);
    assertThat(Contents.read(index)).containsOnlyKeys("x");
  }
}
