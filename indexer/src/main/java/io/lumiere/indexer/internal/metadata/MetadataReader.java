package io.lumiere.indexer.internal.metadata;

import com.drew.metadata.Metadata;
import java.time.Clock;
import java.time.LocalDateTime;

/**
 * Reads a photo's metadata from the bytes of its file. Never fails: a block that cannot be read is
 * a block that is not there. Thread-safe.
 */
public final class MetadataReader {
  private final Clock clock;

  /** A reader that takes dates of more than a day after {@code clock}'s for wrong. */
  public MetadataReader(Clock clock) {
    this.clock = clock;
  }

  /**
   * Reads the metadata of one photo.
   *
   * @param bytes the whole file
   * @param fileName its name without folders; it may hold a date
   */
  public PhotoMetadata read(byte[] bytes, String fileName) {
    Metadata blocks = Blocks.read(bytes);
    Tags tags = new Tags(blocks);
    DateReader dates = new DateReader(new DateLimits(LocalDateTime.now(clock).plusDays(1)));
    return new PhotoMetadata(
        dates.read(tags, fileName),
        CameraReader.read(tags),
        PlaceReader.read(tags),
        CaptionReader.read(tags));
  }
}
