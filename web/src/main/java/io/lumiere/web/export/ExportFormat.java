package io.lumiere.web.export;

import java.util.Locale;

/** What hits are downloaded as. Immutable. */
enum ExportFormat {
  PATHS("text/plain; charset=utf-8", ".txt"),
  JSONL("application/x-ndjson", ".jsonl"),
  PARQUET("application/vnd.apache.parquet", ".parquet"),
  ZIP("application/zip", ".zip"),
  SHEET("text/html; charset=utf-8", ".html");

  private final String type;
  private final String ending;

  ExportFormat(String type, String ending) {
    this.type = type;
    this.ending = ending;
  }

  /** As requests name it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its content type. */
  String type() {
    return type;
  }

  /** How the names of its files end. */
  String ending() {
    return ending;
  }
}
