package io.lumiere.images.internal.pixels;

/**
 * A decoded image as rows of samples, top row first, channels interleaved in OpenCV's order: grey;
 * or blue, green, red; or blue, green, red, alpha. Used by one thread.
 */
public interface Samples extends AutoCloseable {
  /** How one sample is stored. */
  enum Depth {
    /** 0 to 255, read by {@link Samples#bytes}. */
    U8,
    /** 0 to 65535, read by {@link Samples#shorts}. */
    U16,
    /** Any number, also NaN, read by {@link Samples#floats}. */
    F32
  }

  /** In pixels, at least 1. */
  int width();

  /** In pixels, at least 1. */
  int height();

  /** Samples a pixel, at least 1. */
  int channels();

  /** Says which one of the three methods reads a row. */
  Depth depth();

  /** Whether colours are multiplied by alpha already. */
  default boolean premultiplied() {
    return false;
  }

  /** Whether floating-point samples are linear light, 1 being white, rather than display values. */
  default boolean linearLight() {
    return false;
  }

  /** Whether the highest sample is black, of a picture in grey. */
  default boolean inverted() {
    return false;
  }

  /** Whether the picture is turned as its orientation says, rather than as it is stored. */
  default boolean upright() {
    return false;
  }

  /**
   * Copies row {@code y} to {@code row}, which has {@code width * channels} elements; of the three
   * methods there is the one that {@link #depth} says.
   */
  default void bytes(int y, byte[] row) {
    throw new IllegalStateException("the samples are " + depth());
  }

  /** As {@link #bytes}; elements are unsigned. */
  default void shorts(int y, short[] row) {
    throw new IllegalStateException("the samples are " + depth());
  }

  /** As {@link #bytes}. */
  default void floats(int y, float[] row) {
    throw new IllegalStateException("the samples are " + depth());
  }

  /** Frees the memory, after which no method works. */
  @Override
  void close();
}
