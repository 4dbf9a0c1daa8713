package io.lumiere.app.setup;

import io.lumiere.app.output.Console;
import io.lumiere.base.LumiereException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where Lumiere keeps things: what can be made again in the cache folder, indexes and models in the
 * data folder, by the XDG Base Directory rules. Immutable.
 */
public final class Home {
  private final Console console;

  public Home(Console console) {
    this.console = console;
  }

  /** The console whose environment says it. */
  public Console console() {
    return console;
  }

  /**
   * {@code $LUMIERE_CACHE}, else {@code $XDG_CACHE_HOME/lumiere}, else {@code ~/.cache/lumiere}.
   */
  public Path cache() {
    String own = console.variable("LUMIERE_CACHE");
    return own == null
        ? base("XDG_CACHE_HOME", ".cache").resolve("lumiere")
        : Path.of(own).toAbsolutePath();
  }

  /** Where the demo keeps its photos and their index. */
  public Path demo() {
    return cache().resolve("demo");
  }

  /**
   * {@code given}, else {@code $LUMIERE_INDEX}, else {@code index} in {@code
   * ~/.local/share/lumiere}.
   */
  public Path index(@Nullable Path given) {
    if (given != null) {
      return given.toAbsolutePath().normalize();
    }
    String own = console.variable("LUMIERE_INDEX");
    return own == null
        ? base("XDG_DATA_HOME", ".local/share").resolve("lumiere/index")
        : Path.of(own).toAbsolutePath().normalize();
  }

  /** {@code $LUMIERE_MODELS}, else {@code models} in {@code ~/.local/share/lumiere}. */
  public Path models() {
    String own = console.variable("LUMIERE_MODELS");
    return own == null
        ? base("XDG_DATA_HOME", ".local/share").resolve("lumiere/models")
        : Path.of(own).toAbsolutePath().normalize();
  }

  /** The program that obtains pinned packages. */
  Path obtainer() {
    String root = console.variable("LUMIERE_HOME");
    if (root == null) {
      throw new LumiereException(
          "LUMIERE_HOME is not set: start Lumiere by its launcher, ./lumiere");
    }
    return Path.of(root).resolve("setup/obtain.sh");
  }

  private Path base(String variable, String fallback) {
    String value = console.variable(variable);
    if (value != null && Path.of(value).isAbsolute()) {
      return Path.of(value);
    }
    String home = console.variable("HOME");
    // Java gives the home that the system knows, and "?" where that knows none.
    Path folder = Path.of(home == null ? System.getProperty("user.home", "?") : home);
    if (!folder.isAbsolute()) {
      throw new LumiereException(
          "there is no home folder to keep things in (HOME is "
              + (home == null ? "not set" : "'" + home + "'")
              + "): set HOME, or LUMIERE_CACHE, LUMIERE_INDEX and LUMIERE_MODELS to folders of your"
              + " own");
    }
    return folder.resolve(fallback);
  }
}
