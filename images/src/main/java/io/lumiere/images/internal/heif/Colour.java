package io.lumiere.images.internal.heif;

import io.lumiere.images.container.Box;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How samples become red, green and blue, by the numbers of ITU-T H.273; it goes before what the
 * coded picture says of itself.
 *
 * @param matrix matrix coefficients: 0 for RGB, 1 for BT.709, 5 and 6 for BT.601, 9 for BT.2020
 * @param fullRange whether samples take the whole range, rather than 16 to 235 of 255
 */
public record Colour(int matrix, boolean fullRange) {
  /** The one that an item's properties give, or null: an ICC profile alone says nothing of it. */
  static @Nullable Colour find(List<Box> properties) {
    for (Box box : properties) {
      if (box.type().equals("colr") && box.content().has(0, "nclx")) {
        return new Colour(box.content().u16(8), (box.content().u8(10) & 0x80) != 0);
      }
    }
    return null;
  }
}
