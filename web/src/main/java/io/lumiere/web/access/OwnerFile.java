package io.lumiere.web.access;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Secrets in files that their owner alone may read. Thread-safe. */
public final class OwnerFile {
  private static final int LONGEST = 4096;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private OwnerFile() {}

  /**
   * The first line of a file.
   *
   * @param what what the file holds, for messages
   * @throws LumiereException if it cannot be read, is empty, or others may read or write it
   */
  public static String read(Path file, String what) {
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
          && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        throw new LumiereException(
            file
                + ": others than its owner may read or write this "
                + what
                + ": chmod 600 "
                + file);
      }
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
        throw new LumiereException(
            file + " is not a file of at most " + LONGEST + " bytes with a " + what + " in it");
      }
      String line = Files.readString(file).lines().findFirst().orElse("");
      if (line.isBlank()) {
        throw new LumiereException(file + " is empty: its first line must be the " + what);
      }
      return line;
    } catch (NoSuchFileException e) {
      throw new LumiereException(file + " does not exist: it must hold the " + what, e);
    } catch (IOException e) {
      throw new LumiereException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The token of programs in a file; makes the file with a new token if there is none.
   *
   * @throws LumiereException as {@link #read}, and for a token that is shorter than 16 characters
   *     or has others than a header takes
   */
  public static String token(Path file) {
    try {
      if (!Files.exists(file)) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
          Files.createDirectories(folder);
        }
        create(file, Secrets.random());
      }
    } catch (FileAlreadyExistsException e) {
      // Another server made it in this moment.
    } catch (IOException e) {
      throw new LumiereException(file + " cannot be written: " + e.getMessage(), e);
    }
    String token = read(file, "token");
    if (!token.matches("[A-Za-z0-9._~+/=-]{16,512}")) {
      throw new LumiereException(
          file + ": a token has 16 to 512 of the characters A-Z a-z 0-9 . _ ~ + / = -");
    }
    return token;
  }

  private static void create(Path file, String line) throws IOException {
    FileAttribute<?>[] attributes =
        file.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
      channel.write(StandardCharsets.UTF_8.encode(line + "\n"));
    }
  }
}
