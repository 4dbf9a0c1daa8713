package io.lumiere.images.container;

/** The numbers of a directory's entries, by TIFF 6.0, EXIF and DNG. Thread-safe. */
public final class TiffTag {
  public static final int NEW_SUBFILE_TYPE = 254;
  public static final int SUBFILE_TYPE = 255;
  public static final int WIDTH = 256;
  public static final int HEIGHT = 257;
  public static final int BITS = 258;
  public static final int COMPRESSION = 259;
  public static final int PHOTOMETRIC = 262;
  public static final int FILL_ORDER = 266;
  public static final int MAKE = 271;
  public static final int STRIP_OFFSETS = 273;
  public static final int ORIENTATION = 274;
  public static final int SAMPLES = 277;
  public static final int ROWS_PER_STRIP = 278;
  public static final int STRIP_LENGTHS = 279;
  public static final int PLANAR = 284;
  public static final int PREDICTOR = 317;
  public static final int COLOUR_MAP = 320;
  public static final int TILE_WIDTH = 322;
  public static final int TILE_HEIGHT = 323;
  public static final int TILE_OFFSETS = 324;
  public static final int TILE_LENGTHS = 325;
  public static final int SUB_DIRECTORIES = 330;
  public static final int EXTRA_SAMPLES = 338;
  public static final int SAMPLE_FORMAT = 339;
  public static final int JPEG = 513;
  public static final int JPEG_LENGTH = 514;
  public static final int XMP = 700;
  public static final int EXIF = 34665;
  public static final int ICC_PROFILE = 34675;
  public static final int MAKER_NOTE = 37500;
  public static final int INTEROPERABILITY = 40965;
  public static final int DNG_VERSION = 50706;

  /** In the directory of interoperability alone. */
  public static final int INTEROPERABILITY_INDEX = 1;

  private TiffTag() {}
}
