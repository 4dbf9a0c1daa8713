package io.lumiere.images.internal.raw;

import io.lumiere.images.ImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.TiffDirectory;
import io.lumiere.images.container.TiffFile;
import io.lumiere.images.container.TiffTag;
import io.lumiere.images.internal.header.ImageFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells cameras' raw files from others, and reads their previews. */
public final class RawFiles {

  private static final String RAF = "FUJIFILMCCD-RAW";
  private static final String CR3 = "ftypcrx ";

  /** Where a RAF file has offset and length of its JPEG. */
  private static final int RAF_JPEG = 84;

  /** Of files that can look like any TIFF file. */
  private static final Set<String> EXTENSIONS =
      Set.of(
          "3fr", "arw", "dcr", "dng", "erf", "fff", "gpr", "iiq", "kdc", "mef", "mos", "nef", "nrw",
          "pef", "raw", "rwl", "sr2", "srf", "srw");

  private RawFiles() {}

  /**
   * The preview of a raw file; null if it is not a raw file.
   *
   * @param name the file's name: some raw files are known by their extension only
   * @throws ImageException if it is a raw file without a JPEG of some size, or damaged
   */
  public static @Nullable RawPhoto find(byte[] bytes, String name) {
    ByteView big = ByteView.of(bytes);
    Candidates candidates = new Candidates();
    if (big.has(0, RAF)) {
      candidates.offer(big, big.u32(RAF_JPEG), big.u32(RAF_JPEG + 4));
      return candidates.photo(ImageFormat.RAF);
    } else if (big.has(4, CR3)) {
      Canon.read(big, candidates);
      return candidates.photo(ImageFormat.CR3);
    } else if (TiffFile.isClassic(big) || hasOwnMark(big)) {
      return inTiff(big, extension(name), candidates);
    }
    return null;
  }

  /** Whether a file has a mark that raw files alone have; most look like TIFF files. */
  public static boolean isRaw(ByteView in) {
    return in.has(0, RAF) || in.has(4, CR3) || hasOwnMark(in);
  }

  private static boolean hasOwnMark(ByteView in) {
    return in.has(0, "IIRO") || in.has(0, "IIRS") || in.has(0, "MMOR") || in.has(0, "IIU\0");
  }

  private static @Nullable RawPhoto inTiff(ByteView file, String extension, Candidates candidates) {
    TiffFile tiff = TiffFile.of(file);
    boolean raw = TiffRaw.read(tiff, candidates);
    if (!raw && !hasOwnMark(file) && !file.has(8, "CR\u0002") && !EXTENSIONS.contains(extension)) {
      return null;
    }
    return candidates.photo(format(tiff, extension));
  }

  private static ImageFormat format(TiffFile tiff, String extension) {
    ByteView file = tiff.bytes();
    TiffDirectory first = tiff.directory(tiff.first());
    if (file.has(8, "CR\u0002")) {
      return ImageFormat.CR2;
    } else if (file.has(0, "IIU\0")) {
      return ImageFormat.RW2;
    } else if (hasOwnMark(file)) {
      return ImageFormat.ORF;
    } else if (first.has(TiffTag.DNG_VERSION)) {
      return ImageFormat.DNG;
    } else if (first.startsWith(TiffTag.MAKE, "nikon")) {
      return ImageFormat.NEF;
    } else if (first.startsWith(TiffTag.MAKE, "sony")) {
      return ImageFormat.ARW;
    } else if (first.startsWith(TiffTag.MAKE, "pentax")
        || first.startsWith(TiffTag.MAKE, "ricoh")) {
      return ImageFormat.PEF;
    } else if (first.startsWith(TiffTag.MAKE, "samsung")) {
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
