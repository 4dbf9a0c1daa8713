package io.lumiere.bench.data;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of rows of floats, little-endian, without a header. It may be larger than the heap.
 * Thread-safe.
 */
public final class FloatRows implements Closeable {
  private final FileChannel file;
  private final int dimension;
  private final int count;

  private FloatRows(Path path, int dimension) throws IOException {
    this.dimension = dimension;
    this.file = FileChannel.open(path);
    this.count = Math.toIntExact(file.size() / (4L * dimension));
    if (file.size() != 4L * dimension * count) {
      file.close();
      throw new IOException(path + " does not hold rows of " + dimension + " floats");
    }
  }

  /** Opens a file of rows of {@code dimension} floats. */
  public static FloatRows open(Path path, int dimension) throws IOException {
    return new FloatRows(path, dimension);
  }

  /** All of a small file. */
  public static float[][] readAll(Path path, int dimension) throws IOException {
    try (FloatRows rows = open(path, dimension)) {
      float[][] all = new float[rows.count][dimension];
      for (int i = 0; i < all.length; i++) {
        rows.read(i, all[i]);
      }
      return all;
    }
  }

  /** Copies row {@code row} into {@code into}. */
  public void read(int row, float[] into) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * dimension).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, 4L * dimension * row + bytes.position()) < 0) {
        throw new EOFException("there is no row " + row);
      }
    }
    bytes.flip().asFloatBuffer().get(into);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Writes rows one after the other. Not thread-safe. */
  public static final class Writer implements Closeable {
    private final OutputStream out;
    private final ByteBuffer row;

    public Writer(Path file, int dimension) throws IOException {
      this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
      this.row = ByteBuffer.allocate(4 * dimension).order(ByteOrder.LITTLE_ENDIAN);
    }

    public void write(float[] vector) throws IOException {
      row.clear().asFloatBuffer().put(vector);
      out.write(row.array());
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
