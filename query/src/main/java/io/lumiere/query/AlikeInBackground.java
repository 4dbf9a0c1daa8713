package io.lumiere.query;

import io.lumiere.query.alike.AlikeGroups;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * Finds what looks alike in an archive on a thread of its own, when it is first asked for, and
 * keeps it for one state of the index. Another state ends what goes on for the one before.
 * Thread-safe.
 */
final class AlikeInBackground implements AutoCloseable {
  /** Up to some 50,000 photos are done by then. */
  private static final long WAIT_MILLIS = 1_000;

  private final String vectorField;
  private @Nullable Finding finding;
  private boolean isClosed;

  /** What goes on, or is done, for one state of the index. */
  private record Finding(
      Object readerId,
      float cosine,
      AtomicBoolean isStopped,
      CompletableFuture<AlikeGroups> groups) {
    boolean isOf(IndexReader reader, float wanted) {
      return readerId.equals(reader.getContext().id())
          && cosine == wanted
          && !groups.isCompletedExceptionally();
    }
  }

  AlikeInBackground(String vectorField) {
    this.vectorField = vectorField;
  }

  /**
   * The groups; null where they are not found within a second: then the search goes on.
   *
   * @param reader in use by the caller
   */
  @Nullable AlikeGroups of(IndexReader reader, float cosine) throws IOException {
    CompletableFuture<AlikeGroups> groups = begun(reader, cosine);
    try {
      return groups.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | CancellationException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException("near duplicates could not be found", e.getCause());
    }
  }

  /** Whether the groups of a state are found. */
  synchronized boolean isFound(IndexReader reader) {
    return finding != null
        && finding.readerId.equals(reader.getContext().id())
        && finding.groups.isDone()
        && !finding.groups.isCompletedExceptionally();
  }

  private synchronized CompletableFuture<AlikeGroups> begun(IndexReader reader, float cosine) {
    Finding current = finding;
    if (current == null || !current.isOf(reader, cosine)) {
      stop(current);
      current =
          new Finding(
              reader.getContext().id(),
              cosine,
              new AtomicBoolean(isClosed),
              new CompletableFuture<AlikeGroups>());
      finding = current;
      begin(reader, current);
    }
    return current.groups;
  }

  private void begin(IndexReader reader, Finding begun) {
    reader.incRef();
    Thread thread = new Thread(() -> find(reader, begun), "lumiere-near-duplicates");
    thread.setDaemon(true);
    try {
      thread.start();
    } catch (OutOfMemoryError e) { // The system gives no more threads.
      begun.groups.completeExceptionally(e);
      release(reader);
    }
  }

  private void find(IndexReader reader, Finding begun) {
    try {
      begun.groups.complete(
          AlikeGroups.find(reader, vectorField, begun.cosine, begun.isStopped::get));
    } catch (IOException | RuntimeException | Error e) {
      begun.groups.completeExceptionally(e);
    } finally {
      release(reader);
    }
  }

  private static void release(IndexReader reader) {
    try {
      reader.decRef();
    } catch (IOException e) {
      // Only closing the files of an older state can fail here, which nobody needs.
    }
  }

  private static void stop(@Nullable Finding begun) {
    if (begun != null) {
      begun.isStopped.set(true);
    }
  }

  /** Ends what goes on; what it reads stays open until it has noticed. */
  @Override
  public synchronized void close() {
    isClosed = true;
    stop(finding);
  }
}
