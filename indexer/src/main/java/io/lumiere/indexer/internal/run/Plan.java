package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.Failure;
import io.lumiere.indexer.internal.scan.DiskFile;
import io.lumiere.indexer.internal.scan.ScanSink;
import io.lumiere.indexer.internal.store.KnownFailure;
import io.lumiere.indexer.internal.store.KnownPhoto;
import io.lumiere.indexer.internal.store.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is to be done: the difference between the archive and the index. Filled by the walk, then
 * read. Unchanged photos are counted and forgotten.
 */
final class Plan implements ScanSink {
  private final Map<String, KnownPhoto> missing;
  private final Map<String, KnownFailure> missingFailures;
  private final boolean retryFailures;
  private final boolean rereadAll;
  private final List<FileTask> tasks = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final Map<String, String> unreadable = new HashMap<>();
  private final Set<String> maybePhotos = new HashSet<>();
  private long found;
  private long unchanged;
  private long sameSize;
  private long others;

  /**
   * A plan before the walk.
   *
   * @param retryFailures whether files that failed are tried again
   * @param rereadAll whether the metadata of unchanged photos are read again
   */
  Plan(Snapshot snapshot, boolean retryFailures, boolean rereadAll) {
    this.rereadAll = rereadAll;
    this.missing = snapshot.photos();
    this.missingFailures = snapshot.failures();
    this.retryFailures = retryFailures;
  }

  @Override
  public void photo(DiskFile file) {
    found++;
    KnownPhoto known = missing.remove(file.path());
    KnownFailure failure = missingFailures.remove(file.path());
    if (known != null && known.size() == file.size()) {
      sameSize++;
      if (known.modified() == file.modified()
          && !rereadAll
          && Objects.equals(known.sidecars(), file.companionState())) {
        unchanged++;
        return;
      }
    }
    if (failure != null && isAsItWas(failure, file) && !retryFailures) {
      failures.add(new Failure(file.path(), failure.reason()));
      return;
    }
    tasks.add(new FileTask(file, known, failure != null));
  }

  private static boolean isAsItWas(KnownFailure failure, DiskFile file) {
    return failure.size() == file.size() && failure.modified() == file.modified();
  }

  @Override
  public void other() {
    others++;
  }

  @Override
  public void unreadable(String path, String reason, boolean maybePhoto) {
    unreadable.put(path, reason);
    if (maybePhoto) {
      maybePhotos.add(path);
    }
  }

  /** Files to be read, in the order of the walk. */
  List<FileTask> tasks() {
    return tasks;
  }

  /**
   * Failures that are known without reading a file. A broken link of any name counts where the
   * index has photos under it: the disk that it leads to may not be there today.
   */
  List<Failure> failures() {
    Set<String> notable = new HashSet<>(maybePhotos);
    for (String path : missing.keySet()) {
      notable.addAll(unreadableAncestors(path));
    }
    List<Failure> all = new ArrayList<>(failures);
    for (String path : notable) {
      all.add(new Failure(path.isEmpty() ? "." : path, unreadable.getOrDefault(path, "")));
    }
    return all;
  }

  /** Photos whose files are gone for certain: nothing unreadable may hide them. */
  Map<String, KnownPhoto> vanished() {
    return withoutHidden(missing);
  }

  /** Recorded failures whose files are gone for certain. */
  List<String> vanishedFailures() {
    return List.copyOf(withoutHidden(missingFailures).keySet());
  }

  private <T> Map<String, T> withoutHidden(Map<String, T> byPath) {
    Map<String, T> gone = new HashMap<>(byPath);
    gone.keySet().removeIf(path -> !unreadableAncestors(path).isEmpty());
    return gone;
  }

  /** Those of {@code path}, its folders and the root that could not be read. */
  private List<String> unreadableAncestors(String path) {
    List<String> ancestors = new ArrayList<>();
    if (unreadable.isEmpty()) {
      return ancestors;
    }
    String ancestor = path;
    while (true) {
      if (unreadable.containsKey(ancestor)) {
        ancestors.add(ancestor);
      }
      if (ancestor.isEmpty()) {
        return ancestors;
      }
      ancestor = ancestor.substring(0, Math.max(0, ancestor.lastIndexOf('/')));
    }
  }

  /** Photos in the archive. */
  long found() {
    return found;
  }

  /** Photos of the index that are in the archive as they were. */
  long unchanged() {
    return unchanged;
  }

  /** Photos of the index that are in the archive with the size that they had. */
  long sameSize() {
    return sameSize;
  }

  /** Files that are no photos. */
  long others() {
    return others;
  }
}
