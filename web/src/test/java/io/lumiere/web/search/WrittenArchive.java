package io.lumiere.web.search;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Place;
import io.lumiere.schema.PlaceNames;
import io.lumiere.schema.Taken;
import io.lumiere.schema.Traits;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.VectorUtil;

/** An index of invented photos whose model is not installed: words, filters and likeness alone. */
final class WrittenArchive implements AutoCloseable {
  final List<Photo> photos = new ArrayList<>();
  private final FSDirectory directory;
  private final IndexWriter writer;
  private final Random random;

  WrittenArchive(Path folder, Random random, int count) throws IOException {
    this.random = random;
    directory = FSDirectory.open(folder);
    writer = new IndexWriter(directory, new IndexWriterConfig(Words.analyzer()));
    writer.setLiveCommitData(
        new IndexMetadata(new EmbeddingModel("test", "a".repeat(64), 4), "/archive")
            .toUserData()
            .entrySet());
    for (int i = 0; i < count; i++) {
      add(photo(i));
    }
    writer.commit();
  }

  private void add(Photo photo) throws IOException {
    photos.add(photo);
    float[] shows = {random.nextFloat(), random.nextFloat(), random.nextFloat(), 0.1f};
    writer.addDocument(PhotoDocuments.toDocument(photo, VectorUtil.l2normalize(shows)));
  }

  private Photo photo(int i) {
    int city = random.nextInt(3);
    Place place =
        random.nextInt(4) == 0
            ? null
            : new Place(
                10.0 * city + random.nextDouble(),
                20.0 * city + random.nextDouble(),
                null,
                new PlaceNames(
                    "L" + city, "Land " + city, null, "City " + city, List.of("City " + city)));
    LocalDateTime taken =
        LocalDateTime.of(2019, 1, 1, 12, 0).plusMinutes(random.nextInt(3 * 365 * 24 * 60));
    return Photo.builder(
            "id" + i,
            new PhotoFile(
                "trips/IMG_" + i + ".jpg",
                String.format("%064x", i + 1L),
                random.nextInt(5_000),
                Instant.EPOCH),
            new ImageInfo(40, 30, 1, random.nextInt(4) == 0 ? "heic" : "jpeg"))
        .taken(random.nextInt(10) == 0 ? null : new Taken(taken, null, "exif"))
        .place(place)
        .camera(Camera.builder().make("Maker").model("Model " + random.nextInt(3)).build())
        .caption(
            Caption.builder()
                .title(random.nextInt(2) == 0 ? "a dog at the beach" : null)
                .keywords(List.of("word" + random.nextInt(4)))
                .build())
        .traits(new Traits(false, false, null, random.nextInt(5) == 0 ? "b" + i / 9 : null))
        .build();
  }

  /** Adds a photo, so that the index has another state. */
  void addOne() throws IOException {
    add(photo(photos.size()));
    writer.commit();
  }

  /** Adds a photo whose date is only the time of its file. */
  void addGuessed(LocalDateTime taken) throws IOException {
    Photo any = photo(photos.size());
    add(
        Photo.builder(any.id(), any.file(), any.image())
            .taken(new Taken(taken, null, Taken.FILE_TIME))
            .build());
    writer.commit();
  }

  void delete(Photo photo) throws IOException {
    photos.remove(photo);
    writer.deleteDocuments(new Term("id", photo.id()));
    writer.commit();
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }
}
