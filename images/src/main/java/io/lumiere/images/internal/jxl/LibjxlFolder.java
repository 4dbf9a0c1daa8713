package io.lumiere.images.internal.jxl;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where set-up puts libjxl. */
public final class LibjxlFolder {
  /** Names the folder that holds libjxl, in place of the one in the cache. */
  public static final String VARIABLE = "LUMIERE_LIBJXL";

  private static final String VERSION = "0.11.2";

  private LibjxlFolder() {}

  /** The folder of this version in a cache, such as {@code ~/.cache/lumiere}. */
  public static Path in(Path cacheDir) {
    return cacheDir.resolve("libjxl").resolve(VERSION);
  }

  /** The folder that the environment names, else the one in the cache. */
  static Path current() {
    String own = variable(VARIABLE);
    return own == null ? in(cache()) : Path.of(own);
  }

  private static Path cache() {
    String cache = variable("LUMIERE_CACHE");
    if (cache != null) {
      return Path.of(cache).toAbsolutePath();
    }
    String xdg = variable("XDG_CACHE_HOME");
    if (xdg != null && Path.of(xdg).isAbsolute()) {
      return Path.of(xdg).resolve("lumiere");
    }
    String home = variable("HOME");
    return Path.of(home == null ? System.getProperty("user.home", ".") : home)
        .toAbsolutePath()
        .resolve(".cache/lumiere");
  }

  private static @Nullable String variable(String name) {
    String value = System.getenv(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
