package io.lumiere.images.internal.raw;

import io.lumiere.images.container.ByteView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes through all directories of a raw file that is built as a TIFF file is (most are; the DNG
 * specification 1.7 and TIFF/EP, ISO 12234-2, describe their ways). Used by one thread.
 */
final class TiffRaw {
  private static final int SUBFILE_TYPE = 254;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int PHOTOMETRIC = 262;
  private static final int STRIP_OFFSETS = 273;
  private static final int ORIENTATION = 274;
  private static final int STRIP_LENGTHS = 279;
  private static final int SUB_DIRECTORIES = 330;
  private static final int JPEG = 513;
  private static final int JPEG_LENGTH = 514;
  private static final int EXIF = 34665;
  private static final int DNG_VERSION = 50706;

  /** What {@code PHOTOMETRIC} is for samples as the sensor gives them. */
  private static final Set<Long> OF_SENSOR = Set.of(32803L, 34892L);

  /** A raw file has about ten. */
  private static final int MOST_DIRECTORIES = 100;

  private final ByteView file;
  private final Candidates candidates;
  private final Deque<Long> open = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();
  private boolean hasSensorSamples;

  /** A picture in full size that is not the sensor's: the file is a TIFF that has a thumbnail. */
  private boolean hasPhoto;

  private TiffRaw(ByteView file, Candidates candidates) {
    this.file = file;
    this.candidates = candidates;
  }

  /**
   * Offers every JPEG of the file.
   *
   * @param file in its byte order
   * @return whether what the file says can only be of a raw file
   */
  static boolean read(ByteView file, Candidates candidates) {
    return new TiffRaw(file, candidates).read();
  }

  private boolean read() {
    Directory first = Directory.read(file, file.u32(4));
    candidates.orientation(first.number(ORIENTATION));
    open.add(file.u32(4));
    while (!open.isEmpty() && seen.size() < MOST_DIRECTORIES) {
      long offset = open.remove();
      if (offset > 0 && seen.add(offset)) {
        visit(Directory.read(file, offset));
      }
    }
    Panasonic.read(file, first, candidates);
    Olympus.read(file, Directory.read(file, first.number(EXIF)), candidates);
    boolean thumbnailFirst =
        !hasPhoto && (first.number(SUBFILE_TYPE) & 1) != 0 && first.field(SUB_DIRECTORIES) != null;
    return hasSensorSamples || thumbnailFirst || first.field(DNG_VERSION) != null;
  }

  private void visit(Directory directory) {
    open.add(directory.next());
    open.addAll(directory.numbers(SUB_DIRECTORIES));
    candidates.size(directory.number(WIDTH), directory.number(HEIGHT));
    boolean ofSensor = OF_SENSOR.contains(directory.number(PHOTOMETRIC));
    hasSensorSamples |= ofSensor;
    hasPhoto |=
        (directory.number(SUBFILE_TYPE) & 1) == 0
            && directory.number(WIDTH) > 0
            && directory.field(PHOTOMETRIC) != null
            && !ofSensor;
    candidates.offer(file, directory.number(JPEG), directory.number(JPEG_LENGTH));
    List<Long> strips = directory.numbers(STRIP_OFFSETS);
    if (strips.size() == 1 && !ofSensor) {
      candidates.offer(file, strips.getFirst(), directory.number(STRIP_LENGTHS));
    }
  }
}
