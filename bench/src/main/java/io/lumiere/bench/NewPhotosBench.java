package io.lumiere.bench;

import io.lumiere.indexer.FileCounts;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.ModelEncoder;
import io.lumiere.indexer.Progress;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.indexer.places.PlaceSetup;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Runs over the files of {@link SmallPhotos}, with all that an index run does but the least network
 * that there can be: all of them new, all unchanged, and all in a folder of another name. Prints
 * times, rates and the most of memory. Arguments: the folder that has the files, how many they are,
 * and Lumiere's cache, whose table of places is used where it is there. An index that is there is
 * gone on with.
 */
public final class NewPhotosBench {
  private static final int STEPS = 20;

  private final Path here;
  private final Path photos;
  private final Path index;
  private final int count;
  private final IndexerOptions options;
  private final HeapUse heap = new HeapUse();

  private NewPhotosBench(Path folder, int count, Path cache) throws IOException {
    this.here = SmallPhotos.here(folder);
    this.photos = folder.resolve("photos");
    this.index = folder.resolve("index");
    this.count = count;
    this.options = IndexerOptions.DEFAULTS.withPlaces(PlaceSetup.file(cache));
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    new NewPhotosBench(folder, Integer.parseInt(args[1]), Path.of(args[2])).measure();
  }

  private void measure() throws IOException {
    System.out.printf(
        "%,d files, a heap of %,d MB%n", count, Runtime.getRuntime().maxMemory() >> 20);
    try (SmallEncoder encoder = SmallEncoder.create()) {
      run("new photos", encoder);
      long encoded = encoder.encoded();
      run("nothing has changed", encoder);
      Files.move(here, here.resolveSibling(SmallPhotos.ELSEWHERE));
      run("the top folder has another name", encoder);
      if (encoder.encoded() > encoded) {
        throw new IllegalStateException("photos were encoded again: " + encoder.encoded());
      }
    }
  }

  private void run(String what, SmallEncoder encoder) throws IOException {
    heap.begin();
    Resident.begin();
    Duration processor = processor();
    IndexReport report =
        new Indexer(
                photos,
                index,
                List.of(new ModelEncoder(SmallEncoder.MODEL, () -> encoder)),
                options)
            .run(new Steps());
    FileCounts counts = report.counts();
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f s, %.1f s of processor time; %s; at most %,d MB resident; %s; %s%n",
        what,
        seconds(report.elapsed()),
        seconds(processor().minus(processor)),
        heap,
        Resident.most(),
        counts,
        report.stages().times());
    if (report.photos() != count || !report.failures().isEmpty() || report.stopped()) {
      throw new IllegalStateException("not all photos were indexed: " + report);
    }
  }

  /** Prints how fast each twentieth of a run was. */
  private final class Steps implements ProgressListener {
    private long last;
    private Duration lastElapsed = Duration.ZERO;
    private Duration lastProcessor = processor();

    @Override
    public void progress(Progress progress) {
      boolean whole = progress.phase() != Progress.Phase.INDEXING;
      if (progress.phase() == Progress.Phase.SCANNING
          || progress.done() == last
          || (!whole && progress.done() - last < count / STEPS)) {
        return;
      }
      long done = progress.done() - last;
      Duration elapsed = progress.elapsed().minus(lastElapsed);
      Duration processor = processor().minus(lastProcessor);
      System.out.printf(
          Locale.ROOT,
          "  %,d: %.0f photos/s, %.2f ms of processor time each; %s%n",
          progress.done(),
          done / seconds(elapsed),
          1e3 * seconds(processor) / done,
          heap);
      last = progress.done();
      lastElapsed = progress.elapsed();
      lastProcessor = processor();
    }
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static Duration processor() {
    return Duration.ofNanos(
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime());
  }
}
