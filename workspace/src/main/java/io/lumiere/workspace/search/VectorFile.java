package io.lumiere.workspace.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of vectors under hashes, which only grows: the 32 bytes of each hash, and the vector's
 * floats. What was cut off at its end, by a full disk or a killed process, is written over. Not
 * thread-safe; of several processes one may append at a time.
 */
final class VectorFile {
  private static final int HASH_BYTES = 32;

  private final Path file;
  private final int dimension;
  private final int recordBytes;

  /** Where records begin, by the first eight bytes of their hashes. */
  private final Map<Long, Long> places = new HashMap<>();

  VectorFile(Path file, int dimension) {
    this.file = file;
    this.dimension = dimension;
    this.recordBytes = HASH_BYTES + Float.BYTES * dimension;
    try {
      index();
    } catch (IOException | SecurityException e) {
      places.clear();
    }
  }

  /**
   * The vector under a hash, in hexadecimal digits; null if there is none, or it cannot be read.
   */
  float @Nullable [] find(String hash) {
    byte[] wanted = HexFormat.of().parseHex(hash);
    Long place = places.get(ByteBuffer.wrap(wanted).getLong());
    if (place == null) {
      return null;
    }
    try (FileChannel in = FileChannel.open(file)) {
      ByteBuffer record = read(in, place, recordBytes);
      byte[] found = new byte[HASH_BYTES];
      record.get(found);
      if (!Arrays.equals(found, wanted)) {
        return null;
      }
      float[] vector = new float[dimension];
      record.asFloatBuffer().get(vector);
      return vector;
    } catch (IOException | SecurityException e) {
      return null;
    }
  }

  /** Writes vectors behind all that are there, whoever wrote these. */
  void append(Map<String, float[]> byHash) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long place = out.size() - out.size() % recordBytes;
      ByteBuffer records = ByteBuffer.allocate(Math.multiplyExact(recordBytes, byHash.size()));
      byHash.forEach((hash, vector) -> {
        records.put(HexFormat.of().parseHex(hash));
        for (float value : vector) {
          records.putFloat(value);
        }
      });
      records.flip();
      for (long at = place; records.hasRemaining(); ) {
        at += out.write(records, at);
      }
      for (String hash : byHash.keySet()) {
        places.put(ByteBuffer.wrap(HexFormat.of().parseHex(hash)).getLong(), place);
        place += recordBytes;
      }
    }
  }

  private void index() throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (FileChannel in = FileChannel.open(file)) {
      for (long place = 0; place + recordBytes <= in.size(); place += recordBytes) {
        places.put(read(in, place, Long.BYTES).getLong(), place);
      }
    }
  }

  private static ByteBuffer read(FileChannel in, long place, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining()) {
      if (in.read(buffer, place + buffer.position()) < 0) {
        throw new IOException("it is shorter than it was");
      }
    }
    return buffer.flip();
  }
}
