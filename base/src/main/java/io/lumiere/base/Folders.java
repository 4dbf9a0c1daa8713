package io.lumiere.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Folders that appear whole or not at all. Thread-safe. */
public final class Folders {
  /** Fills a folder. */
  @FunctionalInterface
  public interface Filler {
    /** Writes into the folder, which is empty. */
    void fill(Path dir) throws IOException;
  }

  private static final String NEW = ".new-";
  private static final String OLD = ".old-";

  /** Names that {@link #fresh} makes here. */
  private static final Pattern UNDER_WAY =
      Pattern.compile("(.+)\\.(?:new|old)-\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** Nobody fills a folder without making a file in it for so long. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private Folders() {}

  /**
   * Fills a new folder beside {@code target} and then puts it in the target's place. What was there
   * stays until then, and stays if filling fails. Only one at a time may replace a target: what
   * processes left that were killed while they did so is deleted first.
   */
  public static void replace(Path target, Filler filler) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path parent = Files.createDirectories(absolute.resolve("..").normalize());
    String name = absolute.getFileName().toString();
    deleteLeftovers(parent, name);
    // Not a temporary folder of Java's: only its owner may read those, and the mode would stay.
    Path fresh = Files.createDirectory(fresh(parent, name + NEW));
    try {
      filler.fill(fresh);
      if (Files.exists(absolute)) {
        Path old = Files.createDirectory(fresh(parent, name + OLD));
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

  private static void deleteLeftovers(Path parent, String name) throws IOException {
    try (Stream<Path> paths = Files.list(parent)) {
      for (Path path : paths.toList()) {
        try {
          if (isLeftover(path, name)) {
            delete(path);
          }
        } catch (IOException e) {
          // Another user's, say, which only takes room.
        }
      }
    }
  }

  /**
   * Whether a killed process left it: of this name, or of another that may be under way, long ago.
   */
  private static boolean isLeftover(Path path, String name) throws IOException {
    Matcher underWay = UNDER_WAY.matcher(path.getFileName().toString());
    return underWay.matches()
        && (underWay.group(1).equals(name)
            || Files.getLastModifiedTime(path)
                .toInstant()
                .isBefore(Instant.now().minus(ABANDONED)));
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
