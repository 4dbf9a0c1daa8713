package io.lumiere.images.internal.ffmpeg;

import io.lumiere.images.internal.pixels.Samples;
import org.bytedeco.javacpp.BytePointer;

/** Pixels of 8-bit channels in native memory, which {@link #close} frees. Used by one thread. */
final class Plane implements Samples {
  /** FFmpeg writes pixels in groups, also beyond the end of a row. */
  private static final int PADDING = 128;

  private final int width;
  private final int height;
  private final int channels;
  private final long stride;
  private final BytePointer memory;

  Plane(int width, int height, int channels) {
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.stride = ((long) width * channels + PADDING + 63) / 64 * 64;
    this.memory = new BytePointer(stride * height + PADDING);
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public Depth depth() {
    return Depth.U8;
  }

  @Override
  public void bytes(int y, byte[] row) {
    read(0, y, row);
  }

  /** Bytes from one row to the next. */
  int stride() {
    return Math.toIntExact(stride);
  }

  /** A view of the memory from a pixel on, which owns nothing. */
  BytePointer at(int x, int y) {
    return memory.getPointer(y * stride + (long) x * channels);
  }

  /** Copies pixels of one row to all of {@code row}. */
  void read(int x, int y, byte[] row) {
    // Native memory does not check.
    if (memory.isNull() || x < 0 || y < 0 || y >= height) {
      throw new IllegalArgumentException("row " + y + " of " + height);
    }
    if ((long) x * channels + row.length > (long) width * channels) {
      throw new IllegalArgumentException(row.length + " samples of a row of " + width);
    }
    memory.position(y * stride + (long) x * channels).get(row);
  }

  /** Replaces the values of a part of one row by those of a table. */
  void map(int x, int y, byte[] row, byte[] table) {
    read(x, y, row);
    for (int i = 0; i < row.length; i++) {
      row[i] = table[row[i] & 0xff];
    }
    memory.position(y * stride + (long) x * channels).put(row);
  }

  @Override
  public void close() {
    memory.close();
  }
}
