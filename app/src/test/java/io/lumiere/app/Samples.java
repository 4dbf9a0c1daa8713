package io.lumiere.app;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.gallery.SampleArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Consumer;

/**
 * The painted scenes and their index with the real model. To paint them takes far longer than all
 * else, so both are made once for all test classes: one that only searches gets a copy of the
 * index, whose photos all share; one that adds or changes photos gets a copy of them.
 */
public final class Samples {
  /** As few pixels as the browser tests allow: a large picture must be larger than a small one. */
  private static final int LONG_SIDE = 1024;

  private Samples() {}

  /** The photos that all share: to be read, not to be changed. */
  public static Path shared() {
    return Photos.FOLDER;
  }

  /** A copy of the photos, and of when they were changed, in {@code folder/photos}. */
  static Path copy(Path folder) {
    return copy(Photos.FOLDER, folder.resolve("photos"));
  }

  /** Commands on a copy of the index of the shared photos, in {@code folder/index}. */
  static Cli indexed(Path folder) {
    return new Cli(indexFolder(folder));
  }

  /** A copy of the index of the shared photos: {@code folder/index}. */
  public static Path indexFolder(Path folder) {
    return copy(Index.FOLDER, folder.resolve("index"));
  }

  private static Path copy(Path from, Path to) {
    try {
      Files.walkFileTree(from, new Copying(from, to));
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The folder that is made once a run, whose test classes may run in two processes; of a run
   * before this one nothing is left, since the painter may have changed.
   */
  private static Path once(String name, Consumer<Path> maker) {
    Path all = Path.of("target", "samples").toAbsolutePath();
    Path folder = all.resolve(name);
    Path mark = all.resolve(name + ".run");
    String run = System.getProperty("lumiere.run", "process " + ProcessHandle.current().pid());
    try {
      Files.createDirectories(all);
      try (FileChannel lock = FileChannel.open(all.resolve(name + ".lock"), CREATE, WRITE)) {
        lock.lock();
        if (!Files.exists(mark) || !Files.readString(mark).equals(run)) {
          if (Files.exists(folder)) {
            Files.walkFileTree(folder, new Deleting());
          }
          maker.accept(folder);
          Files.writeString(mark, run);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Not in the class that waits for it: the painting threads call back, and would wait for that.
   */
  private static void paint(Path folder) {
    SampleArchive.create(folder, List.of(), line -> {}, LONG_SIDE);
  }

  private static void index(Path folder) {
    Cli.Result indexed = new Cli(folder).run("index", Photos.FOLDER.toString(), "--json");
    assertThat(indexed.status()).describedAs(indexed.err()).isZero();
  }

  private static final class Photos {
    static final Path FOLDER = once("photos", Samples::paint);
  }

  private static final class Index {
    static final Path FOLDER = once("index", Samples::index);
  }

  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;

    Copying(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      Files.createDirectories(to.resolve(from.relativize(folder)));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      return FileVisitResult.CONTINUE;
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
