package io.lumiere.indexer.internal.scan;

import io.lumiere.base.FailureText;
import io.lumiere.images.PhotoContent;
import io.lumiere.indexer.internal.ignore.IgnoreRules;
import io.lumiere.indexer.internal.kinds.FileKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the entries of one folder. For one thread, once. */
final class FolderVisit {
  /** Smaller files are not photos of any format. */
  private static final int LEAST_PHOTO = 16;

  private final Folder folder;
  private final IgnoreRules rules;
  private final Set<String> lossyPaths;
  private final ScanSink sink;
  private final FolderFiles files = new FolderFiles();
  private final List<Folder> subfolders = new ArrayList<>();
  private final List<Folder> links = new ArrayList<>();

  /**
   * A visit.
   *
   * @param rules those for what lies in the folder
   * @param lossyPaths paths that have lost something, of the whole walk
   */
  FolderVisit(Folder folder, IgnoreRules rules, Set<String> lossyPaths, ScanSink sink) {
    this.folder = folder;
    this.rules = rules;
    this.lossyPaths = lossyPaths;
    this.sink = sink;
  }

  /** The photos and the files next to them. */
  FolderFiles files() {
    return files;
  }

  /** Folders in it. */
  List<Folder> subfolders() {
    return subfolders;
  }

  /** Links to folders in it. */
  List<Folder> links() {
    return links;
  }

  void look(Path entry) {
    String name = entry.getFileName().toString();
    boolean lossy = FileNames.isLossy(name);
    if (lossy) {
      name = FileNames.utf8(entry);
    }
    String path = folder.pathOf(name);
    if (isHidden(entry, name) && Companion.kindOf(name) != Companion.Kind.PICASA) {
      sink.skipped("hidden");
      return;
    }
    try {
      BasicFileAttributes attributes = attributes(entry, name, path);
      if (attributes == null) {
        return;
      } else if (rules.ignores(path, attributes.isDirectory())) {
        sink.ignored(path);
        sink.skipped("ignored");
      } else if (attributes.isDirectory()) {
        lookAtFolder(entry, path, lossy);
      } else if (attributes.isRegularFile()) {
        lookAtFile(entry, path, lossy, attributes);
      } else {
        sink.skipped("special files");
      }
    } catch (IOException e) {
      sink.unreadable(path, FailureText.reason(e), true);
    }
  }

  /**
   * Attributes of the file that a link leads to; null where it leads nowhere, or the file is gone
   * meanwhile.
   */
  private @Nullable BasicFileAttributes attributes(Path entry, String name, String path)
      throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isSymbolicLink()) {
        return attributes;
      }
    } catch (NoSuchFileException e) {
      sink.unreadable(path, FailureText.reason(e), FileKind.of(name).isPhoto());
      return null;
    }
    try {
      return Files.readAttributes(entry, BasicFileAttributes.class);
    } catch (IOException e) {
      sink.unreadable(path, FailureText.reason(e), FileKind.of(name).isPhoto());
      return null;
    }
  }

  private void lookAtFolder(Path entry, String path, boolean lossy) throws IOException {
    boolean link = Files.isSymbolicLink(entry);
    Path real = link ? entry.toRealPath() : folder.real().resolve(entry.getFileName());
    Folder found = new Folder(entry, real, path, folder.lossy() || lossy, rules);
    if (SkippedFolders.skips(folder.name(), found.name())
        || SkippedFolders.skips(folder.realName(), found.name())) {
      sink.skipped("system folders");
    } else {
      (link ? links : subfolders).add(found);
    }
  }

  private void lookAtFile(Path entry, String path, boolean lossy, BasicFileAttributes attributes)
      throws IOException {
    FileKind kind = FileKind.of(path);
    long modified = attributes.lastModifiedTime().toMillis();
    if (!kind.isPhoto() && !isPhotoByContent(kind, entry, path, attributes.size())) {
      sink.skipped(kind.label(path));
      Companion.Kind companion = Companion.kindOf(path);
      if (companion != null) {
        files.addCompanion(new Companion(companion, entry, path, attributes.size(), modified));
      }
    } else if (FileNames.isLossy(path) && !lossyPaths.add(path)) {
      sink.unreadable(path, "another name is the same once it is read as Unicode: rename it", true);
    } else {
      boolean odd = folder.lossy() || lossy;
      files.addPhoto(new DiskFile(path, odd ? entry : null, attributes.size(), modified));
    }
  }

  private boolean isPhotoByContent(FileKind kind, Path entry, String path, long size) {
    if (!kind.mayHoldPhoto() || size < LEAST_PHOTO) {
      return false;
    }
    try {
      return PhotoContent.isPhoto(entry);
    } catch (IOException e) {
      sink.unreadable(path, FailureText.reason(e), kind == FileKind.UNKNOWN);
      return false;
    }
  }

  private static boolean isHidden(Path entry, String name) {
    try {
      return name.startsWith(".") || Files.isHidden(entry);
    } catch (IOException e) {
      return false; // The error appears again when the attributes are read.
    }
  }
}
