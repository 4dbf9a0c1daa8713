package io.lumiere.images.container;

/** What the byte after {@code 0xff} says in a JPEG (ITU-T T.81, table B.1). Thread-safe. */
public final class JpegMarker {
  public static final int START_OF_IMAGE = 0xd8;
  public static final int END_OF_IMAGE = 0xd9;
  public static final int START_OF_SCAN = 0xda;
  public static final int APP0 = 0xe0;
  public static final int APP1 = 0xe1;
  public static final int APP2 = 0xe2;
  public static final int APP15 = 0xef;
  public static final int COMMENT = 0xfe;

  /** SOF2, the last that every program shows. */
  static final int PROGRESSIVE = 0xc2;

  /** SOF55, of JPEG-LS (ITU-T T.87). */
  public static final int LOSSLESS_STANDARD = 0xf7;

  private JpegMarker() {}

  /** SOF0 to SOF15, which are interleaved with DHT, JPG and DAC; and JPEG-LS's. */
  public static boolean isFrame(int marker) {
    return (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        || marker == LOSSLESS_STANDARD;
  }

  /** Of several bytes that say nothing of what follows: restarts, and 0, which is no marker. */
  static boolean standsAlone(int marker) {
    return marker <= 1 || (marker >= 0xd0 && marker <= START_OF_IMAGE);
  }
}
