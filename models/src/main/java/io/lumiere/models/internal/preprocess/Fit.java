package io.lumiere.models.internal.preprocess;

/** How a picture of any shape becomes a square. */
public enum Fit {
  /** Resized by its shorter side, then cut to its centre. What most networks were trained with. */
  CENTRE_CROP,
  /** Resized to the square, whatever that does to proportions. Nothing is lost at the edges. */
  SQUASH
}
