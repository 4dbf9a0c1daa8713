package io.lumiere.indexer.internal.scan;

/** Takes what a walk finds, in the order of the walk. */
public interface ScanSink {
  /** A photo by its extension. */
  void photo(DiskFile file);

  /** A file that is none. */
  void other();

  /**
   * A file or folder that cannot be looked at. What lies under it may well exist.
   *
   * @param path relative to the root; empty for the root itself
   * @param reason why
   * @param maybePhoto whether a person would want to know: a folder, or a photo by its extension
   */
  void unreadable(String path, String reason, boolean maybePhoto);
}
