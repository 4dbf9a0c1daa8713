package io.lumiere.workspace.setup;

import io.lumiere.base.LumiereException;
import io.lumiere.indexer.places.PlaceSetup;
import io.lumiere.workspace.Home;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of places: made from pinned packages when it is first needed. Not thread-safe. */
public final class PlaceNamesSetup {
  private final Home home;
  private final SetupListener listener;

  public PlaceNamesSetup(Home home, SetupListener listener) {
    this.home = home;
    this.listener = listener;
  }

  /** The table, made where it is missing; null, with a word why, where that cannot be. */
  public @Nullable Path find() {
    try {
      return make();
    } catch (LumiereException e) {
      listener.lacking(e, "photos get no names of places this time");
      return null;
    }
  }

  /** Makes the table where it is missing. */
  public Path make() {
    Path cache = home.cache();
    if (PlaceSetup.isCurrent(cache)) {
      return PlaceSetup.file(cache);
    }
    List<Path> packages =
        new Packages(home, listener).obtain(PlaceSetup.PACKAGES.toArray(String[]::new));
    return PlaceSetup.ensure(cache, packages.get(0), packages.get(1), listener::note);
  }
}
