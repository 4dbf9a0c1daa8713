package io.lumiere.images.internal.jxl;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.lumiere.images.ImageException;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The colour profile of the pixels that {@link JxlDecoder} gives: that of sRGB, unless the file
 * holds samples as they were, such as those of a JPEG.
 */
public final class JxlProfile {
  /** What comes ahead of the picture takes far less than it. */
  private static final long MAX_MEMORY = 256L << 20;

  private final Functions libjxl;
  private final Pointer decoder;
  private final int mostBytes;

  private JxlProfile(Functions libjxl, Pointer decoder, int mostBytes) {
    this.libjxl = libjxl;
    this.decoder = decoder;
    this.mostBytes = mostBytes;
  }

  /**
   * The profile (ICC.1); null where there is none, or a longer one.
   *
   * @throws ImageException if libjxl is not there
   */
  public static byte @Nullable [] find(byte[] bytes, int mostBytes) {
    Functions libjxl = Libjxl.get();
    MemoryLimit memory = new MemoryLimit(MAX_MEMORY);
    Pointer decoder = libjxl.JxlDecoderCreate(memory.manager());
    if (decoder == null) {
      return null;
    }
    try (Memory input = new Memory(bytes.length)) {
      input.write(0, bytes, 0, bytes.length);
      libjxl.JxlDecoderSubscribeEvents(decoder, Functions.BASIC_INFO | Functions.COLOR_ENCODING);
      libjxl.JxlDecoderSetInput(decoder, input, bytes.length);
      libjxl.JxlDecoderCloseInput(decoder);
      return new JxlProfile(libjxl, decoder, mostBytes).profile();
    } finally {
      libjxl.JxlDecoderDestroy(decoder);
      Reference.reachabilityFence(memory);
    }
  }

  private byte @Nullable [] profile() {
    if (libjxl.JxlDecoderProcessInput(decoder) != Functions.BASIC_INFO) {
      return null;
    }
    boolean gray;
    try (Memory info = Structs.basicInfo()) {
      if (libjxl.JxlDecoderGetBasicInfo(decoder, info) != Functions.SUCCESS) {
        return null;
      }
      gray = Structs.info(info).gray();
    }
    if (libjxl.JxlDecoderProcessInput(decoder) != Functions.COLOR_ENCODING) {
      return null;
    }
    JxlDecoder.preferSrgb(libjxl, decoder, gray);
    return ofPixels();
  }

  private byte @Nullable [] ofPixels() {
    try (Memory size = new Memory(Long.BYTES)) {
      size.clear();
      if (size(size) != Functions.SUCCESS || size.getLong(0) < 1 || size.getLong(0) > mostBytes) {
        return null;
      }
      try (Memory profile = new Memory(size.getLong(0))) {
        return get(profile) == Functions.SUCCESS
            ? profile.getByteArray(0, (int) profile.size())
            : null;
      }
    }
  }

  private int size(Memory size) {
    return isOld()
        ? libjxl.JxlDecoderGetICCProfileSize(decoder, null, Functions.OF_DATA, size)
        : libjxl.JxlDecoderGetICCProfileSize(decoder, Functions.OF_DATA, size);
  }

  private int get(Memory profile) {
    return isOld()
        ? libjxl.JxlDecoderGetColorAsICCProfile(
            decoder, null, Functions.OF_DATA, profile, profile.size())
        : libjxl.JxlDecoderGetColorAsICCProfile(
            decoder, Functions.OF_DATA, profile, profile.size());
  }

  private boolean isOld() {
    return libjxl.JxlDecoderVersion() < Functions.WITHOUT_UNUSED_FORMAT;
  }
}
