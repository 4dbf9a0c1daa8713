package io.lumiere.images.internal.colour;

import org.jspecify.annotations.Nullable;

/** Colours that a file names by two numbers of ITU-T H.273, as films do, in place of a profile. */
final class CodedColours {
  private static final int BT_2020 = 9;
  private static final int DCI_P3 = 11;
  private static final int DISPLAY_P3 = 12;
  private static final int GAMMA_22 = 4;
  private static final int GAMMA_28 = 5;
  private static final int LINEAR = 8;
  private static final int PQ = 16;
  private static final int HLG = 18;

  private CodedColours() {}

  /**
   * A profile of these colours; null where they are those of sRGB, or not known.
   *
   * @param primaries such as 12 for Display P3
   * @param transfer how light becomes numbers, such as 13 for sRGB's curve; 1 and other curves of
   *     television are taken for that, as browsers do
   */
  static byte @Nullable [] of(int primaries, int transfer) {
    ToneCurve curve =
        switch (transfer) {
          case GAMMA_22 -> ToneCurve.gamma(2.2);
          case GAMMA_28 -> ToneCurve.gamma(2.8);
          case LINEAR -> ToneCurve.gamma(1);
          case PQ -> HighRange.PQ;
          case HLG -> HighRange.HLG;
          default -> ToneCurve.SRGB;
        };
    Primaries colours =
        switch (primaries) {
          case BT_2020 -> Primaries.BT_2020;
          case DCI_P3 -> Primaries.DCI_P3;
          case DISPLAY_P3 -> Primaries.DISPLAY_P3;
          default -> Primaries.SRGB;
        };
    boolean isSrgb = colours.equals(Primaries.SRGB) && curve.equals(ToneCurve.SRGB);
    return isSrgb ? null : new MatrixProfile(colours, curve).bytes();
  }
}
