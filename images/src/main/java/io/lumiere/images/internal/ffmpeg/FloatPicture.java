package io.lumiere.images.internal.ffmpeg;

import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.internal.pixels.Samples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** A picture of OpenEXR: planes of 16-bit or 32-bit numbers, linear light. Used by one thread. */
final class FloatPicture implements Samples {
  private final AVFrame picture;
  private final int[] planes;
  private final boolean half;
  private final byte[] bytes;

  /** Keeps the picture's memory until closed, whatever becomes of its decoder. */
  FloatPicture(AVFrame picture, AVPixFmtDescriptor format) {
    boolean planar = (format.flags() & avutil.AV_PIX_FMT_FLAG_PLANAR) != 0;
    int channels = format.nb_components();
    int bits = format.comp(0).depth();
    if ((bits != 16 && bits != 32) || (channels > 1 && !planar) || channels == 2) {
      throw new UnsupportedImageException("its samples are stored in a way that is not read here");
    }
    this.picture = avutil.av_frame_clone(picture);
    // FFmpeg's components are red, green, blue, alpha, each with the plane that it is in.
    this.planes = new int[channels];
    for (int i = 0; i < channels; i++) {
      planes[i] = format.comp(channels > 1 && i < 3 ? 2 - i : i).plane();
    }
    this.half = bits == 16;
    this.bytes = new byte[bits / 8 * picture.width()];
  }

  @Override
  public int width() {
    return picture.width();
  }

  @Override
  public int height() {
    return picture.height();
  }

  @Override
  public int channels() {
    return planes.length;
  }

  @Override
  public Depth depth() {
    return Depth.F32;
  }

  /** OpenEXR's colours are associated with alpha. */
  @Override
  public boolean premultiplied() {
    return true;
  }

  @Override
  public boolean linearLight() {
    return true;
  }

  @Override
  public void floats(int y, float[] row) {
    for (int i = 0; i < planes.length; i++) {
      BytePointer plane = picture.data(planes[i]);
      long at = (long) y * picture.linesize(planes[i]);
      plane.position(at).limit(at + bytes.length).get(bytes);
      ByteBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
      for (int x = 0; x < picture.width(); x++) {
        row[x * planes.length + i] =
            half ? Float.float16ToFloat(values.getShort()) : values.getFloat();
      }
    }
  }

  @Override
  public void close() {
    avutil.av_frame_free(picture);
  }
}
