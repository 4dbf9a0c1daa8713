package io.lumiere.cluster.ingest;

import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.indexer.store.PhotoDestination;
import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.schema.IndexMetadata;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A collection into which an index run puts photos; it is made where there is none. The connection
 * stays the caller's to close. Thread-safe.
 */
public final class CollectionDestination implements PhotoDestination {
  private final PhotoCollection collection;
  private final PushOptions options;
  private final boolean isShared;
  private final AtomicLong withFewerCopies = new AtomicLong();

  /** A destination of one run at a time; nothing is asked or changed yet. */
  public CollectionDestination(PhotoCollection collection, PushOptions options) {
    this(collection, options, false);
  }

  private CollectionDestination(PhotoCollection collection, PushOptions options, boolean isShared) {
    this.collection = collection;
    this.options = options;
    this.isShared = isShared;
  }

  /**
   * A destination of several runs of the same archive, which share the work: each does what no
   * other one does. They can come and go at any time.
   */
  public static CollectionDestination shared(PhotoCollection collection, PushOptions options) {
    return new CollectionDestination(collection, options, true);
  }

  @Override
  public String name() {
    return collection.address().toString();
  }

  @Override
  public @Nullable Path folder() {
    return null;
  }

  @Override
  public @Nullable IndexMetadata metadata() {
    return collection.exists() ? collection.metadata() : null;
  }

  @Override
  public PhotoStore open(BooleanSupplier stopped) {
    return new CollectionStore(collection, options, isShared, stopped, withFewerCopies::addAndGet);
  }

  @Override
  public PhotoStore openExisting(BooleanSupplier stopped) {
    collection.metadata(); // It says what is wrong.
    return open(stopped);
  }

  /**
   * Photos of all runs so far that are in fewer copies than the collection is to have, since not
   * all took part; those take them when they are back.
   */
  public long withFewerCopies() {
    return withFewerCopies.get();
  }
}
