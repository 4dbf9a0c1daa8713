package io.lumiere.images;

import io.lumiere.base.RgbImage;
import io.lumiere.images.internal.format.Signatures;
import io.lumiere.images.internal.format.StrayBytes;
import io.lumiere.images.internal.header.ImageHeader;
import io.lumiere.images.internal.javacpp.CStandardError;
import io.lumiere.images.internal.raw.RawFiles;
import io.lumiere.images.internal.raw.RawPhoto;
import io.lumiere.images.internal.work.BoundedWork;
import io.lumiere.images.internal.work.MemoryBudget;
import io.lumiere.images.internal.work.Waiting;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;

/**
 * Decodes photos to upright 8-bit RGB, small where a small image serves. Reads JPEG (also CMYK and
 * progressive), PNG, WebP, HEIC, AVIF, TIFF, GIF, BMP, PNM, JPEG 2000 and OpenEXR, and JPEG XL
 * where libjxl is there; of an animation the first picture that is not of one colour; of cameras'
 * raw files the largest preview. Transparent pixels are laid on white, 16-bit samples are scaled to
 * 8 bits, linear light of 0 to 1 gets the sRGB curve and brighter light is white, colour profiles
 * are not applied.
 *
 * <p>Thread-safe. Decoding runs on threads of its own, since a native decoder cannot be
 * interrupted: a caller whose thread is interrupted, or a photo that takes too long, is answered at
 * once, and what the decoder still gives is dropped. Together, decoders are estimated to take a
 * fourth of the machine's memory at most outside Java's heap: large images wait for each other.
 *
 * <p>While a photo is decoded C's {@code stderr} leads nowhere, and the log of OpenCV is turned off
 * unless the environment has {@code OPENCV_LOG_LEVEL}: what they print names no photo. Java's
 * {@code System.err} is not touched.
 */
public final class ImageDecoder {
  /** The most pixels that a JPEG may have: a decompression bomb is refused by its header. */
  public static final long MAX_JPEG_PIXELS = 512_000_000;

  /** The most pixels of other formats, which cannot be decoded at a reduced size. */
  public static final long MAX_PIXELS = 256_000_000;

  /** The longest side that an image may have, in pixels. */
  public static final int MAX_SIDE = 1 << 20;

  /**
   * How long a photo may keep a processor busy, and how much longer for each million of its pixels.
   * Photos of 12 and of 100 megapixels take at most a third of that, JPEG 2000 being the slowest.
   */
  public static final Duration TIME = Duration.ofSeconds(20);

  /** See {@link #TIME}. */
  public static final Duration TIME_PER_MILLION = Duration.ofSeconds(2);

  private final BoundedWork work = new BoundedWork();
  private final MemoryBudget memory;
  private final Supplier<Runnable> waits;
  private final Duration time;

  /** A decoder with a budget of memory of its own. */
  public ImageDecoder() {
    this(() -> () -> {});
  }

  /**
   * A decoder with a budget of memory of its own, whose waits for it can be timed.
   *
   * @param waits asked when a photo begins to wait for memory, on the thread that is to decode it;
   *     what it gives is run when the wait is over
   */
  public ImageDecoder(Supplier<Runnable> waits) {
    this(MemoryBudget.ofMachine(), waits, TIME);
  }

  ImageDecoder(MemoryBudget memory, Supplier<Runnable> waits, Duration time) {
    this.memory = memory;
    this.waits = waits;
    this.time = time;
  }

