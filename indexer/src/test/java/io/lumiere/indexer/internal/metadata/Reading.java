package io.lumiere.indexer.internal.metadata;

import io.lumiere.indexer.internal.scan.Companion;
import io.lumiere.schema.ImageInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Reads metadata as an index run of 2026-03-01 does. */
final class Reading {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  /** A time that no file system's clock has when it is set. */
  static final Instant NO_TIME = Instant.EPOCH;

  private Reading() {}

  static PhotoMetadata read(byte[] file, String path) {
    return new MetadataReader(CLOCK).read(input(file, path));
  }

  /** What a photo's blocks are noted for; the file's time here is none. */
  static List<String> notes(PhotoMetadata photo) {
    return photo.notes().stream().filter(note -> !note.contains("file-modified")).toList();
  }

  static PhotoInput input(byte[] file, String path) {
    return input(file, path, List.of());
  }

  static PhotoInput input(byte[] file, String path, List<Companion> companions) {
    return new PhotoInput(path, file, NO_TIME, new ImageInfo(64, 48, 1, "jpeg"), companions);
  }
}
