package io.lumiere.bench;

import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.schema.EmbeddingModel;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/**
 * Latencies of searches in an index of synthetic photos: clustered random vectors, dates over
 * twenty years. Arguments: an empty or missing folder for the index, and how many photos (default
 * 100,000).
 */
public final class SearchBench {
  private static final int DIMENSION = 384;
  private static final int CLUSTERS = 500;
  private static final int SEARCHES = 200;

  private SearchBench() {}

  /** Builds the index if it is not there and prints medians and 95th percentiles. */
  public static void main(String[] args) throws IOException {
    Path index = Path.of(args[0]);
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    Random random = new Random(1);
    float[][] centres = new float[CLUSTERS][];
    Arrays.setAll(centres, i -> unit(random, new float[DIMENSION], 1));
    if (!Files.exists(index)) {
      build(index, count, centres, random);
    }
    try (PhotoSearch search = PhotoSearch.open(index)) {
      System.out.println(
          search.stats().photos() + " photos in " + search.stats().segments() + " segments");
      Supplier<SearchRequestBuilder> vector =
          () ->
              SearchRequest.builder().vector(unit(random, centres[random.nextInt(CLUSTERS)], 0.5f));
      time("vector", search, vector);
      time("vector and words", search, () -> vector.get().text("beach holiday"));
      time("vector in one year", search, () -> vector.get().year(2001 + random.nextInt(20)));
      time("vector on one camera", search, () -> vector.get().camera("Maker Model 7"));
      time("vector, newest first", search, () -> vector.get().sort(SearchRequest.Sort.NEWEST));
      time(
          "one year, newest first",
          search,
          () -> SearchRequest.builder().year(2001 + random.nextInt(20)));
    }
  }

  private static void time(
      String name, PhotoSearch search, Supplier<SearchRequestBuilder> request) {
    long[] nanos = new long[SEARCHES];
    for (int i = -SEARCHES / 4; i < SEARCHES; i++) {
      long took = search.search(request.get().build()).took().toNanos();
      if (i >= 0) {
        nanos[i] = took;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-24s median %6.2f ms, p95 %6.2f ms%n",
        name,
        nanos[SEARCHES / 2] / 1e6,
        nanos[SEARCHES * 19 / 20] / 1e6);
  }

  private static void build(Path index, int count, float[][] centres, Random random)
      throws IOException {
    IndexMetadata metadata =
        new IndexMetadata(new EmbeddingModel("synthetic", "0".repeat(64), DIMENSION), "/photos");
    IndexWriterConfig config = new IndexWriterConfig(Words.analyzer()).setRAMBufferSizeMB(256);
    try (FSDirectory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, config)) {
      writer.setLiveCommitData(metadata.toUserData().entrySet());
      for (int i = 0; i < count; i++) {
        writer.addDocument(
            PhotoDocuments.toDocument(
                photo(i, random), unit(random, centres[random.nextInt(CLUSTERS)], 0.5f)));
      }
    }
  }

  private static Photo photo(int i, Random random) {
    String folder = random.nextInt(50) == 0 ? "beach holiday" : "folder " + i / 100;
    LocalDateTime taken =
        LocalDateTime.of(2001, 1, 1, 0, 0).plusMinutes(random.nextInt(20 * 365 * 1440));
    return new Photo(
        "id-" + i,
        new Photo.PhotoFile(
            folder + "/IMG_" + i + ".jpg", String.format("%064x", i), 3_000_000, Instant.EPOCH),
        new Photo.ImageInfo(4000, 3000, 1, "jpeg"),
        new Photo.Taken(taken, null, "exif"),
        new Photo.Camera("Maker", "Model " + random.nextInt(20), null, 100, 2.8f, 0.01, 35f),
        null,
        new Photo.Caption(null, null, List.of()));
  }

  /**
   * A unit vector near {@code centre}: noise of {@code spread} times the length of a unit vector is
   * added.
   */
  private static float[] unit(Random random, float[] centre, float spread) {
    float[] vector = new float[centre.length];
    double squares = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = centre[i] + (float) (spread * random.nextGaussian() / Math.sqrt(vector.length));
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }
}
