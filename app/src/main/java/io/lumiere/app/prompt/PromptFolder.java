package io.lumiere.app.prompt;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The folder of the sockets of galleries, which its user alone may enter. Thread-safe. */
final class PromptFolder {
  private static final String NAME = "prompt";
  private static final String ENDING = ".sock";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private PromptFolder() {}

  /**
   * Where the socket of this process belongs; the folder is made.
   *
   * @param cache of the user
   * @throws IOException also where others may enter the folder, or it is a link
   * @throws UnsupportedOperationException on a system that has no such permissions
   */
  static Path socket(Path cache) throws IOException {
    Path folder = cache.resolve(NAME);
    Files.createDirectories(cache);
    try {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (FileAlreadyExistsException e) {
      // Of an earlier gallery; looked at below.
    }
    if (!Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).equals(OWNER_ONLY)) {
      throw new IOException("others may enter " + folder);
    }
    return folder.resolve(ProcessHandle.current().pid() + ENDING);
  }

  /** The sockets in a folder. By the older classes for files: the client waits for this. */
  static List<File> sockets(File folder) {
    List<File> sockets = new ArrayList<>();
    File[] found = folder.listFiles();
    for (File file : found == null ? new File[0] : found) {
      if (file.getName().endsWith(ENDING)) {
        sockets.add(file);
      }
    }
    return sockets;
  }
}
