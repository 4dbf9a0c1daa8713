package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.store.KnownPhoto;
import io.lumiere.indexer.store.SharedWork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The work of a plan that is shared with other machines: takes one part after the other until all
 * are done by somebody. For one thread, once.
 *
 * <p>Each part begins with a look at what the store has of it by now: somebody who died may have
 * done the half of it. Photos whose files are gone are removed when all files are read, as one of
 * them may be a photo that was moved.
 */
final class SharedRun {
  private static final long PAUSE_MILLIS = 250;

  /** So many paths are asked for at a time. */
  private static final int LOOKED_UP = 10_000;

  private final Path archive;
  private final SharedWork work;
  private final Plan plan;
  private final Tally tally;
  private final RunState state;
  private final Ticker ticker;
  private final BitSet counted = new BitSet();

  SharedRun(Path archive, SharedWork work, Plan plan, Tally tally, RunState state, Ticker ticker) {
    this.archive = archive;
    this.work = work;
    this.plan = plan;
    this.tally = tally;
    this.state = state;
    this.ticker = ticker;
  }

  /** Reads and writes files, and commits. */
  interface Indexing {
    void run(List<FileTask> tasks, Map<String, KnownPhoto> missing);
  }

  /**
   * Runs.
   *
   * @param terms what all machines must have in common
   * @param joined done when it is clear that they have it, before anything is written
   * @param indexing for the files of a part
   * @param removal removes the photos at these paths, and commits
   */
  void run(
      Map<String, String> terms,
      Runnable joined,
      Indexing indexing,
      Consumer<List<String>> removal) {
    List<FileTask> tasks = plan.tasks();
    int count = work.join(terms, tasks.size());
    if (state.isStopped()) {
      return;
    }
    joined.run();
    Parts parts = new Parts(count, tasks, plan.missing());
    while (!state.isStopped()) {
      state.awaitRelease();
      OptionalInt taken = work.take();
      countDone(parts, count);
      if (taken.isPresent()) {
        int part = taken.getAsInt();
        if (part == count) {
          removal.accept(stillGone());
        } else {
          counted.set(part);
          index(parts, part, indexing);
        }
        if (!state.isStopped()) {
          work.done(part);
        }
      } else if (work.isDone(count)) {
        return;
      } else {
        pause();
      }
      ticker.tick(tally);
    }
  }

  private void index(Parts parts, int part, Indexing indexing) {
    List<FileTask> tasks = parts.tasks(part);
    Map<String, KnownPhoto> missing = new HashMap<>(parts.missing(part));
    Set<String> paths = new HashSet<>(missing.keySet());
    tasks.forEach(task -> paths.add(task.path()));
    Map<String, KnownPhoto> now = now(paths);
    missing.keySet().retainAll(now.keySet());
    List<FileTask> left = new ArrayList<>();
    for (FileTask task : tasks) {
      KnownPhoto known = now.get(task.path());
      if (!isDone(task, known)) {
        left.add(new FileTask(task.file(), known, task.failedBefore()));
      }
    }
    tally.countElsewhere(tasks.size() - left.size());
    if (!left.isEmpty()) {
      indexing.run(left, missing);
    }
  }

  /** Whether somebody has written the photo since the plan was made, from the file as it is. */
  private static boolean isDone(FileTask task, @Nullable KnownPhoto now) {
    if (now == null || now.equals(task.known())) {
      return false;
    }
    return now.size() == task.file().size()
        && now.modified() == task.file().modified()
        && Objects.equals(now.sidecars(), task.file().companionState());
  }

  /**
   * Photos that nobody has moved, and whose files nobody has put there again meanwhile. Those stay
   * that a new file may be which nobody could read: a photo keeps its size and time when it moves.
   */
  private List<String> stillGone() {
    Map<String, KnownPhoto> gone = now(plan.missing().keySet());
    Set<List<Long>> unread = unread(gone.values());
    return gone.entrySet().stream()
        .filter(photo -> !unread.contains(state(photo.getValue())))
        .map(Map.Entry::getKey)
        .filter(path -> !Files.exists(archive.resolve(path)) || plan.isIgnored(path))
        .sorted()
        .toList();
  }

  /** Sizes and times of new files that are not in the store, of those that these photos have. */
  private Set<List<Long>> unread(Collection<KnownPhoto> gone) {
    Set<List<Long>> states = new HashSet<>();
    gone.forEach(photo -> states.add(state(photo)));
    Map<String, List<Long>> files = new HashMap<>();
    for (FileTask task : plan.tasks()) {
      List<Long> state = List.of(task.file().size(), task.file().modified());
      if (task.known() == null && states.contains(state)) {
        files.put(task.path(), state);
      }
    }
    files.keySet().removeAll(now(files.keySet()).keySet());
    return new HashSet<>(files.values());
  }

  private static List<Long> state(KnownPhoto photo) {
    return List.of(photo.size(), photo.modified());
  }

  private Map<String, KnownPhoto> now(Collection<String> paths) {
    List<String> all = List.copyOf(paths);
    Map<String, KnownPhoto> photos = new HashMap<>();
    for (int i = 0; i < all.size() && !state.isStopped(); i += LOOKED_UP) {
      photos.putAll(work.now(all.subList(i, Math.min(all.size(), i + LOOKED_UP))));
      ticker.tick(tally);
    }
    return photos;
  }

  /** Counts the parts that others have done. */
  private void countDone(Parts parts, int count) {
    for (int part = counted.nextClearBit(0); part < count; part = counted.nextClearBit(part + 1)) {
      if (work.isDone(part)) {
        counted.set(part);
        tally.countElsewhere(parts.tasks(part).size());
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody has this thread to interrupt it", e);
    }
  }
}
