package io.lumiere.models.internal.family;

import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.NetworkBuilder;

/** Normalisations out of checkpoints. */
final class Norms {
  private Norms() {}

  /** {@code NAME.weight} and {@code NAME.bias} of each row. */
  static Blob layer(NetworkBuilder net, Blob x, Tensors tensors, String name, float epsilon) {
    float[] scale = tensors.floats(name + ".weight");
    float[] shift =
        tensors.has(name + ".bias") ? tensors.floats(name + ".bias") : new float[scale.length];
    return net.layerNorm(x, scale, shift, epsilon);
  }
}
