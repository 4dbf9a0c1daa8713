package io.lumiere.indexer.internal.scan;

import io.lumiere.base.FailureText;
import io.lumiere.indexer.internal.ignore.IgnoreRules;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Walks an archive in the order of names. A folder's photos are given once all its files are known.
 * Hidden files and folders, {@link SkippedFolders}, and what {@link IgnoreRules} or a file {@value
 * #NO_MEDIA} exclude, are skipped; the root is walked even if it has a {@value #NO_MEDIA}, because
 * a person named it. Links to files are followed. Links to folders are followed after all real
 * folders, each folder once, and never to a folder that contains the archive: so a photo keeps the
 * path that it has without links, and no walk is endless. What cannot be read is reported, and the
 * walk goes on.
 */
public final class Scanner {
  /** A file that asks programs to show nothing of its folder and those below. */
  static final String NO_MEDIA = ".nomedia";

  private final Path root;
  private final @Nullable Path skippedFolder;
  private final boolean followLinks;
  private final IgnoreRules rules;
  private final BooleanSupplier stopped;
  private final ScanSink sink;

  private final Deque<Folder> folders = new ArrayDeque<>();
  private final Deque<Folder> links = new ArrayDeque<>();
  private final Set<Path> visited = new HashSet<>();
  private final Set<String> lossyPaths = new HashSet<>();
  private long photos;

  /**
   * A walk of {@code root}.
   *
   * @param skippedFolder the index, which may lie in the archive; null where it is not a folder
   * @param followLinks whether links to folders are followed
   * @param rules what is ignored, in addition to what ignore files say
   * @param stopped asked before each file; true ends the walk
   */
  public Scanner(
      Path root,
      @Nullable Path skippedFolder,
      boolean followLinks,
      IgnoreRules rules,
      BooleanSupplier stopped,
      ScanSink sink) {
    this.root = root;
    this.skippedFolder = skippedFolder;
    this.followLinks = followLinks;
    this.rules = rules;
    this.stopped = stopped;
    this.sink = sink;
  }

  /**
   * Walks; once only.
   *
   * @throws IOException if the root itself cannot be found
   */
  public void scan() throws IOException {
    Path real = root.toRealPath();
    for (Path parent = real.getParent(); parent != null; parent = parent.getParent()) {
      visited.add(parent);
    }
    if (skippedFolder != null && Files.exists(skippedFolder)) {
      visited.add(skippedFolder.toRealPath());
    }
    folders.push(new Folder(root, real, "", false, rules));
    while (!stopped.getAsBoolean()) {
      Folder next = folders.isEmpty() ? links.poll() : folders.pop();
      if (next == null) {
        return;
      }
      if (visited.add(next.real())) {
        walk(next);
      }
    }
  }

  private void walk(Folder folder) {
    if (!folder.isRoot() && isThere(folder, NO_MEDIA)) {
      sink.ignored(folder.path());
      sink.skipped("ignored");
      return;
    }
    IgnoreRules inside = rulesInside(folder);
    if (inside == null) {
      return;
    }
    FolderVisit visit = new FolderVisit(folder, inside, lossyPaths, sink);
    for (Path entry : list(folder)) {
      if (stopped.getAsBoolean()) {
        return;
      }
      visit.look(entry);
      sink.looking(photos + visit.files().photoCount());
    }
    photos += visit.files().photoCount();
    for (DiskFile photo : visit.files().photos(this::isStopped)) {
      if (stopped.getAsBoolean()) {
        return;
      }
      sink.photo(photo);
    }
    // Reversed, since the stack returns the last first.
    visit.subfolders().reversed().forEach(folders::push);
    if (followLinks) {
      links.addAll(visit.links());
    }
  }

  /**
   * Says that the walk goes on while names are joined, which takes a while where there are many.
   */
  private boolean isStopped() {
    sink.looking(photos);
    return stopped.getAsBoolean();
  }

  /**
   * The rules for what lies in a folder; null where they cannot be read, since a person may want
   * all of it ignored.
   */
  private @Nullable IgnoreRules rulesInside(Folder folder) {
    if (!isThere(folder, IgnoreRules.FILE)) {
      return folder.rules();
    }
    try {
      return folder.rules().with(folder.file().resolve(IgnoreRules.FILE), folder.path());
    } catch (IOException e) {
      sink.unreadable(
          folder.path(),
          "its "
              + IgnoreRules.FILE
              + " cannot be read ("
              + FailureText.reason(e)
              + "), so nothing in the folder is read",
          true);
      return null;
    }
  }

  private static boolean isThere(Folder folder, String name) {
    return Files.exists(folder.file().resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  private List<Path> list(Folder folder) {
    List<Path> entries = new ArrayList<>();
    boolean isEmpty = true;
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.file())) {
      for (Path entry : stream) {
        if (stopped.getAsBoolean()) {
          return entries;
        }
        isEmpty = false;
        if (!isRule(entry)) {
          entries.add(entry);
        }
      }
      if (isEmpty) {
        sink.empty(folder.path());
      }
    } catch (IOException e) {
      sink.unreadable(folder.path(), "the folder cannot be read: " + FailureText.reason(e), true);
    } catch (DirectoryIteratorException e) {
      String reason = FailureText.reason(Objects.requireNonNull(e.getCause()));
      sink.unreadable(folder.path(), "the folder cannot be read to its end: " + reason, true);
    }
    entries.sort(Comparator.comparing(Path::toString));
    return entries;
  }

  private static boolean isRule(Path entry) {
    String name = entry.getFileName().toString();
    return name.equals(IgnoreRules.FILE) || name.equals(NO_MEDIA);
  }
}
