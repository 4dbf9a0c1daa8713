package io.lumiere.indexer.internal.run;

import io.lumiere.base.LumiereException;
import io.lumiere.indexer.places.PlaceTable;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The table of places, opened for the first photo that has a place. Thread-safe. */
final class LazyPlaces implements Supplier<@Nullable PlaceTable> {
  private static final System.Logger LOG = System.getLogger(LazyPlaces.class.getName());

  private final @Nullable Path file;
  private boolean asked;
  private @Nullable PlaceTable table;

  LazyPlaces(@Nullable Path file) {
    this.file = file;
  }

  /** The table; null where there is none, which is logged once. */
  @Override
  public synchronized @Nullable PlaceTable get() {
    if (!asked) {
      asked = true;
      table = open();
    }
    return table;
  }

  private @Nullable PlaceTable open() {
    if (file == null) {
      LOG.log(Level.WARNING, "There is no table of places: photos get no names of places.");
      return null;
    }
    try {
      return PlaceTable.open(file);
    } catch (LumiereException e) {
      LOG.log(Level.WARNING, "Photos get no names of places: " + e.getMessage(), e);
      return null;
    }
  }
}
