package io.lumiere.models.internal.bridge;

import java.util.Arrays;

/**
 * The numbers of a bridge, made once for a pair of towers. Nobody changes the arrays once they are
 * here.
 *
 * @param classes what each class adds to the meaning part: one row of the sentence dimension per
 *     class
 * @param landscape a direction in the sentence space, from patterns to landscapes
 * @param anchors the unit sentence vector of each {@link SceneAttribute}'s prompt, in their order
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by identity; too large to copy for safety.
public record BridgeMatrices(float[][] classes, float[] landscape, float[][] anchors) {
  public BridgeMatrices {
    int attributes = SceneAttribute.values().length;
    if (classes.length == 0 || landscape.length == 0) {
      throw new IllegalArgumentException(
          "a bridge needs classes and dimensions, not %d x %d"
              .formatted(classes.length, landscape.length));
    }
    if (anchors.length != attributes) {
      throw new IllegalArgumentException(
          "a bridge has %d scene anchors, not %d".formatted(attributes, anchors.length));
    }
    check("class", classes, landscape.length);
    check("landscape", new float[][] {landscape}, landscape.length);
    check("anchor", anchors, landscape.length);
  }

  /** Dimensions of the sentence encoder. */
  public int sentenceDimension() {
    return landscape.length;
  }

  /** Dimensions of the model: the sentence encoder's, the scene's, and one that evens out. */
  public int dimension() {
    return sentenceDimension() + anchors.length + 1;
  }

  private static void check(String what, float[][] rows, int dimension) {
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != dimension) {
        throw new IllegalArgumentException(
            "%s row %d has %d numbers, not %d".formatted(what, i, rows[i].length, dimension));
      }
      float sum = 0;
      for (float value : rows[i]) {
        sum += value * value;
      }
      if (!Float.isFinite(sum)) {
        throw new IllegalArgumentException(
            "%s row %d is not finite: %s".formatted(what, i, Arrays.toString(rows[i])));
      }
    }
  }
}
