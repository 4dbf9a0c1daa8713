package io.lumiere.images;

import java.awt.image.BufferedImage;

/** Pixels as arrays of samples, for files that are written here. */
final class Samples8 {
  private Samples8() {}

  static byte[] rgb(BufferedImage image) {
    byte[] samples = new byte[3 * image.getWidth() * image.getHeight()];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        samples[at++] = (byte) (rgb >> 16);
        samples[at++] = (byte) (rgb >> 8);
        samples[at++] = (byte) rgb;
      }
    }
    return samples;
  }

  static byte[] bgra(BufferedImage image) {
    byte[] samples = new byte[4 * image.getWidth() * image.getHeight()];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int argb = image.getRGB(x, y);
        samples[at++] = (byte) argb;
        samples[at++] = (byte) (argb >> 8);
        samples[at++] = (byte) (argb >> 16);
        samples[at++] = (byte) (argb >> 24);
      }
    }
    return samples;
  }

  /** 16 bits a sample: each byte twice is the value times 257. */
  static byte[] widened(byte[] samples) {
    byte[] wide = new byte[2 * samples.length];
    for (int i = 0; i < samples.length; i++) {
      wide[2 * i] = wide[2 * i + 1] = samples[i];
    }
    return wide;
  }
}
