package io.lumiere.web.kept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumiere.base.FailureText;
import io.lumiere.base.LumiereException;
import io.lumiere.base.ProcessLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file whose content is one immutable value. A change replaces the file by a whole new one,
 * which is on the disk before the old one is gone; processes change it one after another, each what
 * the other left. A file that cannot be understood is never written over. Thread-safe.
 *
 * @param <T> the value
 */
public final class KeptFile<T> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** As many links in a row as Linux follows. */
  private static final int MOST_LINKS = 40;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path file;
  private final long mostBytes;
  private final KeptFormat<T> format;
  private volatile @Nullable Known<T> known;

  /** What was read last, and of which state of the file. */
  private record Known<T>(FileStamp stamp, T value) {}

  /**
   * A file, which need not be there.
   *
   * @param mostBytes the largest file that is read or written
   */
  public KeptFile(Path file, long mostBytes, KeptFormat<T> format) {
    this.file = file;
    this.mostBytes = mostBytes;
    this.format = format;
  }

  /**
   * The value that the file has now, whoever wrote it.
   *
   * @throws LumiereException if the file is damaged or cannot be read
   */
  public T get() {
    try {
      FileStamp now = FileStamp.of(file);
      Known<T> before = known;
      if (before != null && before.stamp().equals(now)) {
        return before.value();
      }
      T value = now.isAbsent() ? format.empty() : parse(Files.readAllBytes(sized(now)));
      known = new Known<>(now, value);
      return value;
    } catch (IOException e) {
      throw new LumiereException(
          format.what() + " in " + file + " cannot be read: " + FailureText.reason(e), e);
    }
  }

  /**
   * Changes the value; where the change leaves it equal, the file stays as it is.
   *
   * @param change gets the value of the file at that moment; what it throws leaves all as it was
   * @return the value afterwards
   * @throws LumiereException if the file is damaged, cannot be written or gets too large
   */
  public T change(UnaryOperator<T> change) {
    try {
      Path real = real();
      Path lock = real.resolveSibling("." + real.getFileName() + ".lock");
      return new ProcessLock(lock, PATIENCE, note -> {})
          .hold(() -> {
            T before = get();
            T after = change.apply(before);
            if (!after.equals(before)) {
              write(real, after);
            }
            return after;
          });
    } catch (IOException e) {
      throw new LumiereException(
          format.what() + " in " + file + " cannot be written: " + FailureText.reason(e), e);
    }
  }

  private Path sized(FileStamp now) {
    if (now.bytes() > mostBytes) {
      throw new LumiereException(
          format.what()
              + " in "
              + file
              + " cannot be read: the file has "
              + now.bytes()
              + " bytes, and at most "
              + mostBytes
              + " are read; it was left as it is");
    }
    return file;
  }

  private T parse(byte[] bytes) throws IOException {
    try {
      JsonNode tree = JSON.readTree(bytes);
      return format.read(tree);
    } catch (JsonProcessingException e) {
      throw damaged(
          e.getOriginalMessage()
              + (e.getLocation() == null
                  ? ""
                  : " in line "
                      + e.getLocation().getLineNr()
                      + ", column "
                      + e.getLocation().getColumnNr()),
          e);
    } catch (IllegalArgumentException e) {
      throw damaged(String.valueOf(e.getMessage()), e);
    }
  }

  private LumiereException damaged(String why, Exception cause) {
    return new LumiereException(
        format.what()
            + " in "
            + file
            + " cannot be understood: "
            + why
            + "; the file was left as it is: mend it, or move it away to begin with none",
        cause);
  }

  /**
   * Where the file is: a person may keep it in a folder that another program copies, with a link to
   * it here, which may be there before the file is. That folder is not made, since a disk that is
   * away would hide it when it comes back.
   */
  private Path real() throws IOException {
    if (!Files.isSymbolicLink(file)) {
      return file;
    }
    Path real = file;
    for (int links = 0; links < MOST_LINKS && Files.isSymbolicLink(real); links++) {
      real = real.resolveSibling(Files.readSymbolicLink(real));
    }
    Path folder = real.resolveSibling("");
    if (!Files.isDirectory(folder)) {
      throw new IOException("it is a link into a folder that is not there");
    }
    return folder.toRealPath().resolve(real.getFileName());
  }

  private void write(Path real, T value) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(format.write(value));
    if (bytes.length >= mostBytes) {
      throw new LumiereException(
          format.what() + " would take more than " + mostBytes + " bytes; they stay as they were");
    }
    Path fresh = real.resolveSibling("." + real.getFileName() + ".new");
    try {
      writeThrough(fresh, bytes);
      Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
    FileStamp.syncFolder(real);
    known = new Known<>(FileStamp.of(file), value);
  }

  private static void writeThrough(Path fresh, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
      channel.force(true);
    }
  }
}
