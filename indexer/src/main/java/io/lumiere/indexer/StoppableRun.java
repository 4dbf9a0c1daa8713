package io.lumiere.indexer;

import io.lumiere.indexer.internal.run.RunControl;
import io.lumiere.indexer.internal.run.Throwables;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One run at a time, which other threads can stop and wait for. Thread-safe. */
final class StoppableRun implements RunControl {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private boolean running;
  private volatile boolean stopAsked;
  private volatile boolean pauseAsked;

  /** Whether {@link #stop} was called for the run that goes on. */
  @Override
  public boolean isStopAsked() {
    return stopAsked;
  }

  @Override
  public boolean isPauseAsked() {
    return pauseAsked;
  }

  /** Holds the run that goes on, or the next one, until it is resumed. */
  void pause(boolean newPause) {
    pauseAsked = newPause;
  }

  /**
   * Runs {@code body} and returns what it gives. An interrupt of this thread is taken for {@link
   * #stop}, and stays set.
   *
   * @throws IllegalStateException if one runs already
   */
  <T> T run(Callable<T> body) {
    begin();
    FutureTask<T> run = new FutureTask<>(body);
    // A thread that nobody interrupts: Lucene's writer closes itself for an interrupt.
    Thread.ofPlatform().name("lumiere-index").daemon(true).start(run);
    try {
      return await(run);
    } finally {
      end();
    }
  }

  private <T> T await(FutureTask<T> run) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return run.get();
        } catch (InterruptedException e) {
          interrupted = true;
          stop();
        } catch (ExecutionException e) {
          Throwables.throwUnchecked(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Asks the run to end; harmless when nothing runs. */
  void stop() {
    lock.lock();
    try {
      stopAsked = running;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing runs; false if {@code limit} passed first. */
  boolean awaitEnd(Duration limit) throws InterruptedException {
    long left = limit.toNanos();
    lock.lock();
    try {
      while (running && left > 0) {
        left = ended.awaitNanos(left);
      }
      return !running;
    } finally {
      lock.unlock();
    }
  }

  private void begin() {
    lock.lock();
    try {
      if (running) {
        throw new IllegalStateException("this indexer runs already");
      }
      running = true;
      stopAsked = false;
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      running = false;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
