package io.lumiere.images.internal.colour;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A profile of three primaries and one curve (ICC.1:2001-04, 6.3.1.2), for files that name their
 * colours without one. Immutable.
 */
record MatrixProfile(Primaries primaries, ToneCurve curve) {
  /** Adobe RGB (1998), 4.3.1.2: its gamma is 563/256. */
  static final MatrixProfile ADOBE_RGB =
      new MatrixProfile(Primaries.ADOBE_RGB, ToneCurve.gamma(563 / 256.0));

  private static final int HEADER = 128;
  private static final int VERSION = 0x02400000;
  private static final int TAG = 12;
  private static final int XYZ = 20;
  private static final int CURVE_POINTS = 1024;
  private static final int CURVE_HEAD = 12;
  private static final double[] D50 = {0.9642, 1, 0.8249};
  private static final String[] COLOURS = {"wtpt", "rXYZ", "gXYZ", "bXYZ"};
  private static final String[] CURVES = {"rTRC", "gTRC", "bTRC"};

  /** The profile's bytes. */
  byte[] bytes() {
    int tags = COLOURS.length + CURVES.length;
    int colours = HEADER + 4 + tags * TAG;
    int curves = colours + COLOURS.length * XYZ;
    ByteBuffer out = ByteBuffer.allocate(curves + CURVE_HEAD + 2 * CURVE_POINTS);
    header(out);
    out.position(HEADER).putInt(tags);
    for (int i = 0; i < COLOURS.length; i++) {
      text(out, COLOURS[i]).putInt(colours + i * XYZ).putInt(XYZ);
    }
    for (String name : CURVES) {
      text(out, name).putInt(curves).putInt(CURVE_HEAD + 2 * CURVE_POINTS);
    }
    double[][] matrix = primaries.toProfileSpace();
    xyz(out, D50[0], D50[1], D50[2]);
    for (int column = 0; column < 3; column++) {
      xyz(out, matrix[0][column], matrix[1][column], matrix[2][column]);
    }
    text(out, "curv").putInt(0).putInt(CURVE_POINTS);
    for (int value : curve.table(CURVE_POINTS)) {
      out.putShort((short) value);
    }
    return out.array();
  }

  private static void header(ByteBuffer out) {
    out.putInt(out.capacity()).putInt(0).putInt(VERSION);
    text(text(text(out, "mntr"), "RGB "), "XYZ ");
    text(out.position(36), "acsp");
    out.position(68);
    for (double value : D50) {
      out.putInt(fixed(value));
    }
  }

  private static void xyz(ByteBuffer out, double x, double y, double z) {
    text(out, "XYZ ").putInt(0).putInt(fixed(x)).putInt(fixed(y)).putInt(fixed(z));
  }

  /** 16 bits before the point, 16 after it. */
  private static int fixed(double value) {
    return (int) Math.round(value * 65_536);
  }

  private static ByteBuffer text(ByteBuffer out, String text) {
    return out.put(text.getBytes(StandardCharsets.US_ASCII));
  }
}
