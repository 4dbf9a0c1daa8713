package io.lumiere.images.internal.opencv;

import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.pixels.Samples;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** A matrix in native memory, which {@link #close} frees. Not thread-safe. */
public final class NativeImage implements Samples {
  private final Mat mat;
  private final Depth depth;
  private final int width;
  private final int height;
  private final int channels;
  private final boolean upright;
  private final boolean premultiplied;
  private final boolean inverted;
  private final long step;
  private final BytePointer bytes;
  private final ShortPointer shorts;
  private final FloatPointer floats;

  /**
   * Takes the matrix over: 8-bit, 16-bit unsigned or float.
   *
   * @param format that it was decoded from: EXR holds premultiplied linear light by definition, and
   *     8-bit TIFF comes through libtiff's RGBA interface, which premultiplies
   * @param inverted whether the highest sample is black
   */
  NativeImage(Mat mat, ImageFormat format, boolean inverted) {
    this.mat = mat;
    this.depth =
        switch (mat.depth()) {
          case opencv_core.CV_8U -> Depth.U8;
          case opencv_core.CV_16U -> Depth.U16;
          default -> Depth.F32;
        };
    this.width = mat.cols();
    this.height = mat.rows();
    this.channels = mat.channels();
    this.upright = format == ImageFormat.TIFF;
    this.premultiplied = upright && depth == Depth.U8;
    this.inverted = inverted;
    this.step = mat.step();
    // Views of the matrix' memory: they own nothing.
    this.bytes = mat.data();
    this.shorts = new ShortPointer(bytes);
    this.floats = new FloatPointer(bytes);
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
    return depth;
  }

  @Override
  public boolean premultiplied() {
    return premultiplied;
  }

  @Override
  public boolean inverted() {
    return inverted;
  }

  /** OpenCV turns a TIFF by itself and cannot be told not to. */
  @Override
  public boolean upright() {
    return upright;
  }

  @Override
  public void bytes(int y, byte[] row) {
    check(y, row.length, Depth.U8);
    bytes.position(y * step).get(row);
  }

  @Override
  public void shorts(int y, short[] row) {
    check(y, row.length, Depth.U16);
    shorts.position(y * step / Short.BYTES).get(row);
  }

  @Override
  public void floats(int y, float[] row) {
    check(y, row.length, Depth.F32);
    floats.position(y * step / Float.BYTES).get(row);
  }

  // Native memory does not check: a wrong row here would read what is not ours.
  private void check(int y, int length, Depth asked) {
    if (mat.isNull()) {
      throw new IllegalStateException("the image is closed");
    }
    if (y < 0 || y >= height || length != width * channels || asked != depth) {
      throw new IllegalArgumentException(
          "row " + y + " as " + length + " samples of " + asked + " from an image of " + this);
    }
  }

  @Override
  public String toString() {
    return width + " x " + height + " x " + channels + " " + depth;
  }

  @Override
  public void close() {
    mat.close();
  }
}
