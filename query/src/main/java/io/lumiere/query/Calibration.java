package io.lumiere.query;

import io.lumiere.query.hybrid.Scale;

/**
 * What a model's cosines mean to a person: how to turn them into the chance that a photo matches.
 * It depends on the model, so it comes with the model.
 *
 * @param text for a text's vector against a photo's
 * @param image for a photo's vector against a photo's
 */
public record Calibration(Scale text, Scale image) {
  /** For a model of which nothing is known. */
  public static final Calibration DEFAULT =
      new Calibration(new Scale.Logistic(0.25, 0.05), new Scale.Logistic(0.6, 0.1));
}
