package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.schema.store.PhotoCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexInput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where codes are damaged, a search compares the vectors, leaves no file open, and says so once.
 */
class DamagedShortCodesTest {
  private static final int DIMENSION = 64;
  private static final int DOCUMENTS = 40;

  /** The name at the beginning of the file that says what the codes are. */
  private static final String NAME = "LumiereShortCodes-scm";

  /** How far after its name the file has the mean of the vectors. */
  private static final int INTO_THE_MEAN = 120;

  private static final Logger LOG = Logger.getLogger(ShortCodes.class.getName());

  private final List<String> said = new ArrayList<>();

  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord message) {
          said.add(message.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @TempDir Path folder;

  @BeforeEach
  void listen() {
    LOG.addHandler(listener);
    LOG.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    LOG.removeHandler(listener);
    LOG.setUseParentHandlers(true);
  }

  @Test
  void whatWasOpenedToReadThemIsClosed() throws IOException {
    write(true);
    damage();
    AtomicInteger open = new AtomicInteger();
    try (Directory directory = new Counting(FSDirectory.open(folder), open)) {
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        int before = open.get();
        for (int i = 0; i < 3; i++) {
          assertAllAreFound(reader);
          assertThat(open).hasValue(before);
        }
        assertThat(before).isPositive();
      }
      assertThat(open).hasValue(0);
    }
    assertThat(said).hasSize(1).allMatch(message -> message.contains("searched without them"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"scm", "scf", "scr"})
  void aFileThatIsCutShortFailsNoSearch(String extension) throws IOException {
    for (int kept : new int[] {0, 1, 20, 60}) {
      write(false);
      Path file = codes(extension);
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), kept));
      assertIsSearchedWithoutCodes();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"scm", "scf", "scr"})
  void codesOfAnotherVersionFailNoSearch(String extension) throws IOException {
    write(false);
    Path file = codes(extension);
    byte[] bytes = Files.readAllBytes(file);
    int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("LumiereShortCodes-");
    ByteBuffer.wrap(bytes).putInt(name + NAME.length(), 1);
    Files.write(file, bytes);
    assertIsSearchedWithoutCodes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scm", "scf", "scr"})
  void aFileThatIsGoneFailsNoSearch(String extension) throws IOException {
    write(false);
    Files.delete(codes(extension));
    assertIsSearchedWithoutCodes();
  }

  @Test
  void aByteThatChangedFailsNoSearch() throws IOException {
    write(false);
    for (String extension : List.of("scm", "scf", "scr")) {
      Path file = codes(extension);
      byte[] whole = Files.readAllBytes(file);
      for (int at = 0; at < whole.length; at += 7) {
        byte[] damaged = whole.clone();
        damaged[at] ^= (byte) 0xFF;
        Files.write(file, damaged);
        try (Directory directory = FSDirectory.open(folder);
            DirectoryReader reader = DirectoryReader.open(directory)) {
          assertAllAreFound(reader);
        }
      }
      Files.write(file, whole);
    }
  }

  private void assertIsSearchedWithoutCodes() throws IOException {
    said.clear();
    AtomicInteger open = new AtomicInteger();
    try (Directory directory = new Counting(FSDirectory.open(folder), open);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertAllAreFound(reader);
      assertThat(ShortCodes.of(reader.leaves().getFirst().reader(), "vector")).isNull();
    }
    assertThat(said).hasSize(1);
    assertThat(open).hasValue(0);
  }

  /** As the vectors have them, however they are looked for. */
  private static void assertAllAreFound(DirectoryReader reader) throws IOException {
    float[] vector = new float[DIMENSION];
    for (int n = 0; n < DOCUMENTS; n++) {
      vector[n] = DOCUMENTS - n;
    }
    VectorUtil.l2normalize(vector);
    IndexSearcher searcher = new IndexSearcher(reader);
    for (NearestEffort.Way way : NearestEffort.Way.values()) {
      Ranked found =
          new NearestSearch(searcher, "vector", vector, DOCUMENTS, NearestEffort.DEFAULT)
              .by(way, AcceptedLeaf.of(searcher, null, "vector"));
      assertThat(found.docs()).containsExactly(IntStream.range(0, DOCUMENTS).toArray());
      assertThat(2 * found.scores()[0] - 1).isCloseTo(vector[0], within(1e-6f));
    }
  }

  private Path codes(String extension) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*." + extension)) {
      return files.iterator().next();
    }
  }

  private void write(boolean compound) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setCodec(new PhotoCodec())
            .setUseCompoundFile(compound)
            .setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int n = 0; n < DOCUMENTS; n++) {
        float[] vector = new float[DIMENSION];
        vector[n] = 1;
        Document document = new Document();
        document.add(
            new KnnFloatVectorField("vector", vector, VectorSimilarityFunction.DOT_PRODUCT));
        writer.addDocument(document);
      }
    }
  }

  private void damage() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.cfs")) {
      Path file = files.iterator().next();
      byte[] bytes = Files.readAllBytes(file);
      int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(NAME);
      assertThat(name).isPositive();
      bytes[name + NAME.length() + INTO_THE_MEAN] ^= 1;
      Files.write(file, bytes);
    }
  }

  /** Counts the files that are open, compound ones or such with codes. */
  private static final class Counting extends FilterDirectory {
    private final AtomicInteger open;

    Counting(Directory directory, AtomicInteger open) {
      super(directory);
      this.open = open;
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
      IndexInput input = super.openInput(name, context);
      if (!name.matches(".*\\.(cfs|sc.)")) {
        return input;
      }
      open.incrementAndGet();
      return new FilterIndexInput(name, input) {
        @Override
        public void close() throws IOException {
          super.close();
          open.decrementAndGet();
        }
      };
    }
  }
}
