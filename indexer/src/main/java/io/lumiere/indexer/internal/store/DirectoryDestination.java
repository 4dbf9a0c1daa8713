package io.lumiere.indexer.internal.store;

import io.lumiere.indexer.store.PhotoDestination;
import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.store.IndexFolder;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A Lumiere directory. Immutable.
 *
 * @param folder the index; made where there is none
 */
public record DirectoryDestination(Path folder) implements PhotoDestination {
  public DirectoryDestination {
    folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public @Nullable IndexMetadata metadata() {
    return IndexFolder.inspect(folder);
  }

  @Override
  public PhotoStore open(BooleanSupplier stopped) {
    return DirectoryStore.open(folder, stopped);
  }

  @Override
  public PhotoStore openExisting(BooleanSupplier stopped) {
    return DirectoryStore.openExisting(folder, stopped);
  }
}
