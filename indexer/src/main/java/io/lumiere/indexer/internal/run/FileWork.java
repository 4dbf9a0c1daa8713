package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.store.PhotoStore;

/** Turns a file's bytes into what to write to the index. Thread-safe. */
@FunctionalInterface
interface FileWork {
  /**
   * What is to be written for a file.
   *
   * @throws FileFailure if it costs that file alone
   */
  Change read(LoadedFile file) throws FileFailure;

  /** Whether a passing failure is recorded for a photo that stays in the index. */
  default boolean recordsPassingFailures() {
    return true;
  }

  /** Told of a file that could not be read this time, so that nobody knows what is in it. */
  default void passOver(FileTask task) {}

  /** Writes what was read. */
  default void write(PhotoStore store, Change change) {
    store.replace(change.replaced(), change.document());
  }
}
