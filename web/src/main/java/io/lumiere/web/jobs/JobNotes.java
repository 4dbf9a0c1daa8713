package io.lumiere.web.jobs;

import io.lumiere.models.download.DownloadProgress;
import io.lumiere.workspace.setup.SetupListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What set-up says, as the message and the measure of a job. Thread-safe, as its callers need. */
final class JobNotes implements SetupListener {
  private final Job job;
  private final long total;
  private final Map<String, Long> done = new HashMap<>();

  /**
   * Notes of a job.
   *
   * @param total bytes of all files that are downloaded; 0 where that is not known
   */
  JobNotes(Job job, long total) {
    this.job = job;
    this.total = total;
  }

  @Override
  public void note(String text) {
    job.say(text);
  }

  @Override
  public synchronized void progress(DownloadProgress progress) {
    done.put(progress.file(), progress.done());
    long sum = done.values().stream().mapToLong(Long::longValue).sum();
    long all = Math.max(total, sum);
    double rate = progress.bytesPerSecond();
    job.report(
        new Measure(
            sum, all, rate, rate > 0 ? Duration.ofSeconds(Math.round((all - sum) / rate)) : null));
  }
}
