package io.lumiere.examples.probe;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/**
 * Writes an index step by step: for each line that it reads, so many photos and a commit, after
 * which it prints how many there are. Argument: the index.
 */
public final class StepProbe {
  private static final EmbeddingModel MODEL = new EmbeddingModel("test", "a".repeat(64), 2);

  private StepProbe() {}

  public static void main(String[] args) throws IOException {
    try (var writer =
            new IndexWriter(
                FSDirectory.open(Path.of(args[0])), new IndexWriterConfig(Words.analyzer()));
        var steps = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      writer.setLiveCommitData(new IndexMetadata(MODEL, "/archive").toUserData().entrySet());
      int photos = 0;
      for (String step = steps.readLine(); step != null; step = steps.readLine()) {
        for (int more = Integer.parseInt(step); more > 0; more--) {
          writer.addDocument(photo(photos++));
        }
        writer.commit();
        System.out.println(photos);
      }
    }
  }

  private static Document photo(int number) {
    Photo photo =
        Photo.builder(
                "id " + number,
                new PhotoFile("lake" + number + ".jpg", "b".repeat(64), 1, Instant.EPOCH),
                new ImageInfo(4, 3, 1, "jpeg"))
            .build();
    return PhotoDocuments.toDocument(photo, new float[] {0.6f, 0.8f});
  }
}
