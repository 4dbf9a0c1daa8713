package io.lumiere.models.convert;

import io.lumiere.base.LumiereException;

/** What stands between the two matrices of a transformer's feed-forward part. Immutable. */
public enum Activation {
  /** The Gaussian error linear unit. */
  GELU,
  /** Its approximation with tanh. */
  GELU_TANH,
  /** {@code x * sigmoid(1.702 x)}: OpenAI's own models, and those that go on from them. */
  QUICK_GELU;

  private static final float STEEPNESS = 1.702f;

  /** {@code down(activation(up(x)))}. */
  public Blob feedForward(NetworkBuilder net, Blob x, Linear up, Linear down) {
    return switch (this) {
      case GELU -> net.linear(net.gelu(net.linear(x, up)), down);
      case GELU_TANH -> net.linear(net.tanhGelu(net.linear(x, up)), down);
      case QUICK_GELU -> {
        // x sigmoid(a x) is swish(a x) / a, and both factors go into the matrices.
        Linear steep = up.scaled(STEEPNESS, STEEPNESS);
        yield net.linear(net.swish(net.linear(x, steep)), down.scaled(1 / STEEPNESS, 1));
      }
    };
  }

  /** The activation by the name that a Hugging Face configuration gives it. */
  public static Activation named(String name) {
    return switch (name) {
      case "gelu" -> GELU;
      case "quick_gelu" -> QUICK_GELU;
      case "gelu_pytorch_tanh", "gelu_new", "gelu_fast" -> GELU_TANH;
      default ->
          throw new LumiereException(
              "the configuration names the activation '"
                  + name
                  + "'; known are gelu, quick_gelu, gelu_pytorch_tanh, gelu_new and gelu_fast");
    };
  }
}
