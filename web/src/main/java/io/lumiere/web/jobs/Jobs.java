package io.lumiere.web.jobs;

import io.lumiere.web.http.HttpProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The jobs of this server: those that go on, and the last that have ended. Thread-safe. */
final class Jobs implements AutoCloseable {
  /** The most jobs that go on at a time. */
  static final int MOST_RUNNING = 4;

  /** The most jobs that are remembered. */
  static final int MOST = 50;

  private static final Duration CLOSING = Duration.ofSeconds(60);

  private final List<Job> jobs = new ArrayList<>();
  private int lastId;
  private boolean closed;

  /**
   * Starts a job.
   *
   * @throws HttpProblem of status 409 if one goes on that writes the same, or too many go on
   */
  synchronized Job start(JobWork work) {
    for (Job job : running()) {
      if (job.writes().equals(work.writes())) {
        throw HttpProblem.conflict(
            "a job goes on already that writes the same: \""
                + job.view().title()
                + "\" (job "
                + job.id()
                + ")");
      }
    }
    requireRoom();
    lastId++;
    Job job = new Job(Integer.toString(lastId), work);
    jobs.add(job);
    forgetOldest();
    job.start();
    return job;
  }

  /**
   * Refuses one more job where too many go on.
   *
   * @throws HttpProblem of status 409 if so
   */
  synchronized void requireRoom() {
    if (closed || running().size() >= MOST_RUNNING) {
      throw HttpProblem.conflict(
          closed
              ? "the gallery is being closed"
              : MOST_RUNNING + " jobs go on already: wait until one has ended, or stop one");
    }
  }

  /** All of them, the newest first. */
  synchronized List<Job> all() {
    return List.copyOf(jobs.reversed());
  }

  synchronized Optional<Job> find(String id) {
    return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
  }

  /** Ends all jobs; what they have done is kept. */
  @Override
  public void close() {
    List<Job> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(jobs);
    }
    left.forEach(Job::stopQuietly);
    long end = System.nanoTime() + CLOSING.toNanos();
    try {
      for (Job job : left) {
        job.awaitEnd(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Job> running() {
    return jobs.stream().filter(job -> !job.view().state().isEnd()).toList();
  }

  private void forgetOldest() {
    for (int i = 0; i < jobs.size() && jobs.size() > MOST; i++) {
      if (jobs.get(i).view().state().isEnd()) {
        jobs.remove(i);
        i--;
      }
    }
  }
}
