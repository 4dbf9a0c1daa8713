package io.lumiere.workspace.search;

import io.lumiere.base.Sha256;
import io.lumiere.query.TextEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Keeps vectors of texts in a folder from one search to the next: a file for each text, named by
 * the text's SHA-256, with the floats and their CRC-32C. So a search for a known text need not load
 * the model. A damaged file is as good as none, and a folder that cannot be read or written only
 * costs time. Thread-safe, and safe with other processes.
 */
final class CachedTexts implements TextEncoder {
  /** The most files that are kept; the oldest are removed. */
  static final int MAX_FILES = 2_000;

  /** What is left when there were too many: fewer, so that not each search removes some. */
  private static final int KEPT_FILES = 1_800;

  private final TextEncoder encoder;
  private final Path folder;
  private final int dimension;

  /**
   * Texts of one model.
   *
   * @param folder of this model alone; made when it is needed
   * @param dimension of the model
   */
  CachedTexts(TextEncoder encoder, Path folder, int dimension) {
    this.encoder = encoder;
    this.folder = folder;
    this.dimension = dimension;
  }

  @Override
  public float[] encode(String text) {
    // Half a surrogate pair has no bytes of its own: such texts would share a name.
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      return encoder.encode(text);
    }
    Path file = folder.resolve(Sha256.of(text));
    float[] known = read(file);
    if (known != null) {
      return known;
    }
    float[] vector = encoder.encode(text);
    if (vector.length == dimension) {
      write(file, vector);
    }
    return vector;
  }

  @Override
  public boolean knows(String word) {
    return encoder.knows(word);
  }

  private float @Nullable [] read(Path file) {
    try {
      int size = dimension * Float.BYTES + Integer.BYTES;
      if (!Files.isRegularFile(file) || Files.size(file) != size) {
        return null;
      }
      byte[] all = Files.readAllBytes(file);
      ByteBuffer bytes = ByteBuffer.wrap(all);
      if (all.length != size || bytes.getInt(size - Integer.BYTES) != checksum(all)) {
        return null;
      }
      float[] vector = new float[dimension];
      bytes.asFloatBuffer().get(vector);
      return vector;
    } catch (IOException | SecurityException e) {
      return null;
    }
  }

  private void write(Path file, float[] vector) {
    byte[] all = new byte[dimension * Float.BYTES + Integer.BYTES];
    ByteBuffer bytes = ByteBuffer.wrap(all);
    bytes.asFloatBuffer().put(vector);
    bytes.putInt(dimension * Float.BYTES, checksum(all));
    if (CacheFile.replace(file, fresh -> Files.write(fresh, all))) {
      removeOldest();
    }
  }

  private void removeOldest() {
    try {
      List<Path> files;
      try (Stream<Path> all = Files.list(folder)) {
        files = all.toList();
      }
      if (files.size() <= MAX_FILES) {
        return;
      }
      Map<Path, FileTime> ages = new TreeMap<>();
      for (Path file : files) {
        ages.put(file, Files.getLastModifiedTime(file));
      }
      ages.entrySet().stream()
          .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
          .limit(files.size() - KEPT_FILES)
          .forEach(entry -> CacheFile.delete(entry.getKey()));
    } catch (IOException | SecurityException e) {
      // There are too many until the next search tries again.
    }
  }

  /** Of the floats only. */
  private static int checksum(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, bytes.length - Integer.BYTES);
    return (int) checksum.getValue();
  }
}
