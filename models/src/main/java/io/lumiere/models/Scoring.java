package io.lumiere.models;

/**
 * How a model's cosines become probabilities, as the model was trained. Immutable.
 *
 * @param kind over what
 * @param scale each cosine is multiplied by it; above 0
 * @param bias added afterwards; 0 for {@link Kind#SOFTMAX}, where it makes no difference
 */
public record Scoring(Kind kind, double scale, double bias) {
  /** Over what a probability is. */
  public enum Kind {
    /** One of the labels holds: the probabilities of all labels add up to 1. CLIP. */
    SOFTMAX,
    /** Each label holds or not, whatever the others do. SigLIP. */
    SIGMOID
  }

  public Scoring {
    if (!(scale > 0 && Double.isFinite(scale))) {
      throw new IllegalArgumentException("scale " + scale + " is not above 0");
    }
    if (!Double.isFinite(bias)) {
      throw new IllegalArgumentException("bias " + bias + " is not a number");
    }
  }

  /**
   * Probabilities of labels.
   *
   * @param cosines of one image with each label
   * @return one for each, 0 to 1
   */
  public double[] probabilities(float[] cosines) {
    double[] logits = new double[cosines.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < cosines.length; i++) {
      logits[i] = scale * cosines[i] + bias;
      highest = Math.max(highest, logits[i]);
    }
    return kind == Kind.SOFTMAX ? softmax(logits, highest) : sigmoid(logits);
  }

  private static double[] softmax(double[] logits, double highest) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      logits[i] = Math.exp(logits[i] - highest);
      sum += logits[i];
    }
    for (int i = 0; i < logits.length; i++) {
      logits[i] /= sum;
    }
    return logits;
  }

  private static double[] sigmoid(double[] logits) {
    for (int i = 0; i < logits.length; i++) {
      logits[i] = 1 / (1 + Math.exp(-logits[i]));
    }
    return logits;
  }
}
