package io.lumiere.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/**
 * A file's name, with folders before it or without, as people write and paste it. Immutable.
 *
 * @param stem the name without its extension
 * @param extension what follows the last dot; empty if there is none
 * @param folders the nearest first
 */
public record FileName(String stem, String extension, List<String> folders) {
  /** No photo's path has more parts; what comes farther up is left out. */
  private static final int MAX_FOLDERS = 64;

  /** What the names of photos end in, whether Lumiere can read them or not. */
  private static final Set<String> PHOTO_EXTENSIONS =
      Set.of(
          ("jpg jpeg jpe jfif jfi jif jps mpo insp png apng webp gif tif tiff bmp dib pnm ppm pgm"
               + " pbm heic heics heif heifs hif avif avifs jxl jp2 j2k j2c jpc jpx jpf exr dng cr2"
               + " cr3 crw nef nrw arw srf sr2 raf orf rw2 pef raw srw x3f 3fr fff iiq rwl kdc dcr"
               + " mrw erf mef mos gpr psd svg")
              .split(" "));

  public FileName {
    folders = List.copyOf(folders);
  }

  /** Takes a name or path apart; {@code /} and {@code \} separate folders. Any text is a name. */
  public static FileName of(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.strip().split("[/\\\\]+")) {
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    String name = parts.isEmpty() ? "" : parts.removeLast();
    int dot = name.lastIndexOf('.');
    List<String> nearest = parts.reversed();
    return new FileName(
        dot > 0 ? name.substring(0, dot) : name,
        dot > 0 ? name.substring(dot + 1) : "",
        nearest.subList(0, Math.min(MAX_FOLDERS, nearest.size())));
  }

  /** Whether it has an extension of photos. */
  public boolean isPhoto() {
    return PHOTO_EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT));
  }

  /** The same file, if the dot belongs to its name and it has no extension. */
  public FileName withoutExtension() {
    return extension.isEmpty() ? this : new FileName(stem + "." + extension, "", folders);
  }

  /**
   * The value of {@link Fields#NAME} of a photo with this path: {@code trips/Rome/IMG_1.JPG} is
   * {@code img_1/jpg/rome/trips/}.
   */
  public String term() {
    return term(folders.size());
  }

  /** What the value of {@link Fields#NAME} begins with where the nearest folders are the same. */
  public String term(int nearestFolders) {
    return stemTerm() + fold(extension) + '/' + foldersTerm(nearestFolders);
  }

  /** What the value of {@link Fields#NAME} says behind the extension of the nearest folders. */
  public String foldersTerm(int nearestFolders) {
    StringBuilder term = new StringBuilder();
    folders.subList(0, nearestFolders).forEach(folder -> term.append(fold(folder)).append('/'));
    return term.toString();
  }

  /** What the value of {@link Fields#NAME} begins with where the extension is another. */
  public String stemTerm() {
    return fold(stem) + '/';
  }

  /**
   * No case, no accents, one Unicode form; a character that folds to {@code /} does not separate
   * folders.
   */
  private static String fold(String text) {
    return ICUFoldingFilter.NORMALIZER.normalize(text).replace('/', '_');
  }
}
