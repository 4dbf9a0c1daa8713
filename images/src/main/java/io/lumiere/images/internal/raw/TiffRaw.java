package io.lumiere.images.internal.raw;

import io.lumiere.images.container.TiffDirectory;
import io.lumiere.images.container.TiffFile;
import io.lumiere.images.container.TiffTag;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Goes through all directories of a raw file that is built as a TIFF file is (most are; the DNG
 * specification 1.7 and TIFF/EP, ISO 12234-2, describe their ways). Used by one thread.
 */
final class TiffRaw {
  /** What {@code PHOTOMETRIC} is for samples as the sensor gives them. */
  private static final Set<Long> OF_SENSOR = Set.of(32803L, 34892L);

  /** A raw file has about ten. */
  private static final int MOST_DIRECTORIES = 100;

  private static final int MOST_SUB_DIRECTORIES = 16;

  private final TiffFile file;
  private final Candidates candidates;
  private final Deque<Long> open = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();
  private boolean hasSensorSamples;

  /** A picture in full size that is not the sensor's: the file is a TIFF that has a thumbnail. */
  private boolean hasPhoto;

  private TiffRaw(TiffFile file, Candidates candidates) {
    this.file = file;
    this.candidates = candidates;
  }

  /**
   * Offers every JPEG of the file.
   *
   * @return whether what the file says can only be of a raw file
   */
  static boolean read(TiffFile file, Candidates candidates) {
    return new TiffRaw(file, candidates).read();
  }

  private boolean read() {
    TiffDirectory first = file.directory(file.first());
    candidates.orientation(first.number(TiffTag.ORIENTATION, 0));
    open.add(file.first());
    while (!open.isEmpty() && seen.size() < MOST_DIRECTORIES) {
      long offset = open.remove();
      if (offset > 0 && seen.add(offset)) {
        visit(file.directory(offset));
      }
    }
    Panasonic.read(file.bytes(), first, candidates);
    Olympus.read(file.bytes(), file.directory(first.number(TiffTag.EXIF, 0)), candidates);
    boolean isThumbnailFirst = !hasPhoto && isReduced(first) && first.has(TiffTag.SUB_DIRECTORIES);
    return hasSensorSamples || isThumbnailFirst || first.has(TiffTag.DNG_VERSION);
  }

  private void visit(TiffDirectory directory) {
    open.add(directory.next());
    Arrays.stream(directory.firstNumbers(TiffTag.SUB_DIRECTORIES, MOST_SUB_DIRECTORIES))
        .forEach(open::add);
    long width = directory.number(TiffTag.WIDTH, 0);
    candidates.size(width, directory.number(TiffTag.HEIGHT, 0));
    boolean isOfSensor = OF_SENSOR.contains(directory.number(TiffTag.PHOTOMETRIC, 0));
    hasSensorSamples |= isOfSensor;
    hasPhoto |=
        !isReduced(directory) && width > 0 && directory.has(TiffTag.PHOTOMETRIC) && !isOfSensor;
    offer(directory, TiffTag.JPEG, TiffTag.JPEG_LENGTH);
    if (directory.firstNumbers(TiffTag.STRIP_OFFSETS, 2).length == 1 && !isOfSensor) {
      offer(directory, TiffTag.STRIP_OFFSETS, TiffTag.STRIP_LENGTHS);
    }
  }

  private static boolean isReduced(TiffDirectory directory) {
    return (directory.number(TiffTag.NEW_SUBFILE_TYPE, 0) & 1) != 0;
  }

  private void offer(TiffDirectory directory, int offset, int length) {
    candidates.offer(file.bytes(), directory.number(offset, 0), directory.number(length, 0));
  }
}
