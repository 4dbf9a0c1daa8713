package io.lumiere.images.internal.jxl;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.lumiere.images.CorruptImageException;
import io.lumiere.images.ImageException;
import io.lumiere.images.PassingImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.internal.header.ImageHeader;
import io.lumiere.images.internal.jxl.Structs.Picture;
import io.lumiere.images.internal.pixels.Samples;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/** Decodes the first picture of a JPEG XL file on the calling thread. */
public final class JxlDecoder {
  /** libjxl's own memory, beside the picture's. */
  private static final long MAX_MEMORY = 3L << 30;

  /** A lossless one takes 16 to 40 bytes a pixel; a hidden picture can be larger than the shown. */
  private static final long BYTES_PER_PIXEL = 88;

  private static final long LEAST_MEMORY = 64 << 20;

  private JxlDecoder() {}

  /**
   * The picture as stored, not yet turned: in sRGB where the file leaves the choice, else in its
   * own RGB.
   *
   * @throws ImageException if the file is damaged or needs too much memory, or libjxl is not there
   */
  public static Samples decode(byte[] bytes, ImageHeader header) {
    return decode(Libjxl.get(), bytes, header, new MemoryLimit(limit(header)));
  }

  /** In proportion to what the header made others expect. */
  static long limit(ImageHeader header) {
    return Math.min(MAX_MEMORY, LEAST_MEMORY + BYTES_PER_PIXEL * header.pixels());
  }

  static Samples decode(Functions libjxl, byte[] bytes, ImageHeader header, MemoryLimit memory) {
    Pointer decoder = libjxl.JxlDecoderCreate(memory.manager());
    if (decoder == null) {
      throw tooMuchMemory(memory);
    }
    try (Memory input = new Memory(bytes.length)) {
      input.write(0, bytes, 0, bytes.length);
      libjxl.JxlDecoderSubscribeEvents(
          decoder, Functions.BASIC_INFO | Functions.COLOR_ENCODING | Functions.FULL_IMAGE);
      libjxl.JxlDecoderSetKeepOrientation(decoder, 1);
      libjxl.JxlDecoderSetUnpremultiplyAlpha(decoder, 1);
      libjxl.JxlDecoderSetInput(decoder, input, bytes.length);
      libjxl.JxlDecoderCloseInput(decoder);
      return new Run(libjxl, decoder, memory, header).picture();
    } finally {
      libjxl.JxlDecoderDestroy(decoder);
      // libjxl has just called it, which Java cannot see: JNA does not keep it.
      Reference.reachabilityFence(memory);
    }
  }

  /** Without effect on samples that the file holds as they were: {@link JxlProfile} is theirs. */
  static void preferSrgb(Functions libjxl, Pointer decoder, boolean gray) {
    try (Memory srgb = Structs.srgb(gray)) {
      libjxl.JxlDecoderSetPreferredColorProfile(decoder, srgb);
    }
  }

  private static ImageException tooMuchMemory(MemoryLimit memory) {
    String message = "its picture takes too much memory";
    return memory.lacking()
        ? new PassingImageException(message)
        : new UnsupportedImageException(message);
  }

  /** The events of one file, in order. */
  private static final class Run {
    private final Functions libjxl;
    private final Pointer decoder;
    private final MemoryLimit memory;
    private final ImageHeader header;
    private @Nullable Picture info;
    private @Nullable JxlPicture picture;

    Run(Functions libjxl, Pointer decoder, MemoryLimit memory, ImageHeader header) {
      this.libjxl = libjxl;
      this.decoder = decoder;
      this.memory = memory;
      this.header = header;
    }

    Samples picture() {
      try {
        while (true) {
          int event = libjxl.JxlDecoderProcessInput(decoder);
          if (event == Functions.FULL_IMAGE && picture != null) {
            return picture;
          }
          react(event);
        }
      } catch (RuntimeException | Error e) {
        if (picture != null) {
          picture.close();
        }
        throw e;
      }
    }

    private void react(int event) {
      switch (event) {
        case Functions.BASIC_INFO -> info = readInfo();
        case Functions.COLOR_ENCODING -> preferSrgb(libjxl, decoder, expectInfo().gray());
        case Functions.NEED_IMAGE_OUT_BUFFER -> picture = giveBuffer();
        case Functions.NEED_MORE_INPUT -> throw new CorruptImageException("it is cut off");
        default -> {
          if (memory.refused()) {
            throw tooMuchMemory(memory);
          }
          throw new CorruptImageException("its picture is damaged");
        }
      }
    }

    private Picture readInfo() {
      try (Memory basicInfo = Structs.basicInfo()) {
        check(libjxl.JxlDecoderGetBasicInfo(decoder, basicInfo));
        Picture found = Structs.info(basicInfo);
        if (found.width() != header.width() || found.height() != header.height()) {
          throw new CorruptImageException("it gives two sizes");
        }
        return found;
      }
    }

    private JxlPicture giveBuffer() {
      Picture known = expectInfo();
      int channels = known.alpha() ? 4 : 3;
      try (Memory format = Structs.pixelFormat(channels);
          Memory size = new Memory(Long.BYTES)) {
        check(libjxl.JxlDecoderImageOutBufferSize(decoder, format, size));
        if (size.getLong(0) != (long) channels * known.width() * known.height()) {
          throw new CorruptImageException("it gives two sizes");
        }
        JxlPicture given = new JxlPicture(known.width(), known.height(), channels);
        int status =
            libjxl.JxlDecoderSetImageOutBuffer(
                decoder, format, given.memory(), given.memory().size());
        if (status != Functions.SUCCESS) {
          given.close();
        }
        check(status);
        return given;
      }
    }

    private Picture expectInfo() {
      if (info == null) {
        throw new CorruptImageException("its picture comes before its header");
      }
      return info;
    }

    private static void check(int status) {
      if (status != Functions.SUCCESS) {
        throw new CorruptImageException("its picture is damaged");
      }
    }
  }
}
