package io.lumiere.query;

import io.lumiere.query.alike.AlikeGroups;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * Finds what looks alike in an archive on a thread of its own, when it is first asked for, and
 * keeps it for one state of the index and the last {@value #MOST} cosines. What goes on is ended by
 * another state only, and other cosines wait until it is done: else requests that ask in turn would
 * end each other's work, and none would come to an end. Thread-safe.
 */
final class AlikeInBackground implements AutoCloseable {
  /** Each takes 4 bytes a photo. */
  static final int MOST = 4;

  /** Up to some 50,000 photos are done by then. */
  private static final long WAIT_MILLIS = 1_000;

  private final String vectorField;

  /** All of one state, by their cosines; the one that was asked for last is the last. */
  private final Map<Float, Finding> findings = new LinkedHashMap<>(8, 0.75f, true);

  private final Deque<Task> waiting = new ArrayDeque<>();
  private boolean isWorking;
  private boolean isClosed;

  /** What waits, goes on or is done for one state of the index. */
  private record Finding(
      Object readerId,
      float cosine,
      AtomicBoolean isBegun,
      AtomicBoolean isStopped,
      CompletableFuture<AlikeGroups> groups) {
    boolean isOf(IndexReader reader) {
      return readerId.equals(reader.getContext().id());
    }

    boolean goesOn() {
      return isBegun.get() && !groups.isDone();
    }
  }

  /** What is to be found in a reader, which stays open until then. */
  private record Task(IndexReader reader, Finding finding) {}

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

  /** Whether all groups that were asked for of a state are found. */
  synchronized boolean isFound(IndexReader reader) {
    return !findings.isEmpty()
        && findings.values().stream()
            .allMatch(found ->
                found.isOf(reader)
                    && found.groups.isDone()
                    && !found.groups.isCompletedExceptionally());
  }

  private synchronized CompletableFuture<AlikeGroups> begun(IndexReader reader, float cosine) {
    if (isClosed || findings.values().stream().anyMatch(found -> !found.isOf(reader))) {
      stopAll();
    }
    Finding known = findings.get(cosine);
    if (known != null && !known.groups.isCompletedExceptionally()) {
      return known.groups;
    }
    Finding begun =
        new Finding(
            reader.getContext().id(),
            cosine,
            new AtomicBoolean(),
            new AtomicBoolean(),
            new CompletableFuture<>());
    if (isClosed) {
      begun.groups.cancel(false);
      return begun.groups;
    }
    findings.put(cosine, begun);
    makeRoom();
    reader.incRef();
    waiting.add(new Task(reader, begun));
    startWork();
    return begun.groups;
  }

  /** Gives up the one that was not asked for longest; what goes on comes to its end. */
  private void makeRoom() {
    if (findings.size() > MOST) {
      Finding oldest =
          findings.values().stream().filter(found -> !found.goesOn()).findFirst().orElseThrow();
      findings.remove(oldest.cosine);
      giveUp(task -> task.finding.cosine == oldest.cosine, new CancellationException());
    }
  }

  /** Gives up what has not begun. */
  private void giveUp(Predicate<Task> which, Throwable why) {
    waiting.removeIf(task -> {
      if (which.test(task)) {
        task.finding.groups.completeExceptionally(why);
        release(task.reader);
        return true;
      }
      return false;
    });
  }

  private void startWork() {
    if (!isWorking) {
      Thread thread = new Thread(this::work, "lumiere-near-duplicates");
      thread.setDaemon(true);
      try {
        thread.start();
        isWorking = true;
      } catch (OutOfMemoryError e) { // The system gives no more threads.
        giveUp(task -> true, e);
      }
    }
  }

  private void work() {
    for (Task task = next(); task != null; task = next()) {
      find(task.reader, task.finding);
    }
  }

  private synchronized @Nullable Task next() {
    Task next = waiting.poll();
    if (next == null) {
      isWorking = false;
    } else {
      next.finding.isBegun.set(true);
    }
    return next;
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

  private void stopAll() {
    giveUp(task -> true, new CancellationException());
    findings.values().forEach(found -> found.isStopped.set(true));
    findings.clear();
  }

  /** Ends what goes on; what it reads stays open until it has noticed. */
  @Override
  public synchronized void close() {
    isClosed = true;
    stopAll();
  }
}
