package io.lumiere.indexer.internal.run;

/** Turns a file's bytes into what is to be written. Thread-safe. */
@FunctionalInterface
interface FileWork {
  /**
   * What is to be written for a file.
   *
   * @throws FileFailure if it costs that file alone
   */
  Change read(LoadedFile file) throws FileFailure;

  /** Whether the index keeps a failure of a photo that it has, and still has afterwards. */
  default boolean recordsPassingFailures() {
    return true;
  }
}
