package io.lumiere.app.setup;

import io.lumiere.app.output.Console;
import io.lumiere.app.output.FailureLine;
import io.lumiere.base.LumiereException;
import io.lumiere.indexer.places.PlaceSetup;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of places: made from pinned packages when it is first needed. Not thread-safe. */
public final class PlaceNamesSetup {
  private final Console console;
  private final Home home;

  public PlaceNamesSetup(Home home) {
    this.console = home.console();
    this.home = home;
  }

  /** The table, made where it is missing; null, with a word why, where that cannot be. */
  public @Nullable Path find() {
    try {
      return make();
    } catch (LumiereException e) {
      console.err().println(FailureLine.of(e) + "; photos get no names of places this time");
      return null;
    }
  }

  /** Makes the table where it is missing. */
  public Path make() {
    Path cache = home.cache();
    if (PlaceSetup.isCurrent(cache)) {
      return PlaceSetup.file(cache);
    }
    List<Path> packages = new Packages(home).obtain(PlaceSetup.PACKAGES.toArray(String[]::new));
    return PlaceSetup.ensure(cache, packages.get(0), packages.get(1), console.err()::println);
  }
}
