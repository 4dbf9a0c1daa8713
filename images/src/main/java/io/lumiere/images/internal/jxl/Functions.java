package io.lumiere.images.internal.jxl;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The functions of libjxl's {@code jxl/decode.h} that are called here, the same from version 0.7 on
 * but where it is said. {@code size_t} is a {@code long}: processors of 64 bits are supported.
 */
@SuppressWarnings("MethodName") // The names are libjxl's.
interface Functions extends Library {
  int SUCCESS = 0;
  int NEED_MORE_INPUT = 2;
  int NEED_IMAGE_OUT_BUFFER = 5;
  int BASIC_INFO = 0x40;
  int COLOR_ENCODING = 0x100;
  int FULL_IMAGE = 0x1000;

  /** JXL_COLOR_PROFILE_TARGET_DATA: of the pixels that are given. */
  int OF_DATA = 1;

  /** The version from which on those functions lack a parameter that was never used. */
  int WITHOUT_UNUSED_FORMAT = 9_000;

  /** Major * 1,000,000 + minor * 1,000 + patch. */
  int JxlDecoderVersion();

  @Nullable Pointer JxlDecoderCreate(Pointer memoryManager);

  void JxlDecoderDestroy(Pointer decoder);

  int JxlDecoderSubscribeEvents(Pointer decoder, int events);

  int JxlDecoderSetKeepOrientation(Pointer decoder, int keep);

  int JxlDecoderSetUnpremultiplyAlpha(Pointer decoder, int unpremultiply);

  int JxlDecoderSetInput(Pointer decoder, Pointer bytes, long size);

  void JxlDecoderCloseInput(Pointer decoder);

  int JxlDecoderProcessInput(Pointer decoder);

  int JxlDecoderGetBasicInfo(Pointer decoder, Pointer info);

  int JxlDecoderSetPreferredColorProfile(Pointer decoder, Pointer colorEncoding);

  int JxlDecoderGetICCProfileSize(Pointer decoder, int target, Pointer size);

  int JxlDecoderGetICCProfileSize(
      Pointer decoder, @Nullable Pointer unused, int target, Pointer size);

  int JxlDecoderGetColorAsICCProfile(Pointer decoder, int target, Pointer profile, long size);

  int JxlDecoderGetColorAsICCProfile(
      Pointer decoder, @Nullable Pointer unused, int target, Pointer profile, long size);

  int JxlDecoderImageOutBufferSize(Pointer decoder, Pointer pixelFormat, Pointer size);

  int JxlDecoderSetImageOutBuffer(Pointer decoder, Pointer pixelFormat, Pointer buffer, long size);
}
