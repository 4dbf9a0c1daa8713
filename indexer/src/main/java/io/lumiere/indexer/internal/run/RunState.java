package io.lumiere.indexer.internal.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** Whether a run goes on. Thread-safe. */
final class RunState {
  private static final long POLL_MILLIS = 20;

  private final RunControl control;
  private final ReentrantReadWriteLock landing = new ReentrantReadWriteLock();
  private volatile boolean abandoned;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicReference<@Nullable Throwable> error = new AtomicReference<>();

  RunState(RunControl control) {
    this.control = control;
  }

  /** The state of a part of the run, which ends with that part, or earlier with the run. */
  RunState ofPart() {
    return new RunState(control);
  }

  /** Ends the run because of an error; only the first error counts. */
  void fail(Throwable reason) {
    error.compareAndSet(null, reason);
  }

  /** Does the last step for a file, unless {@link #abandon} was called before. */
  void land(Runnable step) {
    landing.readLock().lock();
    try {
      if (!abandoned) {
        step.run();
      }
    } finally {
      landing.readLock().unlock();
    }
  }

  /** Whether nobody waits for files that are in flight any more. */
  boolean isAbandoned() {
    return abandoned;
  }

  /** Waits for last steps that have begun, and lets none begin from now on. */
  void abandon() {
    landing.writeLock().lock();
    try {
      abandoned = true;
    } finally {
      landing.writeLock().unlock();
    }
  }

  /** From now on no new file is begun. */
  void close() {
    closed.set(true);
  }

  /** Whether an error ended the run: all threads then leave at once. */
  boolean isBroken() {
    return error.get() != null;
  }

  /** Whether somebody wants the run to end early. */
  boolean isStopped() {
    return control.isStopAsked();
  }

  /** Whether nothing new is begun. */
  boolean isEnding() {
    return isBroken() || closed.get() || isStopped();
  }

  /** Whether nothing new is begun for now. A run that ends is not held. */
  boolean isHeld() {
    return control.isPauseAsked() && !isEnding();
  }

  /** Waits as long as the run is held. */
  void awaitRelease() {
    try {
      while (isHeld()) {
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody has this thread to interrupt it", e);
    }
  }

  /** Throws the error that ended the run, if any. */
  void throwError() {
    Throwable reason = error.get();
    if (reason != null) {
      Throwables.throwUnchecked(reason);
    }
  }
}
