package io.lumiere.images.internal.header;

import java.util.Locale;

/** The formats that are decoded here; from CR2 on they are cameras' raw files. */
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
  AVIF,
  JXL,
  CR2,
  CR3,
  NEF,
  ARW,
  DNG,
  ORF,
  RW2,
  RAF,
  PEF,
  SRW,
  /** A raw file of another maker. */
  RAW;

  /** The format's name in messages to people and in an index: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
