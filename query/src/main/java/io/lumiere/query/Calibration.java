package io.lumiere.query;

import io.lumiere.query.hybrid.Scale;

/**
 * What a model's cosines mean to a person: how to turn them into the chance that a photo matches. A
 * cosine alone cannot be cut off, since what is high depends on the model and on what is compared;
 * a rank cannot either, since something is always first. Immutable.
 *
 * @param text for a text's vector against a photo's
 * @param image for a photo's vector against a photo's
 * @param alike the cosine, -1 to 1, from which two photos are near duplicates: the same picture
 *     saved, cut or lit a little differently, or taken once more
 */
public record Calibration(Scale text, Scale image, float alike) {
  /**
   * For models that were not measured. It is cautious, since hiding a different photo is worse than
   * showing one twice.
   */
  public static final float DEFAULT_ALIKE = 0.95f;

  public Calibration {
    // Negated, so that NaN fails too.
    if (!(alike >= -1 && alike <= 1)) {
      throw new IllegalArgumentException(
          "cosine of near duplicates is " + alike + ", not in -1..1");
    }
  }

  /** A calibration with {@link #DEFAULT_ALIKE}. */
  public Calibration(Scale text, Scale image) {
    this(text, image, DEFAULT_ALIKE);
  }

  /**
   * For a program that has no calibration of its model. It is cautious: with the starter model it
   * gives texts higher chances than the command line, so that a least score hides fewer photos. The
   * command line has calibrations of its own, the starter's fitted to captions ({@code IndexSearch}
   * of module {@code app}). Measured with the starter model on 36 photos: the best photo for a
   * thing that is among them has a cosine of .32 to .43, for a thing that is not .11 to .31, mostly
   * below .25; photos of the same scene have .69 to .84 to each other, others below .6. Copies of
   * them at half the size, at JPEG quality 40, with a tenth cut off or with a fifth more contrast
   * have at least .94 to the originals, lit a fifth brighter or darker mostly .95; of 141,750 pairs
   * of different photos and such copies one reached .92.
   */
  public static final Calibration DEFAULT =
      new Calibration(new Scale.Logistic(0.25, 0.05), new Scale.Logistic(0.6, 0.1), 0.92f);
}
