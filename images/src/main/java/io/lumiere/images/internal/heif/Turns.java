package io.lumiere.images.internal.heif;

import io.lumiere.images.container.Box;
import java.util.Arrays;
import java.util.List;

/** The properties irot and imir as one EXIF orientation. */
final class Turns {
  /**
   * What each orientation does, as a matrix by rows: it takes a stored pixel's place, from the
   * picture's middle, x to the right and y down, to where the pixel is displayed.
   */
  private static final int[][] MATRICES = {
    {1, 0, 0, 1},
    {-1, 0, 0, 1},
    {-1, 0, 0, -1},
    {1, 0, 0, -1},
    {0, 1, 1, 0},
    {0, -1, 1, 0},
    {0, -1, -1, 0},
    {0, 1, -1, 0},
  };

  private static final int[] TURN_LEFT = MATRICES[8 - 1];
  private static final int[] FLIP_UPSIDE_DOWN = MATRICES[4 - 1];
  private static final int[] FLIP_SIDEWAYS = MATRICES[2 - 1];

  private Turns() {}

  /** Whether there is any of the two, be it one that changes nothing. */
  static boolean areGiven(List<Box> properties) {
    return Box.find(properties, "irot") != null || Box.find(properties, "imir") != null;
  }

  /** The orientation, 1 to 8, that has the effect of the properties in their order. */
  static int orientation(List<Box> properties) {
    int[] matrix = MATRICES[0];
    for (Box box : properties) {
      switch (box.type()) {
        case "irot" -> {
          for (int left = box.content().u8(0) & 3; left > 0; left--) {
            matrix = product(TURN_LEFT, matrix);
          }
        }
        case "imir" ->
            matrix =
                product((box.content().u8(0) & 1) == 0 ? FLIP_UPSIDE_DOWN : FLIP_SIDEWAYS, matrix);
        default -> {}
      }
    }
    return number(matrix);
  }

  private static int[] product(int[] a, int[] b) {
    return new int[] {
      a[0] * b[0] + a[1] * b[2],
      a[0] * b[1] + a[1] * b[3],
      a[2] * b[0] + a[3] * b[2],
      a[2] * b[1] + a[3] * b[3]
    };
  }

  private static int number(int[] matrix) {
    for (int i = 0; i < MATRICES.length; i++) {
      if (Arrays.equals(MATRICES[i], matrix)) {
        return i + 1;
      }
    }
    throw new IllegalStateException("eight matrices are closed under multiplication");
  }
}
