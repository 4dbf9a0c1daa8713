package io.lumiere.images.internal.colour;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Profiles made in memory. */
public final class TestProfiles {
  /** ROMM RGB (ISO 22028-2) is defined under D50, the white of profiles. */
  private static final Primaries PRO_PHOTO =
      new Primaries(
          new Primaries.Xy(0.7347, 0.2653),
          new Primaries.Xy(0.1596, 0.8404),
          new Primaries.Xy(0.0366, 0.0001),
          new Primaries.Xy(0.3457, 0.3585));

  private TestProfiles() {}

  public static byte[] displayP3() {
    return new MatrixProfile(Primaries.DISPLAY_P3, ToneCurve.SRGB).bytes();
  }

  public static byte[] adobeRgb() {
    return MatrixProfile.ADOBE_RGB.bytes();
  }

  static byte[] proPhoto() {
    return new MatrixProfile(PRO_PHOTO, ToneCurve.gamma(1.8)).bytes();
  }

  static byte[] srgb() {
    return new MatrixProfile(Primaries.SRGB, ToneCurve.SRGB).bytes();
  }

  /** A profile that is a table (lut16Type) of Adobe RGB's colours with a gamma of 2.2. */
  static byte[] adobeRgbTable() {
    double[][] matrix = Primaries.ADOBE_RGB.toProfileSpace();
    int points = 256;
    ByteBuffer out = ByteBuffer.allocate(52 + 2 * (3 * points + 8 * 3 + 3 * 2));
    out.put(ascii("mft2")).putInt(0).put(new byte[] {3, 3, 2, 0});
    for (int i = 0; i < 9; i++) {
      out.putInt(i % 4 == 0 ? 65_536 : 0);
    }
    out.putShort((short) points).putShort((short) 2);
    for (int i = 0; i < 3 * points; i++) {
      out.putShort((short) Math.round(65_535 * Math.pow(i % points / (points - 1.0), 2.2)));
    }
    for (int corner = 0; corner < 8; corner++) {
      for (double[] row : matrix) {
        double sum =
            (corner >> 2 & 1) * row[0] + (corner >> 1 & 1) * row[1] + (corner & 1) * row[2];
        out.putShort((short) Math.round(sum * 32_768)); // 1 is 0x8000 where the space is XYZ.
      }
    }
    for (int channel = 0; channel < 3; channel++) {
      out.putShort((short) 0).putShort((short) 0xffff);
    }
    return profile("RGB ", "A2B0", out.array());
  }

  /** A profile of grey with a gamma. */
  public static byte[] grey(double gamma) {
    ByteBuffer out = ByteBuffer.allocate(14).put(ascii("curv")).putInt(0).putInt(1);
    return profile("GRAY", "kTRC", out.putShort((short) (gamma * 256)).array());
  }

  /** As {@link #grey}, said to be of a printer's inks. */
  static byte[] inks() {
    byte[] profile = grey(1.8);
    System.arraycopy(ascii("CMYK"), 0, profile, 16, 4);
    return profile;
  }

  /** A profile of one tag and the white point. */
  private static byte[] profile(String space, String tag, byte[] content) {
    int data = 128 + 4 + 2 * 12;
    ByteBuffer out = ByteBuffer.allocate((data + 20 + content.length + 3) / 4 * 4);
    out.putInt(out.capacity()).putInt(0).putInt(0x02400000).put(ascii("mntr"));
    out.put(ascii(space)).put(ascii("XYZ "));
    out.position(36).put(ascii("acsp"));
    out.position(68).putInt(63_190).putInt(65_536).putInt(54_061);
    out.position(128).putInt(2).put(ascii("wtpt")).putInt(data).putInt(20);
    out.put(ascii(tag)).putInt(data + 20).putInt(content.length);
    out.put(ascii("XYZ ")).putInt(0).putInt(63_190).putInt(65_536).putInt(54_061);
    return out.put(content).array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
