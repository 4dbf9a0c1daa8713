package io.lumiere.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Exports and imports of tests. */
final class Exchange {
  private Exchange() {}

  static ExportReport export(Path index, Path file, ExportOptions options) {
    return new Exporter(index, options)
        .toFile(file, ExportFormat.of(file), ExchangeProgress.Listener.NONE, () -> false);
  }

  static List<String> lines(Path index, ExportOptions options) {
    return lines(index, options, ExportFormat.JSONL);
  }

  static List<String> lines(Path index, ExportOptions options, ExportFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Exporter(index, options).toStream(out, format, ExchangeProgress.Listener.NONE, () -> false);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  static ImportReport load(Path file, Path index, ImportOptions options) {
    return new Importer(index, options)
        .run(file, ExchangeFormat.of(file), ExchangeProgress.Listener.NONE, () -> false);
  }

  static Path write(Path file, String... lines) {
    try {
      return Files.write(file, List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
