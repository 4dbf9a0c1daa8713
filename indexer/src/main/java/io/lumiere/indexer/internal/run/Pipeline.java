package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.StageTimes.Stage;
import io.lumiere.indexer.store.KnownFailure;
import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.schema.Fields;
import io.lumiere.schema.PhotoDocuments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * Reads, encodes and writes files: a few threads read ahead, so that slow disks and busy cores do
 * not wait for each other; each worker takes one file at a time from its bytes to the index. The
 * bytes in memory are bounded.
 */
final class Pipeline {
  private static final int LOADERS = 2;
  private static final long POLL_MILLIS = 100;

  private final List<FileTask> tasks;
  private final FileLoader loader;
  private final FileWork work;
  private final PhotoStore store;
  private final Tally tally;
  private final RunState run;
  private final StageClock clock;
  private final int workerCount;

  private final ByteBudget budget = new ByteBudget(Memory.fileBudget());
  private final AtomicInteger nextTask = new AtomicInteger();
  private final BlockingQueue<LoadedFile> loaded;
  private final CountDownLatch loaders = new CountDownLatch(LOADERS);
  private final CountDownLatch workers;

  Pipeline(
      List<FileTask> tasks,
      FileLoader loader,
      FileWork work,
      PhotoStore store,
      Tally tally,
      RunState run,
      StageClock clock,
      int workerCount) {
    this.tasks = tasks;
    this.loader = loader;
    this.work = work;
    this.store = store;
    this.tally = tally;
    this.run = run;
    this.clock = clock;
    this.workerCount = workerCount;
    this.loaded = new ArrayBlockingQueue<>(workerCount + LOADERS);
    this.workers = new CountDownLatch(workerCount);
  }

  void start() {
    clock.begin();
    for (int i = 1; i <= LOADERS; i++) {
      startThread("lumiere-read-" + i, this::load, loaders);
    }
    for (int i = 1; i <= workerCount; i++) {
      startThread("lumiere-encode-" + i, this::work, workers);
    }
  }

  /** Waits until all work is done, or, after a stop or an error, what is still in flight. */
  boolean await(long millis) {
    try {
      return workers.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody has this thread to interrupt it", e);
    }
  }

  private interface Body {
    void run() throws InterruptedException;
  }

  private void startThread(String name, Body body, CountDownLatch done) {
    Runnable guarded =
        () -> {
          try {
            body.run();
          } catch (Throwable e) { // Whatever the error is, the run must end and report it.
            run.fail(e);
          } finally {
            done.countDown();
          }
        };
    Thread.ofPlatform().name(name).daemon(true).start(guarded);
  }

  private void load() throws InterruptedException {
    while (!run.isEnding()) {
      run.awaitRelease();
      int index = nextTask.getAndIncrement();
      if (index >= tasks.size()) {
        return;
      }
      load(tasks.get(index));
    }
  }

  private void load(FileTask task) throws InterruptedException {
    long size = task.file().size();
    try {
      loader.check(task);
      if (!clock.time(Stage.WAIT_FOR_ROOM, () -> budget.acquire(size, run))) {
        return;
      }
      LoadedFile file = loaded(task);
      clock.time(Stage.WAIT_FOR_ROOM, () -> isPassedOn(file));
    } catch (FileFailure e) {
      record(task, e);
    }
  }

  private LoadedFile loaded(FileTask task) throws FileFailure {
    try {
      return clock.time(Stage.READ, () -> loader.load(task));
    } catch (FileFailure e) {
      budget.release(task.file().size());
      throw e;
    }
  }

  /** Waits for a worker; false where the run ended first. */
  private boolean isPassedOn(LoadedFile file) throws InterruptedException {
    while (!loaded.offer(file, POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      if (run.isBroken() || run.isAbandoned()) {
        return false;
      }
    }
    return true;
  }

  private void work() throws InterruptedException {
    LoadedFile file = next();
    while (file != null) {
      process(file);
      budget.release(file.task().file().size());
      file = next();
    }
  }

  private @Nullable LoadedFile next() throws InterruptedException {
    while (!run.isBroken() && !run.isAbandoned()) {
      run.awaitRelease();
      // Asked before the queue: so what a loader added just before it ended is still found.
      boolean last = loaders.getCount() == 0;
      LoadedFile file =
          clock.time(
              Stage.WAIT_FOR_FILES,
              () -> loaded.poll(last ? 0 : POLL_MILLIS, TimeUnit.MILLISECONDS));
      if (file != null || last) {
        return file;
      }
    }
    return null;
  }

  private void process(LoadedFile file) {
    try {
      Change change = read(file);
      run.land(() -> {
        clock.time(
            Stage.WRITE,
            () -> {
              work.write(store, change);
              return change;
            });
        tally.count(change.kind(), file.bytes().length);
        if (change.isDamaged()) {
          tally.countDamaged();
        }
      });
    } catch (FileFailure e) {
      record(file.task(), e);
    }
  }

  private Change read(LoadedFile file) throws FileFailure {
    try {
      return work.read(file);
    } catch (OutOfMemoryError e) {
      throw Memory.failure(e);
    }
  }

  /**
   * Records a failure in the index. A photo that the index has stays there if only the reading
   * failed this time.
   */
  private void record(FileTask task, FileFailure failure) {
    run.land(() -> recordNow(task, failure));
  }

  private void recordNow(FileTask task, FileFailure failure) {
    if (!failure.isLasting()) {
      work.passOver(task);
    }
    if (failure.isLasting() || task.known() == null || work.recordsPassingFailures()) {
      List<Term> replaced = new ArrayList<>();
      if (task.failedBefore()) {
        replaced.add(new Term(Fields.FAILURE_PATH, task.path()));
      }
      if (task.known() != null && failure.isLasting()) {
        replaced.add(new Term(Fields.PATH, task.path()));
      }
      long size = failure.isLasting() ? task.file().size() : KnownFailure.RETRY;
      store.replace(
          replaced,
          PhotoDocuments.toFailure(
              task.path(), failure.reason(), size, Instant.ofEpochMilli(task.file().modified())));
    }
    tally.fail(task.path(), failure.reason());
  }
}
