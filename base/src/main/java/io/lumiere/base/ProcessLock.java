package io.lumiere.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Keeps processes, and threads of this one, from changing the same thing at a time. The system lets
 * go of the lock of a process that has died, so nobody waits for a dead one; the file itself stays,
 * since somebody may wait for it.
 *
 * @param file that is locked; it holds the number of the process that locked it last
 * @param limit how long to wait for another process
 * @param notes receives, after a while, the process that this one waits for
 */
public record ProcessLock(Path file, Duration limit, Consumer<String> notes) {
  /** Making a model takes minutes, and a download much longer. */
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long POLL_MILLIS = 50;
  private static final int MAX_DIGITS = 20;

  /** A lock that is waited for as long as it takes to make a model. */
  public ProcessLock(Path file, Consumer<String> notes) {
    this(file, LIMIT, notes);
  }

  /**
   * Runs {@code action} while nobody else holds the lock; waits for those who do.
   *
   * @throws LumiereException if the lock cannot be had in time
   * @throws IOException if the file cannot be written
   */
  public <T> T hold(Callable<T> action) throws IOException {
    Files.createDirectories(file.toAbsolutePath().resolve("..").normalize());
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      acquire(channel);
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      return action.call();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LumiereException("interrupted while waiting for " + file, e);
    } catch (RuntimeException | IOException e) {
      throw e;
    } catch (Exception e) {
      throw new LumiereException("unexpected: " + e, e);
    }
  }

  private void acquire(FileChannel channel) throws IOException, InterruptedException {
    long start = System.nanoTime();
    boolean told = false;
    while (!tried(channel)) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (!told && waited.compareTo(PATIENCE) > 0) {
        told = true;
        notes.accept("Waiting for " + owner(channel) + ", which holds " + file);
      }
      if (waited.compareTo(limit) > 0) {
        throw new LumiereException(
            "waited too long for " + owner(channel) + ", which holds " + file + ": end it first");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** A file lock is the process's: between its threads the same call throws. */
  private static boolean tried(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null; // Released with the channel.
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(MAX_DIGITS);
    channel.read(content, 0);
    String pid = new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII);
    return pid.matches("[0-9]+") ? "process " + pid : "another run";
  }
}
