package io.lumiere.images.internal.raw;

import io.lumiere.images.ImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.internal.header.ImageFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells cameras' raw files from others, and reads their previews. */
public final class RawFiles {
  private static final int MAKE = 271;
  private static final int DNG_VERSION = 50706;

  /** Where a RAF file has offset and length of its JPEG. */
  private static final int RAF_JPEG = 84;

  /** Of files that can look like any TIFF file. */
  private static final Set<String> EXTENSIONS =
      Set.of(
          "3fr", "arw", "dcr", "dng", "erf", "fff", "gpr", "iiq", "kdc", "mef", "mos", "nef", "nrw",
          "pef", "raw", "rwl", "sr2", "srf", "srw");

  private RawFiles() {}

  /**
   * The preview of a raw file; null if the file is none.
   *
   * @param name the file's name: of some raw files only its extension tells that they are
   * @throws ImageException if it is a raw file without a JPEG of some size, or damaged
   */
  public static @Nullable RawPhoto find(byte[] bytes, String name) {
    ByteView big = new ByteView(bytes, false);
    Candidates candidates = new Candidates();
    if (big.has(0, "FUJIFILMCCD-RAW")) {
      candidates.offer(big, big.u32(RAF_JPEG), big.u32(RAF_JPEG + 4));
      return candidates.photo(ImageFormat.RAF);
    } else if (big.has(4, "ftypcrx ")) {
      Canon.read(big, candidates);
      return candidates.photo(ImageFormat.CR3);
    } else if (isTiff(big)) {
      return inTiff(big.slice(0, big.length(), big.has(0, "II")), extension(name), candidates);
    }
    return null;
  }

  private static boolean isTiff(ByteView in) {
    return in.has(0, "II*\0") || in.has(0, "MM\0*") || hasOwnMark(in);
  }

  private static boolean hasOwnMark(ByteView in) {
    return in.has(0, "IIRO") || in.has(0, "IIRS") || in.has(0, "MMOR") || in.has(0, "IIU\0");
  }

  private static @Nullable RawPhoto inTiff(ByteView file, String extension, Candidates candidates) {
    boolean raw = TiffRaw.read(file, candidates);
    if (!raw && !hasOwnMark(file) && !file.has(8, "CR\u0002") && !EXTENSIONS.contains(extension)) {
      return null;
    }
    return candidates.photo(format(file, extension));
  }

  private static ImageFormat format(ByteView file, String extension) {
    Directory first = Directory.read(file, file.u32(4));
    if (file.has(8, "CR\u0002")) {
      return ImageFormat.CR2;
    } else if (file.has(0, "IIU\0")) {
      return ImageFormat.RW2;
    } else if (hasOwnMark(file)) {
      return ImageFormat.ORF;
    } else if (first.field(DNG_VERSION) != null) {
      return ImageFormat.DNG;
    } else if (first.startsWith(MAKE, "nikon")) {
      return ImageFormat.NEF;
    } else if (first.startsWith(MAKE, "sony")) {
      return ImageFormat.ARW;
    } else if (first.startsWith(MAKE, "pentax") || first.startsWith(MAKE, "ricoh")) {
      return ImageFormat.PEF;
    } else if (first.startsWith(MAKE, "samsung")) {
      return ImageFormat.SRW;
    }
    return switch (extension) {
      case "nef", "nrw" -> ImageFormat.NEF;
      case "arw", "sr2", "srf" -> ImageFormat.ARW;
      case "pef" -> ImageFormat.PEF;
      case "srw" -> ImageFormat.SRW;
      default -> ImageFormat.RAW;
    };
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
