package io.lumiere.exchange;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The formats of files of records, which are exported and imported. Immutable. */
public enum ExchangeFormat {
  /** One JSON object a line, UTF-8. Compressed by gzip where the file's name ends in .gz. */
  JSONL,
  /** Parquet, compressed by Zstandard. */
  PARQUET;

  private static final String GZIP = ".gz";

  /**
   * The format that the extension of a file's name says.
   *
   * @throws LumiereException if it says none
   */
  public static ExchangeFormat of(Path file) {
    return find(file)
        .orElseThrow(() ->
            new LumiereException(
                Fault.FORMAT_UNKNOWN,
                "the name of "
                    + file
                    + " does not say its format, as .jsonl, .jsonl.gz, .ndjson and .parquet do"));
  }

  private static Optional<ExchangeFormat> find(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    name = name.toLowerCase(Locale.ROOT);
    if (name.endsWith(GZIP)) {
      name = name.substring(0, name.length() - GZIP.length());
    }
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return Optional.of(JSONL);
    }
    return name.endsWith(".parquet") ? Optional.of(PARQUET) : Optional.empty();
  }

  static boolean isGzip(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(GZIP);
  }
}
