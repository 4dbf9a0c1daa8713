package io.lumiere.images.internal.colour;

import io.lumiere.images.ImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.internal.format.Signatures;
import io.lumiere.images.internal.format.StrayBytes;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.jxl.JxlProfile;
import io.lumiere.images.internal.raw.RawFiles;
import io.lumiere.images.internal.raw.RawPhoto;
import org.jspecify.annotations.Nullable;

/** Finds the colour profile (ICC.1) of a photo. Thread-safe. */
public final class EmbeddedProfile {
  /** Profiles for printing reach 3 MiB; those of photos have some hundred bytes. */
  static final int MOST_BYTES = 4 << 20;

  private EmbeddedProfile() {}

  /**
   * The profile of the pixels that a decoder gives of this file; null where nothing says another
   * than sRGB. Broken metadata never costs the photo: then there is none.
   *
   * @param name the file's name, by which some raw files are known
   */
  public static byte @Nullable [] find(byte[] bytes, String name) {
    try {
      RawPhoto raw = RawFiles.find(bytes, name);
      ByteView file = raw == null ? ByteView.of(StrayBytes.without(bytes)) : raw.jpeg();
      byte[] profile = inFile(file);
      return profile == null || profile.length > MOST_BYTES ? null : profile;
    } catch (ImageException e) {
      return null;
    }
  }

  private static byte @Nullable [] inFile(ByteView file) {
    ImageFormat format = Signatures.find(file);
    return format == null
        ? null
        : switch (format) {
          case JPEG -> JpegProfile.find(file);
          case PNG -> ChunkProfile.inPng(file);
          case WEBP -> ChunkProfile.inWebp(file);
          case HEIC, AVIF -> BoxProfile.inHeif(file);
          case JP2 -> BoxProfile.inJp2(file);
          case TIFF -> TiffProfile.find(file);
          case JXL -> JxlProfile.find(file.copy(), MOST_BYTES);
          default -> null;
        };
  }
}
