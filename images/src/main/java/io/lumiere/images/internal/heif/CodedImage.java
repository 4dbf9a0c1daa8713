package io.lumiere.images.internal.heif;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.container.Box;
import io.lumiere.images.container.ItemData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One coded picture.
 *
 * @param codec of the data
 * @param configuration what the decoder needs before the data: the box hvcC or av1C
 * @param data the picture
 * @param width in pixels, as the file says; at least 1
 * @param height in pixels, as the file says; at least 1
 * @param colour of the samples, null where the file leaves it to the coded data
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, except by the decoder, which knows.
public record CodedImage(
    Codec codec,
    byte[] configuration,
    ItemData data,
    int width,
    int height,
    @Nullable Colour colour) {
  /** The codec of items, or of entries of a track, of this type; null for others. */
  static @Nullable Codec codec(String type) {
    return switch (type) {
      case "hvc1", "hev1" -> Codec.HEVC;
      case "av01" -> Codec.AV1;
      default -> null;
    };
  }

  /** What is said of items or entries of another type; a damaged type may hold any bytes. */
  static UnsupportedImageException unsupported(String type) {
    return new UnsupportedImageException(
        "its picture is of the kind '"
            + type.strip().replaceAll("[^ -~]", "?")
            + "': HEVC and AV1 are read");
  }

  /** Takes configuration and colour from among an item's properties, or an entry's boxes. */
  static CodedImage of(Codec codec, List<Box> properties, ItemData data, int width, int height) {
    Box configuration = Box.find(properties, codec == Codec.HEVC ? "hvcC" : "av1C");
    if (configuration == null) {
      throw new CorruptImageException("the configuration of its decoder is missing");
    }
    return new CodedImage(
        codec, configuration.content().copy(), data, width, height, Colour.find(properties));
  }
}
