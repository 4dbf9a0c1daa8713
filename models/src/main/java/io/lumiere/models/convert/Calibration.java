package io.lumiere.models.convert;

import io.lumiere.ncnn.FloatTensor;
import io.lumiere.ncnn.Network;
import io.lumiere.ncnn.Session;
import io.lumiere.ncnn.Tensor;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The largest absolute value that each input channel of a network's matrices had over some runs.
 * With it, {@link Storage#INT8} moves the burden of channels that are much larger than their
 * neighbours, as transformers have them, from the numbers that are rounded at run time to the
 * weights. Nothing is trained, and it does not change what the network computes but for rounding.
 *
 * <p>It is made from the same network in another storage; layers are told apart by their place, so
 * both must be built by the same calls. Immutable.
 *
 * @see <a href="https://arxiv.org/abs/2211.10438">Xiao et al., SmoothQuant, 2023</a>
 */
public final class Calibration {
  /** No runs: every channel is taken as it is. */
  public static final Calibration NONE = new Calibration(Map.of());

  /** By the name of a blob that a matrix takes. */
  private final Map<String, float[]> maxima;

  private Calibration(Map<String, float[]> maxima) {
    this.maxima = maxima;
  }

  /**
   * Runs a network on samples of what it will see; a few dozen do.
   *
   * @param net what the network was written from
   * @param network the same, loaded
   * @param samples the network's inputs, by name, for each run
   */
  public static Calibration measure(
      NetworkBuilder net,
      Network network,
      Iterable<? extends Map<String, ? extends Tensor>> samples) {
    Map<String, float[]> maxima = new HashMap<>();
    for (Map<String, ? extends Tensor> sample : samples) {
      try (Session session = network.newSession()) {
        sample.forEach(session::input);
        for (String blob : net.matrixInputs()) {
          maxima.merge(blob, columnMaxima(session.output(blob)), Calibration::larger);
        }
      }
    }
    return new Calibration(Collections.unmodifiableMap(maxima));
  }

  private static float[] columnMaxima(FloatTensor rows) {
    int[] shape = rows.shape();
    float[] data = rows.data();
    float[] maxima = new float[shape[shape.length - 1]];
    for (int i = 0; i < data.length; i++) {
      int column = i % maxima.length;
      maxima[column] = Math.max(maxima[column], Math.abs(data[i]));
    }
    return maxima;
  }

  private static float[] larger(float[] a, float[] b) {
    float[] larger = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      larger[i] = Math.max(a[i], b[i]);
    }
    return larger;
  }

  boolean isEmpty() {
    return maxima.isEmpty();
  }

  /** The maxima of a matrix's input channels. */
  float[] of(Blob input, int channels) {
    float[] found =
        Objects.requireNonNull(
            maxima.get(input.name()), () -> input + " was not calibrated: another network");
    if (found.length != channels) {
      throw new IllegalArgumentException(
          input + " was calibrated with " + found.length + " channels, not " + channels);
    }
    return found;
  }

  /** Input channels of a matrix, and those of attention's last one, which no run can see. */
  List<float[]> ofAttention(List<Blob> inputs, Attention a) {
    Blob keys = inputs.get(Math.min(1, inputs.size() - 1));
    return List.of(
        of(inputs.get(0), a.query().inputs()),
        of(keys, a.key().inputs()),
        of(keys, a.value().inputs()),
        new float[0]);
  }
}
