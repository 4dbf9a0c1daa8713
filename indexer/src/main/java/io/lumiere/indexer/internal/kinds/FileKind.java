package io.lumiere.indexer.internal.kinds;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Kinds of files, known by their extensions in any case. */
public enum FileKind {
  /** Pictures that are decoded. */
  PHOTO(
      "photos",
      "jpg jpeg jpe jfif jif jfi mpo jps insp png apng webp tif tiff gif bmp dib pnm ppm pgm pbm"
          + " jp2 j2k j2c jpc jpf jpx exr heic heics heif heifs hif avif avifs jxl"),

  /** Cameras' raw files, of which previews are decoded. */
  RAW(
      "raw photos",
      "cr2 cr3 crw nef nrw arw srf sr2 dng orf rw2 raf pef srw x3f 3fr fff iiq rwl raw kdc dcr"
          + " mrw erf mef mos gpr"),

  /** Films, those of live photos included. */
  FILM(
      "films",
      "mov mp4 m4v avi mkv webm mpg mpeg m2v mts m2ts mod tod 3gp 3g2 wmv flv f4v vob ogv asf divx"
          + " lrv insv mp"),

  /** What programs write next to photos. */
  SIDECAR("sidecars", "xmp json aae pp3 arp dop cos cop on1 vrd dr4 nksc acr thm ctg"),

  /** Sounds. */
  SOUND("sounds", "mp3 m4a wav aac flac ogg oga opus amr wma aif aiff mid mka"),

  /** Texts and the like. One may be a photo that a mail program has renamed. */
  DOCUMENT(
      "documents",
      "txt pdf doc docx xls xlsx ppt pptx odt ods odp rtf md csv tsv htm html mht eml log tex"
          + " epub"),

  /** Archives of many files. */
  ARCHIVE("archives", "zip rar 7z tar gz tgz bz2 xz zst iso dmg"),

  /** Pictures of drawing programs, icons, and pictures that are not decoded. */
  ARTWORK(
      "artwork",
      "psd psb svg svgz ai eps ps xcf kra cdr indd afphoto ico icns cur tga pcx wmf emf"),

  /** Data of programs, and their code. */
  DATA(
      "program files",
      "ini db db-wal db-shm sqlite sqlite3 lrcat lrdata plist xml yml yaml toml cfg conf lock url"
          + " lnk webloc exe dll so dylib msi apk jar class java c h cc cpp hpp cs go rs py pyc js"
          + " ts css scss sh bat ps1 pl php rb sql ttf otf woff woff2 icc icm cube"),

  /** Copies that programs make before they change a photo. */
  BACKUP("backups", "jpg_original jpeg_original png_original tif_original heic_original"),

  /** All else. */
  UNKNOWN("unknown", "");

  private static final int LONGEST_EXTENSION = 12;
  private static final Map<String, FileKind> BY_EXTENSION = byExtension();

  private final String label;
  private final String extensions;

  FileKind(String label, String extensions) {
    this.label = label;
    this.extensions = extensions;
  }

  private static Map<String, FileKind> byExtension() {
    Map<String, FileKind> kinds = new HashMap<>();
    for (FileKind kind : values()) {
      kind.extensions().forEach(extension -> kinds.put(extension, kind));
    }
    return Map.copyOf(kinds);
  }

  /** What the names of such files end in, in lower case. */
  List<String> extensions() {
    return List.of(extensions.split(" "));
  }

  /** The kind of a file of this name. */
  public static FileKind of(String name) {
    return Objects.requireNonNull(BY_EXTENSION.getOrDefault(extension(name), UNKNOWN));
  }

  /** Whether a file of this kind is a photo, whatever is in it. */
  public boolean isPhoto() {
    return this == PHOTO || this == RAW;
  }

  /**
   * Whether a look into a file of this kind may show that it is a photo. Films, sounds, sidecars
   * and the files of programs are never opened for that: there are many, and photos are not named
   * so.
   */
  public boolean mayHoldPhoto() {
    return this == UNKNOWN || this == DOCUMENT || this == ARCHIVE;
  }

  /** What to call files of this kind where they are counted; unknown ones by their extension. */
  public String label(String name) {
    if (this != UNKNOWN) {
      return label;
    }
    String extension = extension(name);
    boolean sensible =
        !extension.isEmpty()
            && extension.length() <= LONGEST_EXTENSION
            && extension.chars().allMatch(Character::isLetterOrDigit);
    return sensible ? "." + extension : "without extension";
  }

  /** What follows the last dot, in lower case; empty if there is no dot. */
  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
