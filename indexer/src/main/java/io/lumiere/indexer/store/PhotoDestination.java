package io.lumiere.indexer.store;

import io.lumiere.schema.IndexMetadata;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Where an index run puts photos. Thread-safe. */
public interface PhotoDestination {
  /** What to call it in messages. */
  String name();

  /** The folder in which it lies, which is not looked into for photos; null where it has none. */
  @Nullable Path folder();

  /**
   * What it says of itself; null where there is none yet and {@link #open} would make one.
   *
   * @throws io.lumiere.base.LumiereException if it is something else, or cannot be read
   */
  @Nullable IndexMetadata metadata();

  /**
   * Opens it for one run; nobody else can write to it until it is closed.
   *
   * @param stopped asked by all that may take long, which then ends early
   * @throws io.lumiere.base.LumiereException if another run writes to it, or it cannot be opened
   */
  PhotoStore open(BooleanSupplier stopped);

  /**
   * As {@link #open}, of one that is there.
   *
   * @throws io.lumiere.base.LumiereException if there is none, too
   */
  PhotoStore openExisting(BooleanSupplier stopped);
}
