package io.lumiere.models.internal.bridge;

import io.lumiere.base.RgbImage;

/**
 * Class scores and pixels to a vector. The meaning part is the sum, over classes, of the square
 * root of the class's probability times the class's row of {@link BridgeMatrices}; the root lets
 * what the network half believes speak too. The meaning part of every image is equally long, so
 * that a query without any light or colour in it ranks images by meaning alone. Immutable,
 * thread-safe.
 */
public final class ImageBridge {
  private final BridgeMatrices matrices;

  public ImageBridge(BridgeMatrices matrices) {
    this.matrices = matrices;
  }

  /**
   * The image's vector: a new array of {@link BridgeMatrices#dimension}, length 1.
   *
   * @param logits the classifier's outputs, finite, before softmax
   * @param image the whole image, not only the square that the classifier saw
   */
  public float[] vector(float[] logits, RgbImage image) {
    double[] meaning = Vectors.unit(meaning(logits));
    double landscape = 0;
    for (int i = 0; i < meaning.length; i++) {
      landscape += meaning[i] * matrices.landscape()[i];
    }
    double[] scene = SceneSense.strengths(image, landscape);
    double sceneLength = Vectors.SCENE * Math.min(1, Vectors.norm(scene));
    double rest = Math.sqrt(Math.max(0, squared(Vectors.SCENE) - squared(sceneLength)));
    return Vectors.join(meaning, Math.sqrt(1 - squared(Vectors.SCENE)), scene, rest);
  }

  private double[] meaning(float[] logits) {
    float[][] classes = matrices.classes();
    if (logits.length != classes.length) {
      throw new IllegalArgumentException(
          "%d class scores for a bridge of %d classes".formatted(logits.length, classes.length));
    }
    double[] roots = rootsOfProbabilities(logits);
    double[] meaning = new double[matrices.sentenceDimension()];
    for (int i = 0; i < roots.length; i++) {
      for (int j = 0; j < meaning.length; j++) {
        meaning[j] += roots[i] * classes[i][j];
      }
    }
    return meaning;
  }

  /** The square roots of softmax, but for a factor, which making a unit vector takes away. */
  private static double[] rootsOfProbabilities(float[] logits) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < logits.length; i++) {
      if (!Float.isFinite(logits[i])) {
        throw new IllegalArgumentException("the score of class " + i + " is " + logits[i]);
      }
      max = Math.max(max, logits[i]);
    }
    double[] roots = new double[logits.length];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = Math.exp((logits[i] - max) / 2);
    }
    return roots;
  }

  private static double squared(double x) {
    return x * x;
  }
}
