package io.lumiere.app;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Sha256;
import io.lumiere.gallery.PaintedPictures;
import io.lumiere.gallery.PaintedPictures.Picture;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.PlaceNames;
import io.lumiere.schema.Taken;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/**
 * An index of more photos than a test could decode: each of them is one of a few painted pictures,
 * so every one has a thumbnail. Photo {@code n} is {@code photo-n}, taken n hours before the end of
 * 2024 in one of 24 regions of a country.
 */
final class LargeArchive {
  private static final int PICTURES = 16;

  /** Nobody looks at them closely, and painting takes far longer than all else here. */
  private static final int SCENE_SIDE = 320;

  private static final int REGIONS = 24;

  private static final LocalDateTime NEWEST = LocalDateTime.of(2024, 12, 31, 23, 30);

  private LargeArchive() {}

  /** Writes photos into {@code folder}; returns the index. */
  static Path write(Path folder, int count) throws IOException {
    Path root = folder.resolve("photos");
    List<Picture> pictures = PaintedPictures.write(root, PICTURES, SCENE_SIDE);
    Path index = folder.resolve("index");
    EmbeddingModel model = new EmbeddingModel("synthetic", "0".repeat(64), 2);
    try (FSDirectory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Words.analyzer()))) {
      writer.setLiveCommitData(new IndexMetadata(model, root.toString()).toUserData().entrySet());
      PhotoFile[] files = new PhotoFile[PICTURES];
      for (int i = 0; i < PICTURES; i++) {
        files[i] = file(root, pictures.get(i).file());
      }
      for (int n = 0; n < count; n++) {
        int picture = n * 7 % PICTURES;
        Photo photo = photo(n, files[picture], pictures.get(picture));
        writer.addDocument(PhotoDocuments.toDocument(photo, new float[] {1, 0}));
      }
    }
    return index;
  }

  private static Photo photo(int n, PhotoFile file, Picture picture) {
    ImageInfo image =
        new ImageInfo(picture.width(), picture.height(), 1, "jpeg", picture.averageColour());
    return Photo.builder("photo-" + n, file, image)
        .taken(new Taken(NEWEST.minusHours(n), null, "exif"))
        .named(new PlaceNames("NO", "Norway", "Region " + n % REGIONS, null, List.of()))
        .build();
  }

  private static PhotoFile file(Path root, Path file) throws IOException {
    return new PhotoFile(
        root.relativize(file).toString(),
        Sha256.of(file),
        Files.size(file),
        Files.getLastModifiedTime(file).toInstant());
  }
}
