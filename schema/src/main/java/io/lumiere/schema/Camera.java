package io.lumiere.schema;

import org.jspecify.annotations.Nullable;

/**
 * What took a photo, and with which settings; what is not known is null. Immutable.
 *
 * @param make manufacturer
 * @param model model
 * @param lens lens
 * @param iso ISO sensitivity
 * @param aperture f-number
 * @param exposure in seconds
 * @param focalLength in millimetres
 * @param focalLength35 in millimetres, of a lens with the same angle of view on 35 mm film
 * @param flash whether the flash fired
 * @param software what wrote the file last, as it names itself
 */
public record Camera(
    @Nullable String make,
    @Nullable String model,
    @Nullable String lens,
    @Nullable Integer iso,
    @Nullable Float aperture,
    @Nullable Double exposure,
    @Nullable Float focalLength,
    @Nullable Float focalLength35,
    @Nullable Boolean flash,
    @Nullable String software) {
  public static final Camera UNKNOWN = new Camera(null, null, null, null, null, null, null);

  /** A camera of which no more is known. */
  public Camera(
      @Nullable String make,
      @Nullable String model,
      @Nullable String lens,
      @Nullable Integer iso,
      @Nullable Float aperture,
      @Nullable Double exposure,
      @Nullable Float focalLength) {
    this(make, model, lens, iso, aperture, exposure, focalLength, null, null, null);
  }

  /** Make and model without saying the make twice; null where neither is known. */
  public @Nullable String name() {
    if (make == null || model == null) {
      return make == null ? model : make;
    }
    boolean repeats = model.regionMatches(true, 0, make, 0, make.length());
    return repeats ? model : make + " " + model;
  }
}
