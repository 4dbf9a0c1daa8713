package io.lumiere.indexer.internal.scan;

/** Receives what a walk finds, in the order of the walk. Called on the walk's thread. */
public interface ScanSink {
  /** A photo, by its name or by its content. */
  void photo(DiskFile file);

  /**
   * A file that is not a photo, or a file or folder that is not looked at.
   *
   * @param kind what it is, such as {@code films}
   */
  void skipped(String kind);

  /**
   * A file or folder that a person's rule ignores, also counted by {@link #skipped}, too.
   *
   * @param path relative to the root
   */
  void ignored(String path);

  /**
   * A file or folder that cannot be looked at. What lies under it may well exist.
   *
   * @param path relative to the root; empty for the root itself
   * @param reason why
   * @param maybePhoto whether a person would want to know: a folder, or what may be a photo
   */
  void unreadable(String path, String reason, boolean maybePhoto);

  /**
   * A folder with nothing in it, not even a hidden file. It may be where a disk is mounted on other
   * days.
   *
   * @param path relative to the root; empty for the root itself
   */
  void empty(String path);

  /**
   * The walk goes on: called for each file that it meets.
   *
   * @param photos how many photos it has met, those of the folder that it is in included
   */
  void looking(long photos);
}
