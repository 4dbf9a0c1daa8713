package io.lumiere.models.convert;

import io.lumiere.models.convert.Convolution.Rectifier;

/** Layers as their definitions have them, in double precision and with no thought of speed. */
final class Reference {
  private Reference() {}

  static float[] convolution(Convolution c, float[] x, int inputs, int size) {
    int outputs = c.bias().length;
    int out = (size + c.stride() - 1) / c.stride();
    int pad = Math.max((out - 1) * c.stride() + c.kernel() - size, 0) / 2;
    int perGroup = inputs / c.groups();
    float[] y = new float[outputs * out * out];
    for (int o = 0; o < outputs; o++) {
      int firstInput = o / (outputs / c.groups()) * perGroup;
      for (int at = 0; at < out * out; at++) {
        int top = at / out * c.stride() - pad;
        int left = at % out * c.stride() - pad;
        double sum = c.bias()[o];
        for (int i = 0; i < perGroup; i++) {
          sum += window(c, x, size, (o * perGroup + i), firstInput + i, top, left);
        }
        boolean clip = c.activation() == Rectifier.RELU6;
        y[o * out * out + at] = (float) (clip ? Math.clamp(sum, 0.0, 6.0) : sum);
      }
    }
    return y;
  }

  private static double window(
      Convolution c, float[] x, int size, int plane, int channel, int top, int left) {
    double sum = 0;
    for (int ky = 0; ky < c.kernel(); ky++) {
      for (int kx = 0; kx < c.kernel(); kx++) {
        int row = top + ky;
        int column = left + kx;
        if (row >= 0 && row < size && column >= 0 && column < size) {
          double weight = c.weight()[(plane * c.kernel() + ky) * c.kernel() + kx];
          sum += weight * x[(channel * size + row) * size + column];
        }
      }
    }
    return sum;
  }

  static float[] linear(Linear w, float[] x, int rows) {
    float[] y = new float[rows * w.outputs()];
    for (int r = 0; r < rows; r++) {
      for (int o = 0; o < w.outputs(); o++) {
        double sum = w.bias()[o];
        for (int i = 0; i < w.inputs(); i++) {
          sum += (double) w.weight()[o * w.inputs() + i] * x[r * w.inputs() + i];
        }
        y[r * w.outputs() + o] = (float) sum;
      }
    }
    return y;
  }

  static float[] attention(Attention a, float[] x, int tokens) {
    int width = a.query().outputs();
    int head = width / a.heads();
    float[] q = linear(a.query(), x, tokens);
    float[] k = linear(a.key(), x, tokens);
    float[] v = linear(a.value(), x, tokens);
    float[] mixed = new float[tokens * width];
    for (int h = 0; h < a.heads(); h++) {
      for (int t = 0; t < tokens; t++) {
        double[] share = shares(q, k, tokens, width, t, h * head, head);
        for (int s = 0; s < tokens; s++) {
          for (int i = 0; i < head; i++) {
            mixed[t * width + h * head + i] += (float) (share[s] * v[s * width + h * head + i]);
          }
        }
      }
    }
    return linear(a.output(), mixed, tokens);
  }

  /** Softmax over the other tokens of the scaled products of query t. */
  private static double[] shares(
      float[] q, float[] k, int tokens, int width, int t, int from, int head) {
    double[] share = new double[tokens];
    double sum = 0;
    for (int s = 0; s < tokens; s++) {
      double dot = 0;
      for (int i = from; i < from + head; i++) {
        dot += (double) q[t * width + i] * k[s * width + i];
      }
      share[s] = Math.exp(dot / Math.sqrt(head));
      sum += share[s];
    }
    for (int s = 0; s < tokens; s++) {
      share[s] /= sum;
    }
    return share;
  }

  static float[] layerNorm(float[] x, int from, float[] scale, float[] shift, double epsilon) {
    double mean = 0;
    double variance = 0;
    for (int i = 0; i < scale.length; i++) {
      mean += x[from + i] / (double) scale.length;
    }
    for (int i = 0; i < scale.length; i++) {
      variance += (x[from + i] - mean) * (x[from + i] - mean) / scale.length;
    }
    float[] y = new float[scale.length];
    for (int i = 0; i < scale.length; i++) {
      y[i] = (float) ((x[from + i] - mean) / Math.sqrt(variance + epsilon) * scale[i] + shift[i]);
    }
    return y;
  }

  /** {@code x P(Z <= x)}; the normal distribution by summing its density. */
  static float gelu(double x) {
    int steps = 20_000;
    double area = 0;
    for (int i = 0; i < steps; i++) {
      double z = (i + 0.5) / steps * x;
      area += Math.exp(-z * z / 2) * x / steps;
    }
    return (float) (x * (0.5 + area / Math.sqrt(2 * Math.PI)));
  }
}
