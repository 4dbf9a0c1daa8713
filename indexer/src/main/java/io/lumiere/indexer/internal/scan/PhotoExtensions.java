package io.lumiere.indexer.internal.scan;

import java.util.Locale;
import java.util.Set;

/**
 * Which files are photos, by their extensions in any case:
 *
 * <ul>
 *   <li>{@code jpg jpeg jpe jfif png webp tif tiff gif bmp dib pnm ppm pgm pbm jp2 j2k jpf jpx exr}
 *   <li>{@code heic heif hif avif jxl}
 *   <li>raw: {@code cr2 cr3 crw nef nrw arw srf sr2 dng orf rw2 raf pef srw x3f 3fr fff iiq rwl raw
 *       kdc dcr mrw erf mef mos gpr}
 * </ul>
 *
 * <p>A photo that cannot be decoded is reported; other files are counted only.
 */
public final class PhotoExtensions {
  private static final Set<String> DECODED =
      words(
          "jpg jpeg jpe jfif png webp tif tiff gif bmp dib pnm ppm pgm pbm jp2 j2k jpf jpx exr"
              + " heic heif hif avif jxl");

  private static final Set<String> RAW =
      words(
          "cr2 cr3 crw nef nrw arw srf sr2 dng orf rw2 raf pef srw x3f 3fr fff iiq rwl raw kdc"
              + " dcr mrw erf mef mos gpr");

  private PhotoExtensions() {}

  /** Whether a file of this name is a photo. */
  public static boolean isPhoto(String name) {
    String extension = extension(name);
    return DECODED.contains(extension) || RAW.contains(extension);
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }
}
