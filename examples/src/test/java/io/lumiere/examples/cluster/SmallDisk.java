package io.lumiere.examples.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file system with little room, in memory. Not thread-safe. */
final class SmallDisk implements Closeable {
  /**
   * Where a copy finds less room than 100 MB, Solr 10 empties it before it fetches segments, and
   * its writer stays locked then: it never leads its shard.
   */
  private static final int MEGABYTES = 256;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Puts one in the place of a folder; null where that is not allowed. */
  static @Nullable SmallDisk mount(Path folder) throws IOException {
    Files.createDirectories(folder);
    return run(
            "mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "lumiere", folder.toString())
        ? new SmallDisk(folder)
        : null;
  }

  private static boolean run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // A system without such a command.
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes all the room that there is. */
  void fill() {
    byte[] block = new byte[4_096]; // As large as a page, so that nothing is left.
    try (OutputStream out = Files.newOutputStream(filler())) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("No space left")) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void makeRoom() throws IOException {
    Files.deleteIfExists(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  @Override
  public void close() throws IOException {
    run("umount", "-l", folder.toString());
  }
}
