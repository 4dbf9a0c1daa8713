package io.lumiere.images.internal.heif;

/** How a picture is coded. */
public enum Codec {
  /** HEVC (ITU-T H.265), of which HEIC files are made. */
  HEVC,
  /** AV1, of which AVIF files are made. */
  AV1
}
