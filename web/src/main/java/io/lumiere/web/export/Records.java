package io.lumiere.web.export;

import io.lumiere.base.Folders;
import io.lumiere.exchange.ExchangeProgress;
import io.lumiere.exchange.ExportFormat;
import io.lumiere.exchange.ExportOptions;
import io.lumiere.exchange.Exporter;
import io.lumiere.schema.Fields;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

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
    List<BytesRef> ids = new ArrayList<>(hits.total());
    for (int start = 0; start < hits.total(); start += BATCH) {
      int count = Math.min(BATCH, hits.total() - start);
      hits.ids().at(start, count).forEach(id -> ids.add(new BytesRef(id)));
    }
    return new Exporter(
        index,
        ExportOptions.DEFAULTS.withVectors(false).withFilter(new TermInSetQuery(Fields.ID, ids)));
  }
}
