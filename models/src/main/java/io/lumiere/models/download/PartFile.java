package io.lumiere.models.download;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being downloaded: {@code NAME.part}, and beside it {@code NAME.part.state}, which
 * says what the part is of. Not thread-safe.
 */
final class PartFile {
  private static final String ADDRESS = "address";
  private static final String VALIDATOR = "validator";

  private final Path target;
  private final Path part;
  private final Path stateFile;
  private final URI address;

  PartFile(Path target, URI address) {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.stateFile = target.resolveSibling(target.getFileName() + ".part.state");
    this.address = address;
  }

  Path path() {
    return part;
  }

  /** Bytes that are there. */
  long length() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /**
   * What the server called this version of the file, an ETag or a date, if an earlier attempt on
   * the same address wrote it down.
   */
  @Nullable String validator() throws IOException {
    if (!Files.exists(stateFile)) {
      return null;
    }
    Properties state = new Properties();
    try (Reader in = Files.newBufferedReader(stateFile)) {
      state.load(in);
    } catch (IllegalArgumentException e) {
      return null; // A damaged escape: as if nothing were known.
    }
    return address.toString().equals(state.getProperty(ADDRESS))
        ? state.getProperty(VALIDATOR)
        : null;
  }

  /** Empties the part and writes down which version of the file goes into it. */
  void begin(@Nullable String validator) throws IOException {
    Files.deleteIfExists(part);
    Properties state = new Properties();
    state.setProperty(ADDRESS, address.toString());
    if (validator != null) {
      state.setProperty(VALIDATOR, validator);
    }
    try (Writer out = Files.newBufferedWriter(stateFile)) {
      state.store(out, null);
    }
  }

  /** Opens the part to write at its end. */
  FileChannel append() throws IOException {
    return FileChannel.open(
        part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /** Forgets all that was downloaded. */
  void delete() throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(stateFile);
  }

  /** The part is whole: puts it in the target's place at once. */
  void finish() throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(stateFile);
  }
}
