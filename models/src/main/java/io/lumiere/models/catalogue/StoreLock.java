package io.lumiere.models.catalogue;

import io.lumiere.schema.LumiereException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/** Keeps processes, and threads of this one, from changing the same thing at a time. */
final class StoreLock {
  private static final long POLL_MILLIS = 50;

  private StoreLock() {}

  /** Runs {@code action} while nobody else holds {@code file}; waits for those who do. */
  static <T> T hold(Path file, Callable<T> action) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        acquire(channel);
        return action.call();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LumiereException("interrupted while waiting for " + file, e);
    } catch (IOException e) {
      throw new LumiereException(file.getParent() + " cannot be written: " + e, e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new LumiereException("unexpected: " + e, e);
    }
  }

  /** A file lock is the process's: between its threads the same call throws instead of waiting. */
  private static void acquire(FileChannel channel) throws IOException, InterruptedException {
    while (true) {
      try {
        var unused = channel.lock(); // Released with the channel.
        return;
      } catch (OverlappingFileLockException e) {
        Thread.sleep(POLL_MILLIS);
      }
    }
  }
}
