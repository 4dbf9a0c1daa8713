package io.lumiere.models.internal.bridge;

import java.util.List;
import java.util.function.Function;

/**
 * Makes {@link BridgeMatrices} from the classes' texts and a sentence encoder; no image takes part.
 *
 * <p>The class matrix follows ESZSL (Romera-Paredes and Torr, "An embarrassingly simple approach to
 * zero-shot learning", ICML 2015) with class texts for attributes. With the rows of {@code C} the
 * classes' sentence vectors less their mean, it is {@code C (C'C + lambda I)^-1}. Subtracting the
 * mean takes away what all definitions share, which otherwise makes every image resemble every
 * text; the inverse keeps the many near-equal classes (over a hundred are dogs) from drowning the
 * rest. Thread-safe.
 */
public final class BridgeBuilder {
  /**
   * The ridge. From 20 to 100 the results hardly differ. The eigenvalues that it is added to go
   * from 70 down to .02 for 1,000 classes in 384 dimensions, so it tames the largest and leaves the
   * rest.
   */
  private static final double LAMBDA = 50;

  private static final String LANDSCAPE = "landscape with sky, sea, mountains or a lake";
  private static final String PATTERN = "pattern, artwork, fabric, printed design";

  private BridgeBuilder() {}

  /**
   * Encodes the texts and solves for the matrices: about 1,030 calls of {@code sentences}.
   *
   * @param classPrompts a text for each class, in the order of the classifier's outputs
   * @param sentences text to a unit vector; always the same dimension
   */
  public static BridgeMatrices build(
      List<String> classPrompts, Function<String, float[]> sentences) {
    if (classPrompts.isEmpty()) {
      throw new IllegalArgumentException("a bridge needs the text of at least one class");
    }
    double[][] centred = new double[classPrompts.size()][];
    for (int i = 0; i < centred.length; i++) {
      centred[i] = widened(sentences.apply(classPrompts.get(i)));
    }
    subtractMean(centred);
    float[][] classes = new float[centred.length][];
    Cholesky ridge = Cholesky.of(gram(centred));
    for (int i = 0; i < centred.length; i++) {
      classes[i] = narrowed(ridge.solve(centred[i]));
    }
    return new BridgeMatrices(classes, landscape(sentences), anchors(sentences));
  }

  private static float[][] anchors(Function<String, float[]> sentences) {
    SceneAttribute[] attributes = SceneAttribute.values();
    float[][] anchors = new float[attributes.length][];
    for (int i = 0; i < anchors.length; i++) {
      anchors[i] = sentences.apply(attributes[i].prompt()).clone();
    }
    return anchors;
  }

  private static float[] landscape(Function<String, float[]> sentences) {
    float[] towards = sentences.apply(LANDSCAPE);
    float[] away = sentences.apply(PATTERN);
    float[] direction = new float[towards.length];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = towards[i] - away[i];
    }
    return direction;
  }

  private static void subtractMean(double[][] rows) {
    for (int column = 0; column < rows[0].length; column++) {
      double mean = 0;
      for (double[] row : rows) {
        mean += row[column] / rows.length;
      }
      for (double[] row : rows) {
        row[column] -= mean;
      }
    }
  }

  /** {@code C'C + lambda I}, lower triangle. */
  private static double[][] gram(double[][] rows) {
    int dimension = rows[0].length;
    double[][] gram = new double[dimension][dimension];
    for (double[] row : rows) {
      for (int i = 0; i < dimension; i++) {
        for (int j = 0; j <= i; j++) {
          gram[i][j] += row[i] * row[j];
        }
      }
    }
    for (int i = 0; i < dimension; i++) {
      gram[i][i] += LAMBDA;
    }
    return gram;
  }

  private static double[] widened(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private static float[] narrowed(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }
}
