package io.lumiere.indexer.internal.run;

import io.lumiere.base.LumiereException;
import io.lumiere.indexer.internal.store.PhotoStore;
import io.lumiere.schema.IndexFolder;
import io.lumiere.schema.IndexMetadata;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * An index that exists, open for writing.
 *
 * @param store its writer
 * @param metadata what its last commit said when it was opened
 * @param more what else that commit said; it stays
 */
record OpenIndex(PhotoStore store, IndexMetadata metadata, Map<String, String> more)
    implements AutoCloseable {

  /**
   * Opens an index.
   *
   * @param stopped whether somebody wants the run to end early
   * @throws LumiereException if there is none, or it cannot be written
   */
  static OpenIndex of(Path index, BooleanSupplier stopped) {
    if (IndexFolder.inspect(index) == null) {
      throw new LumiereException(
          "there is no index at " + index + ": make one with 'lumiere index DIR'");
    }
    PhotoStore store = PhotoStore.open(index, stopped);
    try {
      // Read again, now that nobody else writes.
      Map<String, String> more = new HashMap<>(store.committedData());
      IndexMetadata metadata = IndexMetadata.fromUserData(more, index.toString());
      more.keySet().removeAll(metadata.toUserData().keySet());
      return new OpenIndex(store, metadata, more);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** What every commit from now on says of the index. */
  void describe(IndexMetadata now) {
    store.describe(now, more);
  }

  @Override
  public void close() {
    store.close();
  }
}
