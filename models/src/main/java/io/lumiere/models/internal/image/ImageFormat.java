package io.lumiere.models.internal.image;

import java.util.Locale;

/** The formats that are decoded here. */
public enum ImageFormat {
  JPEG,
  PNG,
  WEBP,
  TIFF,
  GIF,
  BMP,
  PNM,
  JP2,
  EXR,
  HEIC,
  AVIF;

  /** The format's name in messages to people and in an index: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
