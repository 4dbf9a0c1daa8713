package io.lumiere.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.EmbeddingModel;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class PhotoVectorsTest {
  private static final float[] FIRST = {0.6f, 0.8f};
  private static final float[] SECOND = {0.48f, 0.6f, 0.64f};

  private static final IndexModels MODELS =
      IndexModels.of(new EmbeddingModel("a", "0".repeat(64), 2))
          .with(new EmbeddingModel("b", "1".repeat(64), 3));

  @Test
  void vectorsOfSeveralModelsComeBackAsTheyWere() throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(Words.analyzer()))) {
        write(writer, "both.jpg", Map.of("vector", FIRST, "vector_2", SECOND));
        write(writer, "old.jpg", Map.of("vector", FIRST));
        writer.flush(); // Another segment.
        write(writer, "new.jpg", Map.of("vector_2", SECOND));
        write(writer, "none.jpg", Map.of());
      }
      try (var reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves()).hasSize(2);
        assertThat(PhotoVectors.readAll(reader, 0, MODELS.all()))
            .containsOnly(Map.entry("vector", FIRST), Map.entry("vector_2", SECOND));
        assertThat(PhotoVectors.readAll(reader, 1, MODELS.all()))
            .containsOnly(Map.entry("vector", FIRST));
        assertThat(PhotoVectors.readAll(reader, 2, MODELS.all()))
            .containsOnly(Map.entry("vector_2", SECOND));
        assertThat(PhotoVectors.readAll(reader, 3, MODELS.all())).isEmpty();
        assertThat(PhotoVectors.read(reader, 0, "vector_3")).isNull();
      }
    }
  }

  private static void write(IndexWriter writer, String path, Map<String, float[]> vectors)
      throws IOException {
    PhotoFile file = new PhotoFile(path, "ab".repeat(32), 1, Instant.EPOCH);
    Photo photo = Photo.builder("id of " + path, file, new ImageInfo(1, 1, 1, "png")).build();
    writer.addDocument(PhotoDocuments.toDocument(photo, vectors));
  }
}
