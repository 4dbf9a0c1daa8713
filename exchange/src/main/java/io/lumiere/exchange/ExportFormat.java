package io.lumiere.exchange;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The formats that an index is exported in: those of records, which are imported again, and those
 * for OpenSearch. Immutable.
 */
public enum ExportFormat {
  /** As {@link ExchangeFormat#JSONL}. */
  JSONL,
  /** As {@link ExchangeFormat#PARQUET}. */
  PARQUET,
  /** Two lines a photo, as OpenSearch's {@code _bulk} takes them. Gzip as in {@link #JSONL}. */
  OPENSEARCH_BULK,
  /** One JSON object: the settings and the mapping of the index that takes those lines. */
  OPENSEARCH_MAPPING;

  /**
   * The format of records that the extension of a file's name says.
   *
   * @throws io.lumiere.base.LumiereException if it says none
   */
  public static ExportFormat of(Path file) {
    return switch (ExchangeFormat.of(file)) {
      case JSONL -> JSONL;
      case PARQUET -> PARQUET;
    };
  }

  /** Whether it is made for OpenSearch, and not imported again. */
  public boolean isForOpenSearch() {
    return this == OPENSEARCH_BULK || this == OPENSEARCH_MAPPING;
  }

  /** As people write it, such as {@code opensearch-bulk}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
