package io.lumiere.images.internal.jxl;

import com.sun.jna.Memory;
import io.lumiere.images.PassingImageException;
import io.lumiere.images.internal.pixels.Samples;

/** A picture as libjxl writes it: bytes of red, green, blue and perhaps alpha. */
final class JxlPicture implements Samples {
  private final int width;
  private final int height;
  private final int channels;
  private final Memory memory;

  JxlPicture(int width, int height, int channels) {
    this.width = width;
    this.height = height;
    this.channels = channels;
    try {
      this.memory = new Memory((long) channels * width * height);
    } catch (OutOfMemoryError e) {
      throw new PassingImageException(
          "its " + width + " x " + height + " pixels take too much memory");
    }
  }

  Memory memory() {
    return memory;
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
    memory.read((long) y * row.length, row, 0, row.length);
    for (int i = 0; i < row.length; i += channels) {
      byte red = row[i];
      row[i] = row[i + 2];
      row[i + 2] = red;
    }
  }

  @Override
  public void close() {
    memory.close();
  }
}
