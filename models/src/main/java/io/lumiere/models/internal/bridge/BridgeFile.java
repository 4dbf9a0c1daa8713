package io.lumiere.models.internal.bridge;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * {@link BridgeMatrices} in a file, big-endian: the bytes {@code LBRG}, version, classes, sentence
 * dimension and anchors (int each), then the class rows, the landscape direction and the anchor
 * rows (float each), then a CRC-32C (int) of all before it. Thread-safe.
 */
public final class BridgeFile {
  private static final int MAGIC = 0x4C425247;
  private static final int VERSION = 1;
  private static final int HEADER = 5 * Integer.BYTES;
  private static final int MOST_BYTES = 64 << 20;

  private BridgeFile() {}

  /** Writes, replacing what is there. */
  public static void write(Path file, BridgeMatrices matrices) throws IOException {
    int classes = matrices.classes().length;
    int anchors = matrices.anchors().length;
    ByteBuffer bytes = ByteBuffer.allocate(size(classes, matrices.sentenceDimension(), anchors));
    bytes.putInt(MAGIC).putInt(VERSION);
    bytes.putInt(classes).putInt(matrices.sentenceDimension()).putInt(anchors);
    put(bytes, matrices.classes());
    put(bytes, new float[][] {matrices.landscape()});
    put(bytes, matrices.anchors());
    bytes.putInt(checksum(bytes.array(), bytes.position()));
    Files.write(file, bytes.array());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws LumiereException if the file is missing, of another kind or version, or damaged
   */
  public static BridgeMatrices read(Path file) {
    byte[] content = load(file);
    ByteBuffer bytes = ByteBuffer.wrap(content);
    if (bytes.remaining() < HEADER || bytes.getInt() != MAGIC) {
      throw bad(file, "is not a bridge");
    }
    int version = bytes.getInt();
    if (version != VERSION) {
      throw bad(file, "is a bridge of version " + version + ", and only " + VERSION + " is read");
    }
    int classes = bytes.getInt();
    int dimension = bytes.getInt();
    int anchors = bytes.getInt();
    boolean sane = classes > 0 && dimension > 0 && anchors > 0;
    if (!sane || sizeAsLong(classes, dimension, anchors) != content.length) {
      throw bad(file, "is damaged: its size does not fit its header");
    }
    int end = content.length - Integer.BYTES;
    if (bytes.getInt(end) != checksum(content, end)) {
      throw bad(file, "is damaged: its checksum differs");
    }
    try {
      return new BridgeMatrices(
          get(bytes, classes, dimension),
          get(bytes, 1, dimension)[0],
          get(bytes, anchors, dimension));
    } catch (IllegalArgumentException e) {
      throw new LumiereException(file + " cannot be used as a bridge: " + e.getMessage(), e);
    }
  }

  private static byte[] load(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw bad(file, "is not a bridge");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new LumiereException("cannot read the bridge " + file + ": " + e, e);
    }
  }

  private static LumiereException bad(Path file, String why) {
    return new LumiereException(file + " " + why + "; set the starter model up again");
  }

  private static int size(int classes, int dimension, int anchors) {
    return Math.toIntExact(sizeAsLong(classes, dimension, anchors));
  }

  private static long sizeAsLong(int classes, int dimension, int anchors) {
    long rows = (long) classes + 1 + anchors;
    boolean tooLarge = rows > MOST_BYTES || rows * dimension > MOST_BYTES;
    return tooLarge ? -1 : HEADER + rows * dimension * Float.BYTES + Integer.BYTES;
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  private static void put(ByteBuffer bytes, float[][] rows) {
    for (float[] row : rows) {
      for (float value : row) {
        bytes.putFloat(value);
      }
    }
  }

  private static float[][] get(ByteBuffer bytes, int rows, int dimension) {
    float[][] values = new float[rows][dimension];
    for (float[] row : values) {
      for (int i = 0; i < dimension; i++) {
        row[i] = bytes.getFloat();
      }
    }
    return values;
  }
}
