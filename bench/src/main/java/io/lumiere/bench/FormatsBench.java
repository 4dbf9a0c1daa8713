package io.lumiere.bench;

import io.lumiere.base.Folders;
import io.lumiere.base.RgbImage;
import io.lumiere.base.Sha256;
import io.lumiere.images.ImageDecoder;
import io.lumiere.indexer.IndexReport;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.Models;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What each stage of indexing costs for photos of several formats and a mix of them, and how near a
 * whole run comes to what the stages allow: cores over the processor time of a photo. On a machine
 * that does other things, too, only the processor times mean something, and the part of them that
 * are the stages'. Prints a table. Arguments: a folder for the photos, the model's folder, and how
 * many photos of 12 megapixels (default 48); {@code make} in place of the model writes the photos
 * only.
 */
public final class FormatsBench {
  private static final int ROUNDS = 3;

  /** Runs before: a compiler that is still at work takes a tenth of the processor. */
  private static final int WARM_UPS = 1;

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  /** How long a run is to take, so that its start and its end count for little. */
  private static final int RUN_MILLIS = 20_000;

  private final Path folder;
  private final DualEncoder model;
  private final ImageDecoder decoder = new ImageDecoder();

  private FormatsBench(Path folder, DualEncoder model) {
    this.folder = folder;
    this.model = model;
  }

  /** What is measured apart. */
  private enum Stage {
    READ,
    HASH,
    DECODE,
    ENCODE
  }

  private interface Work<T> {
    Object apply(T item) throws IOException;
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    int count = args.length > 2 ? Integer.parseInt(args[2]) : 48;
    if (args[1].equals("make")) {
      PhotoKinds.write(folder, count);
      return;
    }
    try (DualEncoder model = Models.open(Path.of(args[1]))) {
      new FormatsBench(folder, model).measure();
    }
  }

  private void measure() throws IOException {
    System.out.printf(
        "| processor time of a photo, ms | MB | read | hash | decode | encode | all of a run | the"
            + " stages' part | photos/s, %d cores | of what the stages allow | of the cores |%n",
        CORES);
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    List<List<Path>> kinds = new ArrayList<>();
    for (Path photos : PhotoKinds.folders(folder)) {
      List<Path> files = files(photos);
      kinds.add(files);
      measure(photos.getFileName().toString(), files);
    }
    measure("as many of each", mix(kinds));
  }

  private static List<Path> mix(List<List<Path>> kinds) {
    int most = kinds.stream().mapToInt(List::size).min().orElse(0);
    return kinds.stream().flatMap(files -> files.stream().limit(most)).toList();
  }

  private void measure(String name, List<Path> files) throws IOException {
    Map<Stage, Double> stages = stages(files);
    double sum = stages.values().stream().mapToDouble(Double::doubleValue).sum();
    Path work = folder.resolveSibling(folder.getFileName() + ".run");
    int count = writeCopies(files, work, (int) Math.ceil(RUN_MILLIS * CORES / sum));
    for (int i = 0; i < WARM_UPS; i++) {
      IndexingBench.index(work, model, count);
    }
    double[] rates = new double[ROUNDS];
    double[] works = new double[ROUNDS];
    double[] used = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      double processor = processorMillis();
      IndexReport report = IndexingBench.index(work, model, count);
      works[i] = (processorMillis() - processor) / count;
      rates[i] = 1e9 * count / (double) report.stages().elapsed().toNanos();
      used[i] = report.stages().used();
    }
    double rate = median(rates);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f | %.1f | %.2f | %.2f |%n",
        name,
        megabytes(files),
        of(stages, Stage.READ),
        of(stages, Stage.HASH),
        of(stages, Stage.DECODE),
        of(stages, Stage.ENCODE),
        median(works),
        sum / median(works),
        rate,
        rate * sum / 1000 / CORES,
        median(used));
    Folders.delete(work);
  }

  private Map<Stage, Double> stages(List<Path> files) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    List<RgbImage> pictures = new ArrayList<>();
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      contents.add(content);
      pictures.add(decode(content, file));
    }
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      numbers.add(i);
    }
    Map<Stage, double[]> times = new EnumMap<>(Stage.class);
    Arrays.stream(Stage.values()).forEach(stage -> times.put(stage, new double[ROUNDS]));
    for (int round = -1; round < ROUNDS; round++) {
      int at = Math.max(round, 0);
      times(times, Stage.READ)[at] = millis(files, Files::readAllBytes);
      times(times, Stage.HASH)[at] = millis(contents, Sha256::of);
      times(times, Stage.DECODE)[at] = millis(numbers, i -> decode(contents.get(i), files.get(i)));
      times(times, Stage.ENCODE)[at] = millis(pictures, model.images()::encode);
    }
    Map<Stage, Double> medians = new EnumMap<>(Stage.class);
    times.forEach((stage, values) -> medians.put(stage, median(values)));
    return medians;
  }

  private RgbImage decode(byte[] content, Path file) {
    return decoder.decode(content, file.toString(), model.images().imageSize()).image();
  }

  /**
   * Processor time of an item while all cores are at such items, as in a run: two that are one
   * core's threads do less each. That of the threads that it is handed to is included.
   */
  private static <T> double millis(List<T> items, Work<T> work) throws IOException {
    double before = processorMillis();
    AtomicInteger next = new AtomicInteger();
    Callable<Void> worker =
        () -> {
          for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
            if (work.apply(items.get(i)) == null) {
              throw new IllegalStateException("nothing came of " + items.get(i));
            }
          }
          return null;
        };
    try (ExecutorService pool = Executors.newFixedThreadPool(CORES)) {
      for (Future<Void> done : pool.invokeAll(Collections.nCopies(CORES, worker))) {
        done.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IOException("a stage failed", e);
    }
    return (processorMillis() - before) / items.size();
  }

  /**
   * An archive of the photos, each several times with bytes behind its end, which no decoder minds.
   */
  private static int writeCopies(List<Path> files, Path work, int least) throws IOException {
    Folders.delete(work);
    Path archive = Files.createDirectories(work.resolve("photos"));
    int copies = Math.ceilDiv(least, files.size());
    for (int number = 0; number < files.size(); number++) {
      Path file = files.get(number);
      byte[] content = Files.readAllBytes(file);
      for (int i = 0; i < copies; i++) {
        byte[] longer = Arrays.copyOf(content, content.length + i + 1);
        Files.write(archive.resolve(i + "-" + number + "-" + file.getFileName()), longer);
      }
    }
    return copies * files.size();
  }

  private static List<Path> files(Path photos) throws IOException {
    try (Stream<Path> files = Files.list(photos)) {
      return files.sorted().toList();
    }
  }

  private static double megabytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes / 1e6 / files.size();
  }

  private static double processorMillis() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double[] times(Map<Stage, double[]> times, Stage stage) {
    return Objects.requireNonNull(times.get(stage));
  }

  private static double of(Map<Stage, Double> stages, Stage stage) {
    return Objects.requireNonNull(stages.get(stage));
  }
}
