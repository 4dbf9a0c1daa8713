package io.lumiere.models.convert;

import io.lumiere.ncnn.format.ByteBlocks;
import io.lumiere.ncnn.format.ParamAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The weights of layers that multiply by matrices, as a network's {@link Storage} says; as 8-bit
 * integers, with what is known of the layers' inputs. For one thread.
 */
final class MatrixWeights {
  private final Storage storage;
  private final Calibration calibration;
  private final Set<String> inputs = new LinkedHashSet<>();

  MatrixWeights(Storage storage, Calibration calibration) {
    this.storage = storage;
    this.calibration = calibration;
  }

  /** The blobs that matrices take, in the order of the layers. */
  Set<String> inputs() {
    return Collections.unmodifiableSet(inputs);
  }

  /** A matrix that is a float in each storage: one that ncnn cannot multiply as integers. */
  Weights floats(float[] values) {
    return storage == Storage.FP32 ? Weights.full(values) : Weights.half(values);
  }

  /** The weights of a Gemm; adds to its attributes. */
  List<Weights> ofGemm(Blob x, Linear w, ParamAttributes attributes) {
    inputs.add(x.name());
    if (storage != Storage.INT8) {
      return List.of(floats(w.weight()), Weights.full(w.bias()));
    }
    float[] maxima = calibration.isEmpty() ? new float[0] : calibration.of(x, w.inputs());
    ByteMatrix matrix = ByteMatrix.of(w, maxima);
    return bytes(List.of(matrix.bytes(), Weights.full(w.bias())), List.of(matrix), attributes);
  }

  /**
   * The weights of an attention; adds to its attributes.
   *
   * @param content the inputs, without a mask
   */
  List<Weights> ofAttention(List<Blob> content, Attention a, ParamAttributes attributes) {
    content.forEach(blob -> inputs.add(blob.name()));
    List<Linear> parts = List.of(a.query(), a.key(), a.value(), a.output());
    List<Weights> weights = new ArrayList<>();
    if (storage != Storage.INT8) {
      for (Linear part : parts) {
        weights.add(floats(part.weight()));
        weights.add(Weights.plain(part.bias()));
      }
      return weights;
    }
    List<float[]> maxima =
        calibration.isEmpty()
            ? Collections.nCopies(parts.size(), new float[0])
            : calibration.ofAttention(content, a);
    List<ByteMatrix> matrices = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      ByteMatrix matrix = ByteMatrix.of(parts.get(i), maxima.get(i));
      matrices.add(matrix);
      weights.add(matrix.bytes());
      weights.add(Weights.plain(parts.get(i).bias()));
    }
    return bytes(weights, matrices, attributes);
  }

  /** Scales follow all matrices, and after them come the inputs' multipliers. */
  private List<Weights> bytes(
      List<Weights> matricesAndBiases, List<ByteMatrix> matrices, ParamAttributes attributes) {
    boolean calibrated = !calibration.isEmpty();
    attributes.set(ByteBlocks.ATTRIBUTE, new ByteBlocks(ByteMatrix.BLOCK, calibrated).code());
    List<Weights> weights = new ArrayList<>(matricesAndBiases);
    matrices.forEach(matrix -> weights.add(matrix.scales()));
    if (calibrated) {
      matrices.forEach(matrix -> weights.add(matrix.inputScales()));
    }
    return weights;
  }
}
