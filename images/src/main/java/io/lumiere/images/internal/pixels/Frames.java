package io.lumiere.images.internal.pixels;

import org.jspecify.annotations.Nullable;

/** The pictures of an animation after its first, in their order. Used by one thread. */
public interface Frames extends AutoCloseable {
  /** How many are looked at, at most. */
  int MOST = 100;

  /** How many pixels all pictures that are looked at may have together. */
  long MOST_PIXELS = 200_000_000;

  /** The next one, which the caller closes; null after the last. */
  @Nullable Samples next();

  /** Frees the memory. */
  @Override
  void close();

  /** How many pictures of so many pixels are looked at. */
  static int most(long pixels) {
    return Math.clamp(MOST_PIXELS / Math.max(1, pixels), 1, MOST);
  }
}
