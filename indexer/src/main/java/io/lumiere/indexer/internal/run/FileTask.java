package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.internal.scan.DiskFile;
import io.lumiere.indexer.store.KnownPhoto;
import org.jspecify.annotations.Nullable;

/**
 * A file to be read.
 *
 * @param file as the walk met it
 * @param known the photo that the index has at this path; null if none
 * @param failedBefore whether the index has a failure at this path
 */
record FileTask(DiskFile file, @Nullable KnownPhoto known, boolean failedBefore) {
  String path() {
    return file.path();
  }
}
