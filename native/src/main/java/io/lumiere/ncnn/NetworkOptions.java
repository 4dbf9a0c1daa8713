package io.lumiere.ncnn;

import java.util.Objects;

/**
 * How to load a network. Immutable.
 *
 * @param precision of the weights and the intermediate results in memory
 */
public record NetworkOptions(Precision precision) {
  /** Full precision. */
  public static final NetworkOptions DEFAULT = new NetworkOptions(Precision.FP32);

  /** Checks that the precision is given. */
  public NetworkOptions {
    Objects.requireNonNull(precision, "precision");
  }
}
