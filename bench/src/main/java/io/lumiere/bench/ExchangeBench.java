package io.lumiere.bench;

import io.lumiere.exchange.ExchangeFormat;
import io.lumiere.exchange.ExchangeProgress;
import io.lumiere.exchange.ExportFormat;
import io.lumiere.exchange.ExportOptions;
import io.lumiere.exchange.Exporter;
import io.lumiere.exchange.ImportOptions;
import io.lumiere.exchange.ImportReport;
import io.lumiere.exchange.Importer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Exports an index of synthetic photos and imports it again, in each format. Arguments: an empty or
 * missing folder, and how many photos (default 100,000). A small heap, {@code
 * JDK_JAVA_OPTIONS=-Xmx192m}, shows that memory does not grow with them.
 */
public final class ExchangeBench {
  private ExchangeBench() {}

  /** Builds the index if it is not there, and prints rates and sizes. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int photos = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    Path index = folder.resolve("index");
    new SyntheticArchive(SyntheticArchive.DIMENSION).write(index, photos);
    System.out.printf(
        Locale.ROOT,
        "heap of %d MB, index of %d MB%n",
        Runtime.getRuntime().maxMemory() >> 20,
        megabytes(index));
    for (String name : new String[] {"photos.jsonl", "photos.jsonl.gz", "photos.parquet"}) {
      run(index, folder, name);
    }
  }

  private static void run(Path index, Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    Duration exported =
        new Exporter(index, ExportOptions.DEFAULTS)
            .toFile(file, ExportFormat.of(file), ExchangeProgress.Listener.NONE, () -> false)
            .elapsed();
    long size = Files.size(file) >> 20;
    Path copy = folder.resolve("copy");
    ImportReport imported =
        new Importer(copy, ImportOptions.DEFAULTS)
            .run(file, ExchangeFormat.of(file), ExchangeProgress.Listener.NONE, () -> false);
    System.out.printf(
        Locale.ROOT,
        "%-16s %6d MB, export %6.0f/s, import %6.0f/s%n",
        name,
        size,
        imported.photos() / seconds(exported),
        imported.photos() / seconds(imported.elapsed()));
    Files.delete(file);
    try (var files = Files.list(copy)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static long megabytes(Path folder) throws IOException {
    long bytes = 0;
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        bytes += Files.size(each);
      }
    }
    return bytes >> 20;
  }
}
