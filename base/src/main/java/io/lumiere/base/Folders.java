package io.lumiere.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** Folders that appear whole or not at all. Thread-safe. */
public final class Folders {
  /** Fills a folder. */
  @FunctionalInterface
  public interface Filler {
    /** Writes into the folder, which is empty. */
    void fill(Path dir) throws IOException;
  }

  private Folders() {}

  /**
   * Fills a new folder beside {@code target} and then puts it in the target's place. What was there
   * stays until then, and stays if filling fails.
   */
  public static void replace(Path target, Filler filler) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path parent = Files.createDirectories(absolute.resolve("..").normalize());
    // Not a temporary folder of Java's: only its owner may read those, and the mode would stay.
    Path fresh = Files.createDirectory(fresh(parent, absolute.getFileName() + ".new-"));
    try {
      filler.fill(fresh);
      if (Files.exists(absolute)) {
        Path old = Files.createDirectory(fresh(parent, absolute.getFileName() + ".old-"));
        Files.move(absolute, old.resolve("replaced"));
        Files.move(fresh, absolute);
        delete(old);
      } else {
        Files.move(fresh, absolute);
      }
    } finally {
      delete(fresh);
    }
  }

  /** A path in a folder that nothing has yet. */
  public static Path fresh(Path parent, String prefix) {
    return parent.resolve(prefix + UUID.randomUUID());
  }

  /** Deletes a folder and all in it, if it is there. */
  public static void delete(Path dir) throws IOException {
    if (!Files.exists(dir)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(dir)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
