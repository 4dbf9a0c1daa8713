package io.lumiere.exchange;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;

/** Indexes of rich photos, written as the indexer writes them. */
final class TestIndex {
  private TestIndex() {}

  /** An index of one model, whose photos all have a vector. */
  static void write(Path index, long seed, int photos) {
    write(index, seed, photos, false);
  }

  /**
   * An index.
   *
   * @param odd whether it has two models, of which the second is the default and some photos lack
   *     vectors, files that could not be read, deleted photos, several segments
   */
  static void write(Path index, long seed, int photos, boolean odd) {
    RichPhotos rich = new RichPhotos(seed);
    try (FSDirectory directory = FSDirectory.open(index);
        IndexWriter writer =
            new IndexWriter(
                directory,
                new IndexWriterConfig(Words.analyzer()).setMaxBufferedDocs(odd ? 37 : 1000))) {
      for (int i = 0; i < photos; i++) {
        Photo photo = rich.photo(i);
        Map<String, float[]> vectors = new HashMap<>();
        if (!odd || rich.chance()) {
          vectors.put("vector", rich.vector(RichPhotos.FIRST));
        }
        if (odd && rich.chance()) {
          vectors.put("vector_2", rich.vector(RichPhotos.SECOND));
        }
        writer.addDocument(PhotoDocuments.toDocument(photo, vectors));
      }
      IndexModels models = IndexModels.of(RichPhotos.FIRST);
      if (odd) {
        for (int i = 0; i < 5; i++) {
          writer.addDocument(
              PhotoDocuments.toFailure(
                  "broken/" + i + ".jpg", "it is\nbroken", i - 1, Instant.ofEpochMilli(i)));
        }
        writer.deleteDocuments(new Term(Fields.ID, "id-3"), new Term(Fields.ID, "id-40"));
        models = models.with(RichPhotos.SECOND);
        models = models.withDefaultModel(models.all().getLast());
      }
      Map<String, String> data = new IndexMetadata(models, "/photos").toUserData();
      data.put("lumiere.reader", "7");
      data.put("lumiere.zone", "Europe/Lisbon");
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String name(EmbeddingModel model) {
    return model.id() + "@" + model.contentHash();
  }
}
