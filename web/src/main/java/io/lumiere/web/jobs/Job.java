package io.lumiere.web.jobs;

import io.lumiere.base.FailureText;
import io.lumiere.base.LumiereException;
import io.lumiere.indexer.Failure;
import io.lumiere.web.http.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One job: runs its work on a thread of its own and remembers how far it is. Thread-safe. */
final class Job {
  /** The most failures that are kept to be listed; all are counted. */
  static final int MOST_FAILURES = 10_000;

  private final String id;
  private final JobWork work;
  private final Thread thread;
  private final Instant started = Instant.now();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Failure> failures = new ArrayList<>();
  private JobState state = JobState.RUNNING;
  private boolean stopAsked;
  private long version;
  private Measure measure = Measure.NONE;
  private long failureCount;
  private @Nullable String message;
  private @Nullable Integer photos;
  private @Nullable Instant finished;

  Job(String id, JobWork work) {
    this.id = id;
    this.work = work;
    this.thread = Thread.ofPlatform().name("lumiere-job-" + id).daemon(true).unstarted(this::run);
  }

  String id() {
    return id;
  }

  String writes() {
    return work.writes();
  }

  void start() {
    thread.start();
  }

  JobView view() {
    lock.lock();
    try {
      return new JobView(
          version,
          id,
          work.kind(),
          work.title(),
          work.archive(),
          state,
          state == JobState.RUNNING ? measure : measure.still(),
          message,
          photos,
          failureCount,
          started,
          finished);
    } finally {
      lock.unlock();
    }
  }

  /** The job after a change that {@code seen} does not have, or as it is when time is up. */
  JobView awaitChange(long seen, Duration limit) throws InterruptedException {
    long left = limit.toNanos();
    lock.lock();
    try {
      while (version == seen && !state.isEnd() && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
    return view();
  }

  /** Some of the files that could not be read. */
  List<Failure> failures(int from, int limit) {
    lock.lock();
    try {
      int first = Math.min(from, failures.size());
      return List.copyOf(failures.subList(first, Math.min(failures.size(), first + limit)));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Holds the job, or lets it go on.
   *
   * @throws HttpProblem of status 409 if it has ended or cannot be held
   */
  void hold(boolean isHeld) {
    change(() -> {
      requireGoingOn();
      if (!work.hold(isHeld)) {
        throw HttpProblem.conflict(
            "this job cannot be paused: stop it, and what is done is kept for the next time");
      }
      state = isHeld ? JobState.PAUSED : JobState.RUNNING;
    });
  }

  /**
   * Asks the job to end.
   *
   * @throws HttpProblem of status 409 if it has ended
   */
  void stop() {
    change(() -> {
      requireGoingOn();
      stopAsked = true;
      message = "Stopping";
    });
    work.stop();
    thread.interrupt();
  }

  /** As {@link #stop}, of a job that may have ended. */
  void stopQuietly() {
    if (!view().state().isEnd()) {
      try {
        stop();
      } catch (HttpProblem e) {
        // It has ended meanwhile.
      }
    }
  }

  boolean isStopAsked() {
    lock.lock();
    try {
      return stopAsked;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the end; false if {@code limit} passed first. */
  boolean awaitEnd(Duration limit) throws InterruptedException {
    return thread.join(limit);
  }

  void report(Measure now) {
    change(() -> measure = now);
  }

  void say(String text) {
    change(() -> message = text);
  }

  void count(int photosNow) {
    change(() -> photos = photosNow);
  }

  void fail(List<Failure> more) {
    change(() -> {
      failureCount += more.size();
      failures.addAll(more.subList(0, Math.min(more.size(), MOST_FAILURES - failures.size())));
    });
  }

  private void run() {
    try {
      String result = work.run(this);
      end(isStopAsked() ? JobState.STOPPED : JobState.DONE, result);
    } catch (Throwable e) { // Whatever it is, who watches the job must see its end.
      if (isStopAsked()) {
        end(JobState.STOPPED, "Stopped");
      } else {
        end(
            JobState.FAILED,
            e instanceof LumiereException ? FailureText.of(e) : "It broke off: " + e);
      }
    }
  }

  private void end(JobState end, String text) {
    change(() -> {
      state = end;
      message = text;
      finished = Instant.now();
    });
  }

  private void requireGoingOn() {
    if (state.isEnd()) {
      throw HttpProblem.conflict("this job has ended: it is " + state.word());
    }
  }

  private void change(Runnable step) {
    lock.lock();
    try {
      step.run();
      version++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
