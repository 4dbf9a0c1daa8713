package io.lumiere.indexer.internal.scan;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Walks an archive in the order of names. A folder's photos are given once all its files are known.
 * Hidden files and folders and {@link SkippedFolders} are passed over. Links to files are followed.
 * Links to folders are followed after all folders proper, each folder once, and never to a folder
 * that holds the archive: a photo keeps the path that it has without links, and no walk is endless.
 * What cannot be read is reported, and the walk goes on.
 */
public final class Scanner {
  private final Path root;
  private final Path skippedFolder;
  private final boolean followLinks;
  private final BooleanSupplier stopped;
  private final ScanSink sink;

  private final Deque<Folder> folders = new ArrayDeque<>();
  private final Deque<Folder> links = new ArrayDeque<>();
  private final Set<Path> visited = new HashSet<>();
  private final Set<String> lossyPaths = new HashSet<>();

  /**
   * A folder to be walked.
   *
   * @param file as the walk came to it
   * @param real without links
   * @param path relative to the root
   * @param lossy whether {@code path} cannot be turned back into {@code file}
   */
  private record Folder(Path file, Path real, String path, boolean lossy) {
    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /**
   * A walk of {@code root}.
   *
   * @param skippedFolder the index, which may lie in the archive
   * @param followLinks whether links to folders are followed
   * @param stopped asked before each folder; true ends the walk
   */
  public Scanner(
      Path root, Path skippedFolder, boolean followLinks, BooleanSupplier stopped, ScanSink sink) {
    this.root = root;
    this.skippedFolder = skippedFolder;
    this.followLinks = followLinks;
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
    if (Files.exists(skippedFolder)) {
      visited.add(skippedFolder.toRealPath());
    }
    folders.push(new Folder(root, real, "", false));
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
    List<Folder> subfolders = new ArrayList<>();
    FolderFiles files = new FolderFiles();
    for (Path entry : list(folder)) {
      visit(folder, entry, subfolders, files);
    }
    files.photos().forEach(sink::photo);
    // The stack gives the last first.
    subfolders.reversed().forEach(folders::push);
  }

  private List<Path> list(Folder folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.file())) {
      stream.forEach(entries::add);
    } catch (IOException e) {
      sink.unreadable(folder.path(), "the folder cannot be read: " + Reasons.of(e), true);
    } catch (DirectoryIteratorException e) {
      String reason = Reasons.of(Objects.requireNonNull(e.getCause()));
      sink.unreadable(folder.path(), "the folder cannot be read to its end: " + reason, true);
    }
    entries.sort(Comparator.comparing(Path::toString));
    return entries;
  }

  private void visit(Folder folder, Path entry, List<Folder> subfolders, FolderFiles files) {
    String name = entry.getFileName().toString();
    boolean lossy = Names.isLossy(name);
    if (lossy) {
      name = Names.utf8(entry);
    }
    if (isHidden(entry, name)) {
      return;
    }
    String path = folder.path().isEmpty() ? name : folder.path() + "/" + name;
    try {
      visit(folder, entry, path, folder.lossy() || lossy, subfolders, files);
    } catch (IOException e) {
      sink.unreadable(path, Reasons.of(e), PhotoExtensions.isPhoto(name));
    }
  }

  private void visit(
      Folder folder,
      Path entry,
      String path,
      boolean lossy,
      List<Folder> subfolders,
      FolderFiles files)
      throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    boolean link = attributes.isSymbolicLink();
    if (link) {
      attributes = Files.readAttributes(entry, BasicFileAttributes.class);
    }
    if (attributes.isRegularFile()) {
      visitFile(entry, path, lossy, attributes, files);
    } else if (attributes.isDirectory()) {
      Path real = link ? entry.toRealPath() : folder.real().resolve(entry.getFileName());
      Folder found = new Folder(entry, real, path, lossy);
      if (SkippedFolders.skips(folder.name(), found.name())) {
        return;
      }
      if (!link) {
        subfolders.add(found);
      } else if (followLinks) {
        links.add(found);
      }
    }
  }

  private void visitFile(
      Path entry, String path, boolean lossy, BasicFileAttributes attributes, FolderFiles files) {
    if (!PhotoExtensions.isPhoto(path)) {
      sink.other();
      Companion.Kind kind = Companion.kindOf(path);
      if (kind != null) {
        long modified = attributes.lastModifiedTime().toMillis();
        files.addCompanion(new Companion(kind, entry, path, attributes.size(), modified));
      }
    } else if (Names.isLossy(path) && !lossyPaths.add(path)) {
      sink.unreadable(path, "another name is the same once it is read as Unicode: rename it", true);
    } else {
      files.addPhoto(
          new DiskFile(
              path,
              lossy ? entry : null,
              attributes.size(),
              attributes.lastModifiedTime().toMillis()));
    }
  }

  private static boolean isHidden(Path entry, String name) {
    try {
      return name.startsWith(".") || Files.isHidden(entry);
    } catch (IOException e) {
      return false; // It will be met again when its attributes are read.
    }
  }
}
