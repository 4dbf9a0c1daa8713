package io.lumiere.examples;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.Fields;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Taken;
import io.lumiere.schema.Words;
import io.lumiere.schema.store.PhotoCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.VectorUtil;

/**
 * An index of {@value #PHOTOS} photos, as the indexer writes it: two vectors each, several segments
 * with a graph, deleted documents, records of failures. Always the same.
 */
final class MatrixIndex {
  private static final int PHOTOS = 3000;
  private static final int DIMENSION = 32;
  private static final EmbeddingModel MODEL = new EmbeddingModel("test", "a".repeat(64), DIMENSION);
  private static final List<String> NAMES = List.of("lake", "town", "Brücke", "湖の写真", "hill");

  private MatrixIndex() {}

  static void write(Path index) throws IOException {
    Random random = new Random(7);
    try (var writer =
        new IndexWriter(
            FSDirectory.open(index),
            new IndexWriterConfig(Words.analyzer()).setCodec(new PhotoCodec()))) {
      for (int i = 0; i < PHOTOS; i++) {
        writer.addDocument(photo(random, i));
        if (i % 1100 == 0) {
          writer.addDocument(PhotoDocuments.toFailure(i + ".tif", "cut off", 1, Instant.EPOCH));
          writer.commit();
        }
        if (i % 9 == 0) {
          writer.deleteDocuments(new Term(Fields.ID, "id " + random.nextInt(i + 1)));
        }
      }
      writer.setLiveCommitData(new IndexMetadata(MODEL, "/archive").toUserData().entrySet());
      writer.commit();
    }
  }

  private static Document photo(Random random, int i) {
    LocalDateTime taken = LocalDateTime.parse("2019-01-01T00:00").plusHours(11L * i);
    String path = taken.getYear() + "/" + NAMES.get(i % NAMES.size()) + i + ".jpg";
    Photo photo =
        Photo.builder(
                "id " + i,
                new PhotoFile(path, "b".repeat(64), 1000 + i, Instant.ofEpochSecond(i)),
                new ImageInfo(40, 30, 1, "jpeg"))
            .taken(i % 10 == 0 ? null : new Taken(taken, null, "exif"))
            .camera(
                Camera.builder()
                    .make("Maker")
                    .model("Model " + i % 4)
                    .iso(100 * (1 + i % 8))
                    .build())
            .caption(
                i % 3 == 0 ? Caption.NONE : new Caption("A " + NAMES.get(i % 4), null, List.of()))
            .build();
    return PhotoDocuments.toDocument(
        photo, Map.of(Fields.VECTOR, unit(random, DIMENSION), "vector_2", unit(random, 2)));
  }

  private static float[] unit(Random random, int dimension) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return VectorUtil.l2normalize(vector);
  }
}
