package io.lumiere.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What took a photo, and with which settings; what is not known is null. Immutable.
 *
 * @param make manufacturer
 * @param model model
 * @param serial serial number of the body
 * @param lens lens
 * @param settings what the camera was set to for this photo
 * @param software what wrote the file last, as it names itself
 */
public record Camera(
    @Nullable String make,
    @Nullable String model,
    @Nullable String serial,
    @Nullable String lens,
    Settings settings,
    @Nullable String software) {
  public static final Camera UNKNOWN = builder().build();

  private static final String FIRED = "fired";
  private static final String OFF = "off";

  private static final FieldGroup<Camera, Builder> GROUP =
      new FieldGroup<>(Photo::camera, draft -> draft.camera);

  static final List<PhotoField<?>> FIELDS =
      List.of(
          GROUP.one(
              Fields.CAMERA_MAKE, FieldType.KEYWORD, "manufacturer", Camera::make, Builder::make),
          GROUP.one(Fields.CAMERA_MODEL, FieldType.KEYWORD, "model", Camera::model, Builder::model),
          GROUP.one(
              Fields.CAMERA_SERIAL,
              FieldType.KEYWORD,
              "serial number of the body",
              Camera::serial,
              Builder::serial),
          GROUP.derived(
              Fields.CAMERA,
              FieldType.WORDS,
              "make and model",
              camera -> camera.name() == null ? null : Words.split(camera.name())),
          GROUP.one(Fields.LENS, FieldType.KEYWORD, "lens", Camera::lens, Builder::lens),
          GROUP.one(
              Fields.ISO,
              FieldType.INT,
              "sensitivity",
              camera -> camera.settings.iso,
              Builder::iso),
          GROUP.one(
              Fields.APERTURE,
              FieldType.FLOAT,
              "f-number",
              camera -> camera.settings.aperture,
              Builder::aperture),
          GROUP.one(
              Fields.EXPOSURE,
              FieldType.DOUBLE,
              "seconds",
              camera -> camera.settings.exposure,
              Builder::exposure),
          GROUP.one(
              Fields.FOCAL_LENGTH,
              FieldType.FLOAT,
              "millimetres",
              camera -> camera.settings.focalLength,
              Builder::focalLength),
          GROUP.one(
              Fields.FOCAL_LENGTH_35,
              FieldType.FLOAT,
              "millimetres, as on 35 mm film",
              camera -> camera.settings.focalLength35,
              Builder::focalLength35),
          GROUP.one(
              Fields.FLASH,
              FieldType.KEYWORD,
              "`fired` or `off`",
              camera -> camera.settings.flash == null ? null : camera.settings.flash ? FIRED : OFF,
              (camera, flash) -> camera.flash(flash.equals(FIRED))),
          GROUP.one(
              Fields.SOFTWARE,
              FieldType.KEYWORD,
              "what wrote the file",
              Camera::software,
              Builder::software));

  /**
   * What a camera was set to; what is not known is null. Immutable.
   *
   * @param iso ISO sensitivity
   * @param aperture f-number
   * @param exposure in seconds
   * @param focalLength in millimetres
   * @param focalLength35 in millimetres, of a lens with the same angle of view on 35 mm film
   * @param flash whether the flash fired
   */
  public record Settings(
      @Nullable Integer iso,
      @Nullable Float aperture,
      @Nullable Double exposure,
      @Nullable Float focalLength,
      @Nullable Float focalLength35,
      @Nullable Boolean flash) {}

  /** A builder of a camera of which nothing is known. */
  public static Builder builder() {
    return new Builder();
  }

  /** Make and model without saying the make twice; null where neither is known. */
  public @Nullable String name() {
    return name(make, model);
  }

  /** The name of a camera of this make and model; null where neither is known. */
  public static @Nullable String name(@Nullable String make, @Nullable String model) {
    if (make == null || model == null) {
      return make == null ? model : make;
    }
    boolean repeats = model.regionMatches(true, 0, make, 0, make.length());
    return repeats ? model : make + " " + model;
  }

  /** Gathers what is known of a camera. Not thread-safe. */
  public static final class Builder {
    private @Nullable String make;
    private @Nullable String model;
    private @Nullable String serial;
    private @Nullable String lens;
    private @Nullable Integer iso;
    private @Nullable Float aperture;
    private @Nullable Double exposure;
    private @Nullable Float focalLength;
    private @Nullable Float focalLength35;
    private @Nullable Boolean flash;
    private @Nullable String software;

    private Builder() {}

    public Builder make(@Nullable String value) {
      make = value;
      return this;
    }

    public Builder model(@Nullable String value) {
      model = value;
      return this;
    }

    public Builder serial(@Nullable String value) {
      serial = value;
      return this;
    }

    public Builder lens(@Nullable String value) {
      lens = value;
      return this;
    }

    public Builder iso(@Nullable Integer value) {
      iso = value;
      return this;
    }

    public Builder aperture(@Nullable Float value) {
      aperture = value;
      return this;
    }

    public Builder exposure(@Nullable Double value) {
      exposure = value;
      return this;
    }

    public Builder focalLength(@Nullable Float value) {
      focalLength = value;
      return this;
    }

    public Builder focalLength35(@Nullable Float value) {
      focalLength35 = value;
      return this;
    }

    public Builder flash(@Nullable Boolean value) {
      flash = value;
      return this;
    }

    public Builder software(@Nullable String value) {
      software = value;
      return this;
    }

    public Camera build() {
      return new Camera(
          make,
          model,
          serial,
          lens,
          new Settings(iso, aperture, exposure, focalLength, focalLength35, flash),
          software);
    }
  }
}
