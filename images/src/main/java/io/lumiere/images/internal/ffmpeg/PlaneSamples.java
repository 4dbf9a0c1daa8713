package io.lumiere.images.internal.ffmpeg;

import io.lumiere.images.internal.pixels.Samples;

/** A whole plane of blue, green, red and perhaps alpha. Used by one thread. */
final class PlaneSamples implements Samples {
  private final Plane plane;

  /** Takes the plane over. */
  PlaneSamples(Plane plane) {
    this.plane = plane;
  }

  @Override
  public int width() {
    return plane.width();
  }

  @Override
  public int height() {
    return plane.height();
  }

  @Override
  public int channels() {
    return plane.channels();
  }

  @Override
  public Depth depth() {
    return Depth.U8;
  }

  @Override
  public boolean premultiplied() {
    return false;
  }

  @Override
  public boolean linearLight() {
    return false;
  }

  @Override
  public void bytes(int y, byte[] row) {
    plane.read(0, y, row);
  }

  @Override
  public void shorts(int y, short[] row) {
    throw new IllegalArgumentException("samples have 8 bits");
  }

  @Override
  public void floats(int y, float[] row) {
    throw new IllegalArgumentException("samples have 8 bits");
  }

  @Override
  public void close() {
    plane.close();
  }
}
