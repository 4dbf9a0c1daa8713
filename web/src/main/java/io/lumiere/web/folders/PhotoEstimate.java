package io.lumiere.web.folders;

import io.lumiere.indexer.PhotoNames;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Counts photos in a folder and those below it, by their names, as long as a person may wait. */
final class PhotoEstimate extends SimpleFileVisitor<Path> {
  private static final Duration LIMIT = Duration.ofMillis(300);

  private final long end = System.nanoTime() + LIMIT.toNanos();
  private final Path root;
  private int photos;

  private PhotoEstimate(Path root) {
    this.root = root;
  }

  /** The photos seen in 300 ms: all, unless there are very many. */
  static OptionalInt of(Path folder) {
    PhotoEstimate estimate = new PhotoEstimate(folder);
    try {
      Files.walkFileTree(folder, estimate);
    } catch (IOException | SecurityException e) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(estimate.photos);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean isHidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
    return isHidden ? FileVisitResult.SKIP_SUBTREE : next();
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (PhotoNames.isPhoto(file.getFileName().toString())) {
      photos++;
    }
    return next();
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    return next();
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
    return next();
  }

  private FileVisitResult next() {
    return System.nanoTime() > end ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
  }
}
