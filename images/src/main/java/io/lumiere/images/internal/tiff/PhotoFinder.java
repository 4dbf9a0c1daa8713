package io.lumiere.images.internal.tiff;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.TiffDirectory;
import io.lumiere.images.container.TiffFile;
import io.lumiere.images.container.TiffTag;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the photo among a TIFF's images: the first that is neither called a reduced one nor a mask;
 * of reduced ones alone the largest. A small one in front of the same in large is reduced, whatever
 * it is called. So of several pages it is the first, and of a pyramid, or a file that begins with
 * its thumbnail, the one in full size.
 */
public final class PhotoFinder {
  /** A pyramid has ten, a scanned book some hundred: the photo is near the start. */
  private static final int MOST_DIRECTORIES = 100;

  private static final int LARGEST_THUMBNAIL = 512;
  private static final int REDUCED = 1;
  private static final int MASK = 4;
  private static final int OLD_REDUCED = 2;
  private static final int MASK_COLOURS = 4;

  private final TiffFile file;
  private @Nullable TiffDirectory largest;
  private long largestAt;

  private PhotoFinder(TiffFile file) {
    this.file = file;
  }

  /**
   * The photo.
   *
   * @throws CorruptImageException if there is none
   */
  public static TiffImage photo(byte[] bytes) {
    return photo(ByteView.of(bytes));
  }

  /** As {@link #photo(byte[])}, of a file that is a part of something. */
  public static TiffImage photo(ByteView bytes) {
    return new PhotoFinder(TiffFile.of(bytes)).photo();
  }

  private TiffImage photo() {
    long first = file.first();
    Deque<Long> open = new ArrayDeque<>();
    Set<Long> seen = new HashSet<>();
    open.add(first);
    while (!open.isEmpty() && seen.size() < MOST_DIRECTORIES) {
      long at = open.remove();
      TiffDirectory directory = seen.add(at) ? read(at, at == first) : null;
      if (directory == null) {
        continue;
      }
      if (isPhoto(directory, at)) {
        TiffDirectory next =
            at == first && directory.next() != 0 ? read(directory.next(), false) : null;
        return next != null && isThumbnail(directory, next)
            ? TiffImage.of(file, next, directory.next())
            : TiffImage.of(file, directory, at);
      }
      Arrays.stream(directory.numbers(TiffTag.SUB_DIRECTORIES))
          .limit(MOST_DIRECTORIES)
          .forEach(open::add);
      if (directory.next() != 0) {
        open.add(directory.next());
      }
    }
    if (largest == null) {
      throw new CorruptImageException("the TIFF holds no picture");
    }
    return TiffImage.of(file, largest, largestAt);
  }

  /** What comes after the first may be damaged, and the rest still be of use. */
  private @Nullable TiffDirectory read(long at, boolean isFirst) {
    try {
      return file.directory(at).expectWhole();
    } catch (CorruptImageException e) {
      if (isFirst) {
        throw e;
      }
      return null;
    }
  }

  private boolean isPhoto(TiffDirectory directory, long at) {
    int type = directory.integer(TiffTag.NEW_SUBFILE_TYPE, 0);
    boolean mask = (type & MASK) != 0 || directory.integer(TiffTag.PHOTOMETRIC, 1) == MASK_COLOURS;
    long pixels = pixels(directory);
    if (mask || pixels < 1) {
      return false;
    }
    if (largest == null || pixels > pixels(largest)) {
      largest = directory;
      largestAt = at;
    }
    return (type & REDUCED) == 0 && directory.integer(TiffTag.SUBFILE_TYPE, 1) != OLD_REDUCED;
  }

  /** Whether it is the other in small, as of programs that do not call a thumbnail one. */
  private static boolean isThumbnail(TiffDirectory first, TiffDirectory other) {
    long width = first.integer(TiffTag.WIDTH, 0);
    long height = first.integer(TiffTag.HEIGHT, 0);
    long otherWidth = other.integer(TiffTag.WIDTH, 0);
    long otherHeight = other.integer(TiffTag.HEIGHT, 0);
    // A side of the small one may be rounded, up or down.
    long difference = Math.abs(width * otherHeight - height * otherWidth);
    return Math.max(width, height) <= LARGEST_THUMBNAIL
        && otherWidth >= 2 * width
        && otherHeight >= 2 * height
        && difference <= Math.max(otherWidth, otherHeight)
        && first.integer(TiffTag.NEW_SUBFILE_TYPE, 0) == 0
        && (other.integer(TiffTag.NEW_SUBFILE_TYPE, 0) & (REDUCED | MASK)) == 0;
  }

  private static long pixels(TiffDirectory directory) {
    return (long) directory.integer(TiffTag.WIDTH, 0) * directory.integer(TiffTag.HEIGHT, 0);
  }
}
