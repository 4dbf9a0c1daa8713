package io.lumiere.models.internal.bridge;

import static io.lumiere.models.internal.bridge.Ramps.ramp;

/**
 * Sentence vectors to vectors of the model. The scene part says which attributes the text speaks
 * of: those whose prompts lie near, nearest first, and none for most texts, whose meaning part is
 * then the sentence vector itself. Immutable, thread-safe.
 */
public final class TextBridge {
  /** At this cosine an attribute begins to count; unrelated texts stay below .3. */
  private static final double SOME = 0.35;

  /** At this cosine it counts fully: the attribute's own name has .6 to .8. */
  private static final double FULLY = 0.65;

  /** By so much less cosine than the nearest, an attribute counts for 1/e: most are alike. */
  private static final double RIVALRY = 0.05;

  private final BridgeMatrices matrices;

  public TextBridge(BridgeMatrices matrices) {
    this.matrices = matrices;
  }

  /**
   * The text's vector: a new array of {@link BridgeMatrices#dimension}, length 1.
   *
   * @param sentence the sentence encoder's vector, length 1
   */
  public float[] vector(float[] sentence) {
    if (sentence.length != matrices.sentenceDimension()) {
      throw new IllegalArgumentException(
          "a sentence vector of %d numbers for a bridge of %d"
              .formatted(sentence.length, matrices.sentenceDimension()));
    }
    double[] meaning = new double[sentence.length];
    for (int i = 0; i < meaning.length; i++) {
      meaning[i] = sentence[i];
    }
    double[] scene = scene(sentence);
    double sceneLength = Vectors.SCENE * Math.min(1, Vectors.norm(scene));
    double meaningLength = Math.sqrt(1 - sceneLength * sceneLength);
    return Vectors.join(Vectors.unit(meaning), meaningLength, scene, 0);
  }

  /** How much the text speaks of each attribute, 0 to 1. */
  private double[] scene(float[] sentence) {
    double[] cosines = new double[matrices.anchors().length];
    double nearest = -1;
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = Vectors.dot(sentence, matrices.anchors()[i]);
      nearest = Math.max(nearest, cosines[i]);
    }
    double[] scene = new double[cosines.length];
    for (int i = 0; i < scene.length; i++) {
      scene[i] = ramp(cosines[i], SOME, FULLY) * Math.exp((cosines[i] - nearest) / RIVALRY);
    }
    return scene;
  }
}