  /**
   * Decodes one file.
   *
   * <p>The result is smaller than the photo by a whole factor, the largest that leaves its short
   * side a quarter longer than {@code minShortSide}; a photo without that many pixels stays as it
   * is. The quarter is what a good filter needs to shrink the rest: with it, embeddings of 17
   * photos kept cosines of .994 to 1 with those of the whole photos, without it .982.
   *
   * @param bytes the whole file
   * @param name the file's name; only its extension is looked at, where bytes do not tell formats
   *     apart
   * @param minShortSide in pixels, at least 1
   * @throws UnsupportedImageException for a format that is not read here, too many pixels or scans,
   *     or a photo that takes too long
   * @throws PassingImageException if memory runs out, is held by decoders that do not end, or
   *     libjxl is needed and not there
   * @throws CorruptImageException if the file is damaged. A JPEG that is cut off is accepted while
   *     three quarters of its rows are there; the rest of it is grey
   * @throws CancellationException if this thread is interrupted, and it stays so
   */
  public DecodedImage decode(byte[] bytes, String name, int minShortSide) {
    return decode(bytes, name, minShortSide, () -> false);
  }

  /**
   * As {@link #decode(byte[], String, int)}, until somebody wants no more of it.
   *
   * @param stop asked some ten times a second; once it says true, decoding ends within a second
   * @throws CancellationException if {@code stop} says so
   */
  public DecodedImage decode(byte[] bytes, String name, int minShortSide, BooleanSupplier stop) {
    if (minShortSide < 1) {
      throw new IllegalArgumentException("minShortSide is " + minShortSide + ", not at least 1");
    }
    return decode(bytes, name, (width, height) -> minShortSide, stop);
  }

  /**
   * As {@link #decode(byte[], String, int, BooleanSupplier)}.
   *
   * @param minShortSide of a picture of a width and height, as displayed, in pixels
   */
  public DecodedImage decode(
      byte[] bytes, String name, IntBinaryOperator minShortSide, BooleanSupplier stop) {
    RawPhoto raw = RawFiles.find(bytes, name);
    if (raw != null) {
      DecodedImage preview = decode(raw.jpeg().copy(), raw.header(), minShortSide, stop);
      return new DecodedImage(
          preview.image(), raw.width(), raw.height(), preview.orientation(), raw.format().label());
    }
    byte[] file = StrayBytes.without(bytes);
    return decode(file, Signatures.read(file), minShortSide, stop);
  }

  private DecodedImage decode(
      byte[] bytes, ImageHeader header, IntBinaryOperator minShortSide, BooleanSupplier stop) {
    SizeLimits.check(header, bytes);
    int least = minShortSide.applyAsInt(header.displayWidth(), header.displayHeight());
    Duration limit = time.plus(TIME_PER_MILLION.multipliedBy(header.pixels() / 1_000_000));
    return work.run(waiting -> decoded(bytes, header, least, waiting), limit, stop);
  }

  private DecodedImage decoded(
      byte[] bytes, ImageHeader header, int minShortSide, Waiting waiting) {
    int factor = PixelDecoder.factor(header.width(), header.height(), minShortSide);
    int taken = take(DecodingMemory.of(header, bytes, factor), waiting);
    try {
      RgbImage image =
          CStandardError.silently(() -> PixelDecoder.decode(bytes, header, minShortSide));
      checkAgreement(image, header);
      return new DecodedImage(
          image,
          header.displayWidth(),
          header.displayHeight(),
          header.orientation(),
          header.format().label());
    } finally {
      memory.release(taken);
    }
  }

  private int take(long bytes, Waiting waiting) {
    try {
      return memory.take(bytes, () -> both(waiting.begin(), waits.get()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("decoding was stopped");
    }
  }

  private static Runnable both(Runnable one, Runnable other) {
    return () -> {
      one.run();
      other.run();
    };
  }

  /** A damaged file may hold two headers, of which the codec believes the other. */
  private static void checkAgreement(RgbImage image, ImageHeader header) {
    if (image.width() > header.displayWidth() || image.height() > header.displayHeight()) {
      throw new CorruptImageException(
          String.format(
              Locale.ROOT,
              "its header gives %d x %d pixels and it holds at least %d x %d",
              header.displayWidth(),
              header.displayHeight(),
              image.width(),
              image.height()));
    }
  }
}
