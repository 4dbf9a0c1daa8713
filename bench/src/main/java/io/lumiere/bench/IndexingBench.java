package io.lumiere.bench;

import io.lumiere.base.Folders;
import io.lumiere.base.RgbImage;
import io.lumiere.gallery.TwelveMegapixel;
import io.lumiere.images.ImageDecoder;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Photos/s of a whole index run on 12-megapixel JPEGs, beside images/s of the encoder alone and of
 * decoding alone, in one run with as many workers as cores. Arguments: the model's folder, and how
 * many photos (default 48).
 */
public final class IndexingBench {
  private static final int ROUNDS = 5;

  private IndexingBench() {}

  /** Runs the measurement. */
  public static void main(String[] args) throws Exception {
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 48;
    int workers = Runtime.getRuntime().availableProcessors();
    Path folder = Files.createTempDirectory("lumiere-bench");
    try (DualEncoder model = Models.open(Path.of(args[0]));
        ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      List<Path> photos = TwelveMegapixel.write(folder.resolve("photos"), count);
      int size = model.images().imageSize();
      List<RgbImage> decoded = new ArrayList<>();
      for (Path photo : photos) {
        decoded.add(decode(photo, size));
      }
      System.out.printf("%d photos of 12 megapixels, %d workers%n", count, workers);
      new Turns(Turns.Clock.WALL)
          .add("index run", () -> index(folder, model, count))
          .add("encoder alone", () -> all(pool, decoded, image -> model.images().encode(image)))
          .add("read and decode alone", () -> all(pool, photos, photo -> decode(photo, size)))
          .run(ROUNDS)
          .printRates(count)
          .printRatio("index run", "encoder alone");
    } finally {
      Folders.delete(folder);
    }
  }

  private interface Work<T> {
    Object apply(T item) throws IOException;
  }

  private static RgbImage decode(Path photo, int size) throws IOException {
    return new ImageDecoder().decode(Files.readAllBytes(photo), photo.toString(), size).image();
  }

  /**
   * Indexes the photos in {@code folder} into a new index beside them, and checks that all are in
   * it.
   */
  static IndexReport index(Path folder, DualEncoder model, int count) throws IOException {
    Path index = folder.resolve("index");
    Folders.delete(index);
    IndexReport report =
        new Indexer(folder.resolve("photos"), index, model, IndexerOptions.DEFAULTS)
            .run(ProgressListener.NONE);
    if (report.counts().added() != count) {
      throw new IllegalStateException("not all photos were indexed: " + report);
    }
    return report;
  }

  private static <T> void all(ExecutorService pool, List<T> items, Work<T> work) throws Exception {
    List<Callable<Object>> tasks = new ArrayList<>();
    for (T item : items) {
      tasks.add(() -> work.apply(item));
    }
    for (var done : pool.invokeAll(tasks)) {
      done.get();
    }
  }
}
