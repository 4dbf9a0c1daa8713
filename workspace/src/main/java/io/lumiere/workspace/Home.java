package io.lumiere.workspace;

import io.lumiere.base.LumiereException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Lumiere keeps things: what can be made again in the cache folder, indexes and models in the
 * data folder, by the XDG Base Directory rules. Immutable.
 */
public final class Home {
  private final Map<String, String> environment;

  /**
   * The places of a process.
   *
   * @param environment its environment variables, which say where
   */
  public Home(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The environment variables. */
  public Map<String, String> environment() {
    return environment;
  }

  /**
   * {@code $LUMIERE_CACHE}, else {@code $XDG_CACHE_HOME/lumiere}, else {@code ~/.cache/lumiere}.
   */
  public Path cache() {
    String own = variable("LUMIERE_CACHE");
    return own == null
        ? base("XDG_CACHE_HOME", ".cache").resolve("lumiere")
        : Path.of(own).toAbsolutePath();
  }

  /** Where the demo keeps its photos and their index. */
  public Path demo() {
    return cache().resolve("demo");
  }

  /** What {@code $LUMIERE_INDEX} names, which may be a collection; null where it is not set. */
  public @Nullable String namedIndex() {
    return variable("LUMIERE_INDEX");
  }

  /**
   * {@code given}, else {@code $LUMIERE_INDEX}, else {@code index} in {@code
   * ~/.local/share/lumiere}.
   */
  public Path index(@Nullable Path given) {
    if (given != null) {
      return given.toAbsolutePath().normalize();
    }
    String own = namedIndex();
    return own == null || isAddress(own)
        ? base("XDG_DATA_HOME", ".local/share").resolve("lumiere/index")
        : Path.of(own).toAbsolutePath().normalize();
  }

  /** Whether it is not in a folder of this machine: {@code solr://...}. */
  private static boolean isAddress(String index) {
    return index.contains("://");
  }

  /**
   * The list of archives that the gallery has opened: a file beside the index of {@link #index}.
   */
  public Path archives() {
    return index(null).resolveSibling("archives.json");
  }

  /** {@code $LUMIERE_MODELS}, else {@code models} in {@code ~/.local/share/lumiere}. */
  public Path models() {
    String own = variable("LUMIERE_MODELS");
    return own == null
        ? base("XDG_DATA_HOME", ".local/share").resolve("lumiere/models")
        : Path.of(own).toAbsolutePath().normalize();
  }

  /**
   * The person's home folder.
   *
   * @throws LumiereException if the system knows none
   */
  public Path user() {
    String home = variable("HOME");
    // Java gives the home that the system knows, and "?" where that knows none.
    Path folder = Path.of(home == null ? System.getProperty("user.home", "?") : home);
    if (!folder.isAbsolute()) {
      throw new LumiereException(
          "there is no home folder to keep things in (HOME is "
              + (home == null ? "not set" : "'" + home + "'")
              + "): set HOME, or LUMIERE_CACHE, LUMIERE_INDEX and LUMIERE_MODELS to folders of your"
              + " own");
    }
    return folder;
  }

  /**
   * The program that obtains pinned packages.
   *
   * @throws LumiereException if nobody says where it is
   */
  public Path obtainer() {
    return program().resolve("setup/obtain.sh");
  }

  /**
   * The program's own folder, with its modules.
   *
   * @throws LumiereException if nobody says where it is
   */
  public Path program() {
    String root = variable("LUMIERE_HOME");
    if (root == null) {
      throw new LumiereException("LUMIERE_HOME is not set: start Lumiere by its launcher");
    }
    return Path.of(root);
  }

  private Path base(String variable, String fallback) {
    String value = variable(variable);
    if (value != null && Path.of(value).isAbsolute()) {
      return Path.of(value);
    }
    return user().resolve(fallback);
  }

  /** The value of an environment variable; null where it is unset or empty. */
  private @Nullable String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value;
  }
}
