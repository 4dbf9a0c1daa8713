package io.lumiere.testing;

import java.util.Random;

/** Makes damaged input out of good. Called by one thread at a time. */
@FunctionalInterface
public interface Mutator {
  /**
   * A damaged copy; the same for the same input and the same state of the random numbers.
   *
   * @param input what must not be changed
   * @param other another good input, or the same one, to take pieces from
   */
  byte[] mutate(byte[] input, byte[] other, Random random);
}
