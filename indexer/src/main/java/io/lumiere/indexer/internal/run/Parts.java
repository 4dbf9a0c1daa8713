package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.store.KnownPhoto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be done in which part. It depends on the size and the time of a file alone, which it
 * keeps when it is moved: so the machine that meets a photo at a new place is the one that misses
 * it at the old place, whatever the others do. Immutable.
 */
final class Parts {
  private final List<List<FileTask>> tasks = new ArrayList<>();
  private final List<Map<String, KnownPhoto>> missing = new ArrayList<>();

  /**
   * The parts of a plan.
   *
   * @param all the files to be read
   * @param gone photos whose files are not where they were
   */
  Parts(int count, List<FileTask> all, Map<String, KnownPhoto> gone) {
    for (int part = 0; part < count; part++) {
      tasks.add(new ArrayList<>());
      missing.add(new HashMap<>());
    }
    all.forEach(
        task -> tasks.get(part(task.file().size(), task.file().modified(), count)).add(task));
    gone.forEach(
        (path, known) -> missing.get(part(known.size(), known.modified(), count)).put(path, known));
  }

  List<FileTask> tasks(int part) {
    return List.copyOf(tasks.get(part));
  }

  Map<String, KnownPhoto> missing(int part) {
    return Map.copyOf(missing.get(part));
  }

  /** All machines must agree on it, so it may not change while they run different versions. */
  private static int part(long size, long modified, int count) {
    long mixed = (size * 0x9E3779B97F4A7C15L + modified) * 0xBF58476D1CE4E5B9L;
    return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 32), count);
  }
}
