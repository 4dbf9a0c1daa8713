package io.lumiere.web.export;

import io.lumiere.base.Folders;
import io.lumiere.exchange.ExchangeProgress;
import io.lumiere.exchange.ExportFormat;
import io.lumiere.exchange.ExportOptions;
import io.lumiere.exchange.Exporter;
import io.lumiere.schema.Fields;
import io.lumiere.schema.SortKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.Query;

/**
 * What the index knows of the photos, without their vectors, in the index's order; {@code lumiere
 * import} reads it.
 */
final class Records {
  private static final int BATCH = 10_000;

  private Records() {}

  static void writeLines(Path index, Hits hits, OutputStream out) {
    exporter(index, hits).toStream(out, ExportFormat.JSONL, progress -> {}, () -> false);
  }

  /** Parquet has its table of contents at the end and counts on it: the file is made on disk. */
  static void writeParquet(Path index, Hits hits, OutputStream out) throws IOException {
    Path folder = Files.createTempDirectory("lumiere-export-"); // Its owner's alone.
    try {
      Path file = folder.resolve("photos.parquet");
      exporter(index, hits)
          .toFile(file, ExportFormat.PARQUET, (ExchangeProgress progress) -> {}, () -> false);
      Files.copy(file, out);
    } finally {
      Folders.delete(folder);
    }
  }

  private static Exporter exporter(Path index, Hits hits) {
    return new Exporter(index, ExportOptions.DEFAULTS.withVectors(false).withFilter(filter(hits)));
  }

  /**
   * Keeps the hits, by the hashes of their ids: 12 to 24 bytes for each, and 24 more while it is
   * made, where the ids themselves take a hundred and more. That a photo which is no hit has the
   * hash of one is a chance of one in a hundred thousand among ten million.
   */
  static Query filter(Hits hits) {
    long[] hashes = new long[hits.total()];
    int known = 0;
    for (int start = 0; start < hits.total(); start += BATCH) {
      for (String id : hits.ids().at(start, Math.min(BATCH, hits.total() - start))) {
        hashes[known++] = SortKeys.idHash(id);
      }
    }
    return NumericDocValuesField.newSlowSetQuery(Fields.ID_HASH, Arrays.copyOf(hashes, known));
  }
}
