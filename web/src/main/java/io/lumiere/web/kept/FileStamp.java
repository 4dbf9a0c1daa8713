package io.lumiere.web.kept;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * Tells states of a file apart without reading it: each change puts a new file in its place.
 *
 * @param key what the file system calls the file; null where it has no names of its own
 */
record FileStamp(@Nullable FileTime modified, long bytes, @Nullable Object key) {
  private static final FileStamp ABSENT = new FileStamp(null, 0, null);

  static FileStamp of(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    } catch (NoSuchFileException e) {
      return ABSENT;
    }
  }

  boolean isAbsent() {
    return modified == null;
  }

  /** Makes a rename in a file's folder outlast a failure of power, where the system can. */
  static void syncFolder(Path file) {
    try (FileChannel folder =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      // Windows opens no folders; the file itself is on the disk.
    }
  }
}
