package io.lumiere.exchange.internal.parquet;

import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.exchange.internal.rows.Pulse;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.exchange.internal.rows.RowCompletion;
import io.lumiere.exchange.internal.rows.RowDocuments;
import io.lumiere.testing.Fuzz;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A damaged Parquet file, or some of its rows, is refused; nothing worse happens. */
class ParquetFuzzTest {
  private static final List<String> FILES =
      List.of(
          "pandas",
          "duckdb",
          "duckdb-v2",
          "arrow-none",
          "arrow-snappy",
          "arrow-gzip",
          "arrow-lz4",
          "arrow-brotli-v2",
          "arrow-checksums",
          "arrow-encodings",
          "arrow-encodings",
          "arrow-int96",
          "arrow-types",
          "arrow-unsigned",
          "arrow-pages",
          "arrow-pages-v2",
          "arrow-half");

  @Test
  void damagedFilesAreRefused() throws IOException {
    Fuzz.target("parquet")
        .inputs(files())
        .suffix(".parquet")
        .times(2_000)
        .limit(Duration.ofSeconds(10))
        .mutatedBy(new ParquetMutator())
        .run(input -> read(input.file()));
  }

  /** Whether all rows could be read; it does not matter whether they make sense as photos. */
  static boolean read(Path file) {
    RowCompletion completion = new RowCompletion(null);
    boolean isGood = true;
    try (ParquetSource source = ParquetSource.open(file, Set.of(), new Pulse())) {
      for (int i = 0; i < 100_000; i++) {
        try {
          Row row = source.next();
          if (row == null) {
            return isGood;
          }
          String path = completion.path(row);
          completion.complete(row, path, RowCompletion.id(path));
          RowDocuments.photo(row);
        } catch (BadRowException e) {
          isGood = false;
        }
      }
      throw new AssertionError("more rows than a file of this size may have");
    } catch (IOException | BadRowException e) {
      return false;
    }
  }

  static List<byte[]> files() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (String name : FILES) {
      try (InputStream in =
          ParquetFuzzTest.class.getResourceAsStream("/io/lumiere/exchange/" + name + ".parquet")) {
        files.add(in.readAllBytes());
      }
    }
    return files;
  }
}
