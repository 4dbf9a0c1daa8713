package io.lumiere.models.internal.family;

import io.lumiere.models.convert.Linear;
import java.util.Arrays;

/** Matrices out of checkpoints, in the forms that makers keep them. */
final class Linears {
  private Linears() {}

  /** {@code NAME.weight} and, where it is there, {@code NAME.bias}. */
  static Linear of(Tensors tensors, String name) {
    int outputs = tensors.dim(name + ".weight", 0);
    float[] weight = tensors.floats(name + ".weight", outputs, tensors.dim(name + ".weight", 1));
    boolean biased = tensors.has(name + ".bias");
    return new Linear(
        weight, biased ? tensors.floats(name + ".bias", outputs) : new float[outputs]);
  }

  /** A third of the matrices for query, key and value that lie in one tensor, one after another. */
  static Linear third(float[] weight, float[] bias, int which) {
    return part(weight, bias, which, 3);
  }

  /** One of several matrices of one size that lie in one tensor, one after another. */
  static Linear part(float[] weight, float[] bias, int which, int parts) {
    int rows = bias.length / parts;
    int size = weight.length / parts;
    return new Linear(
        Arrays.copyOfRange(weight, which * size, (which + 1) * size),
        Arrays.copyOfRange(bias, which * rows, (which + 1) * rows));
  }

  /** A matrix that the checkpoint keeps as inputs x outputs, without bias. */
  static Linear transposed(Tensors tensors, String name) {
    int inputs = tensors.dim(name, 0);
    int outputs = tensors.dim(name, 1);
    float[] stored = tensors.floats(name, inputs, outputs);
    float[] weight = new float[stored.length];
    for (int i = 0; i < inputs; i++) {
      for (int o = 0; o < outputs; o++) {
        weight[o * inputs + i] = stored[i * outputs + o];
      }
    }
    return new Linear(weight, new float[outputs]);
  }

  /** The same with each output multiplied by a factor of its own. */
  static Linear scaledRows(Linear linear, float[] factors) {
    float[] weight = linear.weight().clone();
    float[] bias = linear.bias().clone();
    int inputs = weight.length / bias.length;
    for (int i = 0; i < weight.length; i++) {
      weight[i] *= factors[i / inputs];
    }
    for (int i = 0; i < bias.length; i++) {
      bias[i] *= factors[i];
    }
    return new Linear(weight, bias);
  }
}
