package io.lumiere.query;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Taken;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * A small index whose vectors have one dimension for each of four things: how much of a sunset, a
 * beach, people and a dog a photo shows. {@link #encode} reads texts the same way.
 */
final class TestArchive implements AutoCloseable {
  static final EmbeddingModel MODEL = new EmbeddingModel("test", "a".repeat(64), 4);
  static final List<String> THINGS = List.of("sunset", "beach", "people", "dog");

  private final Path folder;
  private final FSDirectory directory;
  private final IndexWriter writer;

  TestArchive(Path folder) throws IOException {
    this.folder = folder;
    directory = FSDirectory.open(folder);
    writer = new IndexWriter(directory, new IndexWriterConfig(Words.analyzer()));
    commit(MODEL);
  }

  Path folder() {
    return folder;
  }

  /** An encoder as {@link #encode}, which knows some words. */
  static TextEncoder knowing(String... words) {
    return new TextEncoder() {
      @Override
      public float[] encode(String text) {
        return TestArchive.encode(text);
      }

      @Override
      public boolean knows(String word) {
        return List.of(words).contains(word);
      }
    };
  }

  /** The direction of the things that a text names; all alike where it names none. */
  static float[] encode(String text) {
    float[] vector = new float[THINGS.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = text.contains(THINGS.get(i)) ? 1 : 0.01f;
    }
    return VectorUtil.l2normalize(vector);
  }

  static float[] unit(float... values) {
    return VectorUtil.l2normalize(values);
  }

  void add(String path, String taken, Camera camera, Caption caption, float... shows)
      throws IOException {
    Taken date = taken == null ? null : new Taken(LocalDateTime.parse(taken), null, "exif");
    addTaken(path, date, camera, caption, shows);
  }

  void addTaken(String path, Taken taken, Camera camera, Caption caption, float... shows)
      throws IOException {
    Photo photo =
        Photo.builder(
                "id of " + path,
                new PhotoFile(path, "b".repeat(64), 1000, Instant.EPOCH),
                new ImageInfo(40, 30, 1, path.endsWith(".png") ? "png" : "jpeg"))
            .taken(taken)
            .camera(camera)
            .caption(caption)
            .build();
    writer.addDocument(PhotoDocuments.toDocument(photo, VectorUtil.l2normalize(shows)));
  }

  void add(Photo photo, float @Nullable ... shows) throws IOException {
    writer.addDocument(
        shows == null
            ? PhotoDocuments.toDocument(photo, Map.of())
            : PhotoDocuments.toDocument(photo, VectorUtil.l2normalize(shows)));
  }

  void add(String path, float... shows) throws IOException {
    addTaken(path, null, Camera.UNKNOWN, Caption.NONE, shows);
  }

  /** A photo of which no model has a vector. */
  void addWithoutVector(String path, String title) throws IOException {
    add(
        Photo.builder(
                "id of " + path,
                new PhotoFile(path, "b".repeat(64), 1000, Instant.EPOCH),
                new ImageInfo(40, 30, 1, "jpeg"))
            .caption(new Caption(title, null, List.of()))
            .build(),
        (float[]) null);
  }

  void addFailure(String path, String reason) throws IOException {
    writer.addDocument(PhotoDocuments.toFailure(path, reason, 7, Instant.EPOCH));
  }

  /** Sees what is not committed, too. */
  DirectoryReader reader() throws IOException {
    return DirectoryReader.open(writer);
  }

  /** Makes one segment of all, and removes the files of the others. */
  void merge() throws IOException {
    writer.forceMerge(1);
    commit();
  }

  void delete(String path) throws IOException {
    writer.deleteDocuments(new Term("path", path));
  }

  void commit() throws IOException {
    commit(MODEL);
  }

  void commit(EmbeddingModel model) throws IOException {
    writer.setLiveCommitData(new IndexMetadata(model, "/archive").toUserData().entrySet());
    writer.commit();
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }
}
