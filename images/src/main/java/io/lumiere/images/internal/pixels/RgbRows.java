package io.lumiere.images.internal.pixels;

import io.lumiere.images.internal.pixels.Samples.Depth;

/**
 * Turns rows of samples into rows of 8-bit RGB: red first, grey as three equal values, depth scaled
 * to 8 bits, transparency on white. Used by one thread.
 */
final class RgbRows {
  private static final int WHITE = 255;

  private final Samples samples;
  private final byte[] row;
  private final Narrowing narrowing;

  RgbRows(Samples samples) {
    this.samples = samples;
    this.row = new byte[samples.width() * samples.channels()];
    this.narrowing =
        samples.depth() == Depth.F32
            ? FloatNarrowing.of(samples)
            : samples.depth() == Depth.U16 ? new ShortNarrowing(row.length) : Samples::bytes;
  }

  /** Reads one row in 8 bits a sample. */
  interface Narrowing {
    void read(Samples samples, int y, byte[] row);
  }

  /** Writes row {@code y} as {@code 3 * width} bytes from {@code at}. */
  void read(int y, byte[] rgb, int at) {
    narrowing.read(samples, y, row);
    if (samples.inverted()) {
      invert();
    }
    switch (samples.channels()) {
      case 1 -> grey(rgb, at);
      case 2 -> greyOnWhite(rgb, at);
      case 4 -> colourOnWhite(rgb, at);
      default -> colour(rgb, at, samples.channels());
    }
  }

  private void invert() {
    int step = samples.channels();
    for (int i = 0; i < row.length; i += step) {
      row[i] = (byte) ~row[i];
    }
  }

  private void grey(byte[] rgb, int at) {
    int to = at;
    for (byte value : row) {
      rgb[to] = rgb[to + 1] = rgb[to + 2] = value;
      to += 3;
    }
  }

  private void colour(byte[] rgb, int at, int channels) {
    int to = at;
    for (int from = 0; from < row.length; from += channels) {
      rgb[to] = row[from + 2];
      rgb[to + 1] = row[from + 1];
      rgb[to + 2] = row[from];
      to += 3;
    }
  }

  private void greyOnWhite(byte[] rgb, int at) {
    int to = at;
    for (int from = 0; from < row.length; from += 2) {
      rgb[to] = rgb[to + 1] = rgb[to + 2] = onWhite(row[from], row[from + 1] & 0xff);
      to += 3;
    }
  }

  private void colourOnWhite(byte[] rgb, int at) {
    int to = at;
    for (int from = 0; from < row.length; from += 4) {
      int alpha = row[from + 3] & 0xff;
      rgb[to] = onWhite(row[from + 2], alpha);
      rgb[to + 1] = onWhite(row[from + 1], alpha);
      rgb[to + 2] = onWhite(row[from], alpha);
      to += 3;
    }
  }

  private byte onWhite(byte value, int alpha) {
    if (samples.premultiplied()) {
      return (byte) Math.min(WHITE, (value & 0xff) + WHITE - alpha);
    }
    int sum = (value & 0xff) * alpha + WHITE * (255 - alpha);
    return (byte) ((sum + 127) / 255);
  }

  private static final class ShortNarrowing implements Narrowing {
    private final short[] wide;

    ShortNarrowing(int length) {
      wide = new short[length];
    }

    // 65535 = 255 * 257: the nearest 8-bit value is the quotient by 257, rounded.
    @Override
    public void read(Samples samples, int y, byte[] row) {
      samples.shorts(y, wide);
      for (int i = 0; i < row.length; i++) {
        row[i] = (byte) (((wide[i] & 0xffff) + 128) / 257);
      }
    }
  }
}
