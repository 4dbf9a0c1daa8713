package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.Failure;
import io.lumiere.indexer.internal.scan.DiskFile;
import io.lumiere.indexer.store.KnownFailure;
import io.lumiere.indexer.store.KnownPhoto;
import io.lumiere.indexer.store.StoredPhotos;
import io.lumiere.schema.SkippedFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The work of a run: the difference between the archive and the index. Filled by the walk, then
 * read. Unchanged photos are counted and forgotten.
 */
final class Plan {
  /** So many photos of one folder take a while to encode again; a disk rather has folders. */
  private static final int DISK = 100;

  private final Map<String, KnownPhoto> missing;
  private final Map<String, KnownFailure> missingFailures;
  private final boolean retryFailures;
  private final Rereads rereads;
  private final List<FileTask> tasks = new ArrayList<>();
  private final List<FileTask> tasksAgain = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final Map<String, String> unreadable = new HashMap<>();
  private final Set<String> empty = new HashSet<>();
  private final Set<String> maybePhotos = new HashSet<>();
  private long found;
  private long unchanged;
  private long sameSize;
  private final Map<String, Long> skipped = new TreeMap<>();
  private final Set<String> ignored = new HashSet<>();
  private final List<String> settledFailures = new ArrayList<>();

  /**
   * A plan before the walk.
   *
   * @param retryFailures whether files that failed are tried again
   * @param rereads which photos are read again although they seem to be as they were
   */
  Plan(StoredPhotos snapshot, boolean retryFailures, Rereads rereads) {
    this.rereads = rereads;
    this.missing = snapshot.photos();
    this.missingFailures = snapshot.failures();
    this.retryFailures = retryFailures;
  }

  void photo(DiskFile file) {
    found++;
    KnownPhoto known = missing.remove(file.path());
    KnownFailure failure = missingFailures.remove(file.path());
    boolean asked = rereads.isAsked(file);
    if (known != null && known.size() == file.size()) {
      sameSize++;
      if (known.modified() == file.modified()
          && Objects.equals(known.sidecars(), file.companionState())) {
        if (asked || rereads.isDue(file, known)) {
          tasksAgain.add(new FileTask(file, known, failure != null));
          return;
        }
        unchanged++;
        if (failure != null) {
          settledFailures.add(file.path());
        }
        return;
      }
    }
    if (failure != null && isAsItWas(failure, file) && !retryFailures && !asked) {
      failures.add(new Failure(file.path(), failure.reason()));
      return;
    }
    tasks.add(new FileTask(file, known, failure != null));
  }

  private static boolean isAsItWas(KnownFailure failure, DiskFile file) {
    return failure.size() == file.size() && failure.modified() == file.modified();
  }

  void skipped(String kind) {
    skipped.merge(kind, 1L, Long::sum);
  }

  void ignored(String path) {
    ignored.add(path);
  }

  void unreadable(String path, String reason, boolean maybePhoto) {
    unreadable.put(path, reason);
    if (maybePhoto) {
      maybePhotos.add(path);
    }
  }

  /** A folder that is empty, of which photos are not removed. */
  void empty(String path) {
    empty.add(path);
  }

  /**
   * Files to be read, in the order of the walk. Those that are in the index already come last, so
   * that new photos do not wait while a new version reads all of the old ones again.
   */
  List<FileTask> tasks() {
    List<FileTask> all = new ArrayList<>(tasks);
    all.addAll(tasksAgain);
    return all;
  }

  /**
   * Failures that are known without reading a file. A broken link of any name counts where the
   * index has photos under it: the disk that it leads to may not be there today.
   */
  List<Failure> failures() {
    List<Failure> all = new ArrayList<>(failures);
    all.addAll(unreadable());
    return all;
  }

  /** Those of them that are files and folders that the walk could not look at. */
  List<Failure> unreadable() {
    Set<String> notable = new HashSet<>(maybePhotos);
    for (String path : missing.keySet()) {
      notable.addAll(ancestorsIn(unreadable.keySet(), path));
    }
    List<Failure> all = new ArrayList<>();
    for (String path : notable) {
      all.add(new Failure(path.isEmpty() ? "." : path, unreadable.getOrDefault(path, "")));
    }
    return all;
  }

  /**
   * Photos whose files are gone: they do not lie under anything that could not be read. They may be
   * found elsewhere; those that are not, and lie under {@link #emptyAbove}, stay in the index.
   */
  Map<String, KnownPhoto> missing() {
    return withoutHidden(missing);
  }

  /**
   * Recorded failures whose files are certainly gone, or are unchanged photos by now.
   *
   * @param kept folders of which nothing is removed
   */
  List<String> missingFailures(Set<String> kept) {
    List<String> gone = new ArrayList<>(settledFailures);
    gone.addAll(withoutHidden(missingFailures).keySet());
    gone.removeIf(path -> isUnder(kept, path));
    return gone;
  }

  /**
   * The empty folders above photos that nobody has found elsewhere, which may be places of disks: a
   * disk that is not mounted leaves such a folder, and its photos are to be there as before when it
   * is again. Where there were only a few photos and no folders, they were rather deleted.
   */
  Set<String> emptyAbove(Collection<String> paths) {
    Map<String, Integer> above = new HashMap<>();
    for (String path : paths) {
      for (String folder : ancestorsIn(empty, path)) {
        boolean hasFolders = path.indexOf('/', folder.length() + 1) >= 0;
        above.merge(folder, hasFolders ? DISK : 1, (a, b) -> Math.min(DISK, a + b));
      }
    }
    above.values().removeIf(photos -> photos < DISK);
    return new TreeSet<>(above.keySet());
  }

  /** Whether a path, or a folder that it is in, is one of {@code set}. */
  static boolean isUnder(Set<String> set, String path) {
    return !ancestorsIn(set, path).isEmpty();
  }

  /** The reason of a failure that is recorded at a path where no photo was found. */
  @Nullable String recordedReason(String path) {
    KnownFailure known = missingFailures.get(path);
    return known == null ? null : known.reason();
  }

  private <T> Map<String, T> withoutHidden(Map<String, T> byPath) {
    if (unreadable.isEmpty()) {
      return Collections.unmodifiableMap(byPath); // A copy of a million would be large.
    }
    Map<String, T> gone = new HashMap<>(byPath);
    gone.keySet().removeIf(path -> isUnder(unreadable.keySet(), path));
    return gone;
  }

  /** Which of {@code path}, its folders and the root are in a set. */
  private static List<String> ancestorsIn(Set<String> set, String path) {
    List<String> ancestors = new ArrayList<>();
    if (set.isEmpty()) {
      return ancestors;
    }
    String ancestor = path;
    while (true) {
      if (set.contains(ancestor)) {
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

  /** The same, and new files of the size and time of one that is missing: it was moved. */
  long sameOrMoved() {
    Set<List<Long>> moved = new HashSet<>();
    missing.values().forEach(photo -> moved.add(List.of(photo.size(), photo.modified())));
    return sameSize
        + tasks.stream()
            .map(FileTask::file)
            .filter(file -> moved.contains(List.of(file.size(), file.modified())))
            .count();
  }

  /** Files that are not photos, or are ignored. */
  SkippedFiles skipped() {
    return new SkippedFiles(skipped);
  }

  /** Whether a photo whose file is there is passed over. */
  boolean isIgnored(String path) {
    return isUnder(ignored, path);
  }

  /** How many of these photos still have their file, but are ignored. */
  long countIgnored(Collection<String> paths) {
    return paths.stream().filter(this::isIgnored).count();
  }
}
