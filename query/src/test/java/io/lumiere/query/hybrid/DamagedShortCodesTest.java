package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.schema.store.PhotoCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexInput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged codes are an error each time they are asked for, and leave no file open. */
class DamagedShortCodesTest {
  private static final int DIMENSION = 64;

  /** The name at the beginning of the file that says what the codes are. */
  private static final String NAME = "Lucene104ScalarQuantizedVectorsFormatMeta";

  /** How far after its name the file has the mean of the vectors. */
  private static final int INTO_THE_MEAN = 120;

  @TempDir Path folder;

  @Test
  void whatWasOpenedToReadThemIsClosed() throws IOException {
    write();
    damage();
    AtomicInteger open = new AtomicInteger();
    try (Directory directory = new Counting(FSDirectory.open(folder), open)) {
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LeafReader leaf = reader.leaves().getFirst().reader();
        int before = open.get();
        for (int i = 0; i < 3; i++) {
          assertThatThrownBy(() -> ShortCodes.of(leaf, "vector"))
              .isInstanceOf(CorruptIndexException.class);
          assertThat(open).hasValue(before);
        }
        assertThat(before).isPositive();
      }
      assertThat(open).hasValue(0);
    }
  }

  private void write() throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig().setCodec(new PhotoCodec()).setUseCompoundFile(true);
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int n = 0; n < 10; n++) {
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

  /** Counts the compound files that are open. */
  private static final class Counting extends FilterDirectory {
    private final AtomicInteger open;

    Counting(Directory directory, AtomicInteger open) {
      super(directory);
      this.open = open;
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
      IndexInput input = super.openInput(name, context);
      if (!name.endsWith(".cfs")) {
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
