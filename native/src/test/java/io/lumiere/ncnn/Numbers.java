package io.lumiere.ncnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The arithmetic of layers in plain Java, in double precision, for comparison with ncnn. */
final class Numbers {
  private Numbers() {}

  /** Asserts that numbers are equal to a tolerance. AssertJ's way takes minutes for many. */
  static void assertNear(float[] actual, float[] expected, float tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(actual[i] - expected[i]) <= tolerance)) {
        assertThat(actual[i]).as("number %d", i).isCloseTo(expected[i], within(tolerance));
      }
    }
  }

  /** Returns a [m, k] times the transpose of b [n, k] plus bias [n]. */
  static float[] affine(float[] a, float[] b, float[] bias, int m, int k) {
    int n = bias.length;
    float[] out = new float[m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = bias[j];
        for (int x = 0; x < k; x++) {
          sum += (double) a[i * k + x] * b[j * k + x];
        }
        out[i * n + j] = (float) sum;
      }
    }
    return out;
  }

  /** Normalises rows to mean 0 and variance 1, then scales and shifts them. */
  static float[] layerNorm(float[] x, float[] gamma, float[] beta, double eps) {
    int w = gamma.length;
    float[] out = new float[x.length];
    for (int row = 0; row < x.length; row += w) {
      double mean = 0;
      for (int i = 0; i < w; i++) {
        mean += x[row + i] / (double) w;
      }
      double variance = 0;
      for (int i = 0; i < w; i++) {
        variance += (x[row + i] - mean) * (x[row + i] - mean) / w;
      }
      for (int i = 0; i < w; i++) {
        double value = (x[row + i] - mean) / Math.sqrt(variance + eps);
        out[row + i] = (float) (value * gamma[i] + beta[i]);
      }
    }
    return out;
  }

  /**
   * Attention of rows q [n, dim], k and v [m, dim] that are projected already; mask [n, m] is added
   * to the scores.
   */
  static float[] attention(float[] q, float[] k, float[] v, float[] mask, int dim, int heads) {
    int n = q.length / dim;
    int m = k.length / dim;
    int width = dim / heads;
    float[] out = new float[n * dim];
    for (int head = 0; head < heads; head++) {
      for (int i = 0; i < n; i++) {
        double[] score = new double[m];
        double max = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < m; j++) {
          double dot = 0;
          for (int x = head * width; x < (head + 1) * width; x++) {
            dot += (double) q[i * dim + x] * k[j * dim + x];
          }
          score[j] = dot / Math.sqrt(width) + mask[i * m + j];
          max = Math.max(max, score[j]);
        }
        double total = 0;
        for (int j = 0; j < m; j++) {
          score[j] = Math.exp(score[j] - max);
          total += score[j];
        }
        for (int x = head * width; x < (head + 1) * width; x++) {
          double sum = 0;
          for (int j = 0; j < m; j++) {
            sum += score[j] / total * v[j * dim + x];
          }
          out[i * dim + x] = (float) sum;
        }
      }
    }
    return out;
  }

  /** Convolves x [c, h, w] with weights [f, c / groups, k, k]. */
  static float[] convolution(
      float[] x, int c, int h, int w, float[] weight, float[] bias, int[] kernelStridePadGroups) {
    int kernel = kernelStridePadGroups[0];
    int stride = kernelStridePadGroups[1];
    int pad = kernelStridePadGroups[2];
    int groups = kernelStridePadGroups[3];
    int filters = bias.length;
    int perGroup = c / groups;
    int outH = (h + 2 * pad - kernel) / stride + 1;
    int outW = (w + 2 * pad - kernel) / stride + 1;
    float[] out = new float[filters * outH * outW];
    for (int f = 0; f < filters; f++) {
      int first = f / (filters / groups) * perGroup;
      for (int oy = 0; oy < outH; oy++) {
        for (int ox = 0; ox < outW; ox++) {
          double sum = bias[f];
          for (int i = 0; i < perGroup; i++) {
            for (int ky = 0; ky < kernel; ky++) {
              for (int kx = 0; kx < kernel; kx++) {
                int y = oy * stride + ky - pad;
                int at = ox * stride + kx - pad;
                if (y >= 0 && y < h && at >= 0 && at < w) {
                  double value = weight[((f * perGroup + i) * kernel + ky) * kernel + kx];
                  sum += value * x[((first + i) * h + y) * w + at];
                }
              }
            }
          }
          out[(f * outH + oy) * outW + ox] = (float) sum;
        }
      }
    }
    return out;
  }
}
