package io.lumiere.web.jobs;

import io.lumiere.base.LumiereException;
import io.lumiere.indexer.Failure;
import io.lumiere.indexer.Progress;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.web.archives.ArchiveEntry;
import io.lumiere.web.archives.ArchiveState;
import io.lumiere.web.archives.Archives;
import java.util.List;

/** How far photos are worked on, as a job says it; the archive shows what is committed. */
final class PhotoProgress implements ProgressListener {
  private static final System.Logger LOG = System.getLogger(PhotoProgress.class.getName());
  private static final long COUNT_NANOS = 2_000_000_000;

  private final Job job;
  private final Archives archives;
  private final ArchiveEntry entry;
  private long counted = System.nanoTime() - COUNT_NANOS;
  private boolean warned;

  PhotoProgress(Job job, Archives archives, ArchiveEntry entry) {
    this.job = job;
    this.archives = archives;
    this.entry = entry;
  }

  @Override
  public void progress(Progress progress) {
    Long total = progress.total().isPresent() ? progress.total().getAsLong() : null;
    job.report(new Measure(progress.done(), total, progress.rate(), progress.remaining()));
    job.say(
        switch (progress.phase()) {
          case SCANNING -> "Looking for photos";
          case INDEXING -> "Reading photos";
          case FINISHING -> "Finishing";
        });
    if (System.nanoTime() - counted >= COUNT_NANOS) {
      count();
      counted = System.nanoTime();
    }
  }

  @Override
  public void failed(List<Failure> failures) {
    job.fail(failures);
  }

  /**
   * Counts what a search finds by now, which opens an archive that has its first commit. One that
   * was taken off the list meanwhile is not opened again. What cannot be counted ends no job: it is
   * a warning, one for each job, since it is tried every two seconds.
   */
  void count() {
    try {
      archives.refresh(entry.id());
      archives
          .find(entry.id())
          .map(archives::state)
          .map(ArchiveState::open)
          .ifPresent(open -> job.count(open.count()));
    } catch (LumiereException e) {
      if (!warned) {
        warned = true;
        LOG.log(System.Logger.Level.WARNING, "the photos of an index run could not be counted", e);
      }
    }
  }
}
