package io.lumiere.ncnn;

import java.util.Objects;

/**
 * How to load a network. Immutable.
 *
 * @param precision of the weights and the intermediate results in memory
 * @param ownLayers which layers ncnn does not compute itself
 */
public record NetworkOptions(Precision precision, OwnLayers ownLayers) {
  /** Full precision. */
  public static final NetworkOptions DEFAULT = new NetworkOptions(Precision.FP32);

  /** Checks that both are given. */
  public NetworkOptions {
    Objects.requireNonNull(precision, "precision");
    Objects.requireNonNull(ownLayers, "ownLayers");
  }

  /** The fastest way in a precision. */
  public NetworkOptions(Precision precision) {
    this(precision, OwnLayers.FASTEST);
  }
}
