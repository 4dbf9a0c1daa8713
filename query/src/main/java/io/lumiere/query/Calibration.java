package io.lumiere.query;

import io.lumiere.query.hybrid.Scale;

/**
 * What a model's cosines mean to a person: how to turn them into the chance that a photo matches. A
 * cosine alone cannot be cut off, since what is high depends on the model and on what is compared;
 * a rank cannot either, since something is always first. Immutable.
 *
 * @param text for a text's vector against a photo's
 * @param image for a photo's vector against a photo's
 */
public record Calibration(Scale text, Scale image) {
  /**
   * Fits the starter model; another model wants its own. Measured with the starter model on 36
   * photos: the best photo for a thing that is among them has a cosine of .32 to .43, for a thing
   * that is not .11 to .31, mostly below .25; photos of the same scene have .69 to .84 to each
   * other, others below .6.
   */
  public static final Calibration DEFAULT =
      new Calibration(new Scale.Logistic(0.25, 0.05), new Scale.Logistic(0.6, 0.1));
}
