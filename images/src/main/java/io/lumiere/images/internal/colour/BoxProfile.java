package io.lumiere.images.internal.colour;

import io.lumiere.images.container.Box;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.HeifItems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The profile in a box colr: of HEIC and AVIF (ISO/IEC 14496-12, 12.1.5) and of JPEG 2000 (ITU-T
 * T.800, I.5.3.3).
 */
final class BoxProfile {
  private static final int RESTRICTED_ICC = 2;

  private BoxProfile() {}

  /** That of the picture to show; where it says none, that of its tiles. */
  static byte @Nullable [] inHeif(ByteView file) {
    Box meta = Box.find(Box.all(file, 0), "meta");
    if (meta == null) {
      return null;
    }
    HeifItems items = new HeifItems(meta, file);
    long primary = items.primary();
    List<Box> properties = items.properties(primary);
    List<Long> tiles = items.references().from("dimg", primary);
    return Box.find(properties, "colr") == null && !tiles.isEmpty()
        ? ofProperties(items.properties(tiles.getFirst()))
        : ofProperties(properties);
  }

  /** A picture may have both: a profile says more than numbers. */
  private static byte @Nullable [] ofProperties(List<Box> properties) {
    byte[] byNumbers = null;
    for (Box box : properties) {
      ByteView content = box.content();
      if (box.type().equals("colr") && (content.has(0, "prof") || content.has(0, "rICC"))) {
        return content.from(4).copy();
      } else if (box.type().equals("colr") && content.has(0, "nclx")) {
        byNumbers = CodedColours.of(content.u16(4), content.u16(6));
      }
    }
    return byNumbers;
  }

  static byte @Nullable [] inJp2(ByteView file) {
    Box header = Box.find(Box.allWhole(file, 0), "jp2h");
    Box colours = header == null ? null : header.child("colr");
    return colours != null && colours.content().u8(0) == RESTRICTED_ICC
        ? colours.content().from(3).copy()
        : null;
  }
}
