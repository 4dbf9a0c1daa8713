package io.lumiere.bench.program;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.bench.data.Dataset;
import io.lumiere.bench.data.Filters;
import io.lumiere.bench.data.FloatRows;
import io.lumiere.bench.data.InventedPlaces;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Taken;
import io.lumiere.schema.Traits;
import io.lumiere.schema.store.PhotoWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;

/**
 * Writes an index of the first photos of a data set by the writer of the program itself; segments
 * are merged as it merges them. The random number of a photo is its ISO, so that a filter can keep
 * any part of them. Not thread-safe.
 */
public final class ArchiveBuilder {
  private static final LocalDate FIRST_DAY = LocalDate.of(2003, 1, 1);
  private static final int CITIES = 200;

  private final Dataset data;
  private final int count;
  private final IntBuffer columns;

  /** Of the first {@code count} photos. */
  public ArchiveBuilder(Dataset data, int count) throws IOException {
    this.data = data;
    this.count = count;
    this.columns = data.columns();
  }

  /** The day of the filters' day {@code number}. */
  static LocalDate date(int number) {
    return FIRST_DAY.plusDays(number);
  }

  /** Adds what an index lacks of all, on one thread. */
  public void write(Path index) throws Exception {
    write(index, count, 1);
  }

  /**
   * Adds those of the first {@code end} photos that an index lacks, and merges as an index run does
   * at its end. Each of the threads takes photos that follow one another.
   */
  public void write(Path index, int end, int threads) throws Exception {
    IndexMetadata metadata =
        new IndexMetadata(new EmbeddingModel("bench", "0".repeat(64), data.dimension()), "/photos");
    try (PhotoWriter writer = PhotoWriter.open(index, () -> false, "nothing is lost");
        FloatRows vectors = FloatRows.open(data.vectors(), data.dimension());
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      writer.describe(metadata);
      int begin = photos(writer);
      List<Future<?>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int from = begin + (int) ((long) (end - begin) * i / threads);
        int to = begin + (int) ((long) (end - begin) * (i + 1) / threads);
        parts.add(
            pool.submit(() -> {
              add(writer, vectors, from, to);
              return null;
            }));
      }
      for (Future<?> part : parts) {
        part.get();
      }
      writer.settle();
    }
  }

  private void add(PhotoWriter writer, FloatRows vectors, int from, int to) throws IOException {
    try (BufferedReader captions = Files.newBufferedReader(data.captions())) {
      for (int row = 0; row < from; row++) {
        captions.readLine();
      }
      float[] vector = new float[data.dimension()];
      for (int row = from; row < to; row++) {
        vectors.read(row, vector);
        writer.replace(List.of(), document(row, captions.readLine(), vector.clone()));
      }
    }
  }

  private static int photos(PhotoWriter writer) throws IOException {
    try (DirectoryReader reader = writer.reader().orElseThrow()) {
      return reader.numDocs();
    }
  }

  private Document document(int row, String caption, float[] vector) {
    return PhotoDocuments.toDocument(photo(row, caption), vector);
  }

  private Photo photo(int row, String words) {
    int random = column(row, 0);
    int event = column(row, 2);
    return Photo.builder("id-" + row, file(row, random), image(random))
        .taken(new Taken(taken(row), null, "exif"))
        .camera(
            Camera.builder()
                .make("Maker")
                .model("Model " + event % 20)
                .lens("Lens " + random % 8)
                .iso(random)
                .aperture(2.8f)
                .exposure(0.01)
                .focalLength(35f)
                .build())
        .place(event % 10 < 6 ? InventedPlaces.city(column(row, 1) % CITIES) : null)
        .caption(caption(words, random))
        .traits(new Traits(false, false, null, burst(row)))
        .build();
  }

  private int column(int row, int column) {
    return columns.get(Dataset.COLUMNS * row + column);
  }

  /** Days as the filters count them, and within a day by the rows of it. */
  private LocalDateTime taken(int row) {
    int day = Filters.day(row, count);
    double part = (double) row * Filters.DAYS / count - day;
    return date(day).atTime(8, 0).plusSeconds((long) (part * 50_000));
  }

  private @Nullable String burst(int row) {
    int first = row;
    while (first > 0 && column(first, 3) == 1) {
      first--;
    }
    boolean followed = row + 1 < count && column(row + 1, 3) == 1;
    return first < row || followed ? "burst-" + first : null;
  }

  private static PhotoFile file(int row, int random) {
    return new PhotoFile(
        "folder " + row / 100 + "/IMG_" + row + ".jpg",
        String.format("%064x", row),
        1_000_000 + 9L * random,
        Instant.EPOCH);
  }

  private static ImageInfo image(int random) {
    return new ImageInfo(4000, 3000, 1, random % 5 == 0 ? "heic" : "jpeg");
  }

  /** The first words, which are the scene's, are keywords as well. */
  private static Caption caption(String words, int random) {
    Caption.Builder caption = Caption.builder().rating(random % 4 == 0 ? 1 + random % 5 : null);
    if (!words.isEmpty()) {
      List<String> all = Arrays.asList(words.split(" "));
      caption.description(words).keywords(all.subList(0, 2).stream().distinct().toList());
    }
    return caption.build();
  }
}
