package io.lumiere.images.container;

import java.util.ArrayList;
import java.util.List;

/**
 * The box stbl: which bytes of the file a track's samples, its pictures, are (ISO/IEC 14496-12,
 * 8.7). Immutable and thread-safe.
 */
public final class SampleTable {
  private final Box stbl;
  private final ByteView sizes;
  private final boolean isNarrow;
  private final ByteView chunks;

  /**
   * A sample's bytes, which may be beyond the file's end.
   *
   * @param at where they begin in the file
   * @param length in bytes
   */
  public record Place(long at, long length) {}

  /**
   * Reads the box.
   *
   * @throws io.lumiere.images.CorruptImageException if it lacks sizes or places
   */
  public SampleTable(Box stbl) {
    this.stbl = stbl;
    this.sizes = stbl.expectChild("stsz").content();
    Box narrow = stbl.child("stco");
    this.isNarrow = narrow != null;
    this.chunks = narrow != null ? narrow.content() : stbl.expectChild("co64").content();
  }

  /** The first sample. */
  public Place first() {
    return new Place(chunk(0), size(0));
  }

  /** The samples in their order, at most so many: runs of chunks have equally many each. */
  public List<Place> places(int most) {
    ByteView runs = stbl.expectChild("stsc").content();
    long count = Math.min(most, sizes.u32(8));
    List<Place> places = new ArrayList<>();
    int run = 0;
    for (long chunk = 0; chunk < chunks.u32(4) && places.size() < count; chunk++) {
      while (run + 1 < runs.u32(4) && runs.u32(8 + 12L * (run + 1)) <= chunk + 1) {
        run++;
      }
      long at = chunk(chunk);
      long inChunk = runs.u32(12 + 12L * run);
      for (long i = 0; i < inChunk && places.size() < count; i++) {
        Place place = new Place(at, size(places.size()));
        places.add(place);
        at += place.length();
      }
    }
    return places;
  }

  private long chunk(long number) {
    return isNarrow ? chunks.u32(8 + 4 * number) : chunks.offset64(8 + 8 * number);
  }

  private long size(long number) {
    long same = sizes.u32(4);
    return same != 0 ? same : sizes.u32(12 + 4 * number);
  }
}
