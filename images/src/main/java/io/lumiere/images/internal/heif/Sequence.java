package io.lumiere.images.internal.heif;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.Box;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.ItemData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a file that is a sequence, which build on each other.
 *
 * @param first what is needed to decode them, with the first one's data
 * @param pictures the data of each, the first included
 */
public record Sequence(CodedImage first, List<ItemData> pictures) {
  public Sequence {
    pictures = List.copyOf(pictures);
  }

  /**
   * Finds them; null where the file holds no sequence.
   *
   * @param most how many are wanted
   * @throws io.lumiere.images.ImageException if it is damaged or of a kind that is not read
   */
  public static @Nullable Sequence find(byte[] bytes, int most) {
    ByteView file = new ByteView(bytes, false);
    Box moov = Box.find(Box.all(file, 0), "moov");
    Box table = moov == null ? null : FirstSample.table(moov);
    return table == null
        ? null
        : new Sequence(FirstSample.inTable(table, file), samples(table, file, most));
  }

  /** ISO/IEC 14496-12, 8.7: runs of chunks that have equally many samples, one after the other. */
  private static List<ItemData> samples(Box table, ByteView file, int most) {
    ByteView sizes = table.expectChild("stsz").content();
    ByteView runs = table.expectChild("stsc").content();
    Box narrow = table.child("stco");
    ByteView places = narrow != null ? narrow.content() : table.expectChild("co64").content();
    long count = Math.min(most, sizes.u32(8));
    List<ItemData> samples = new ArrayList<>();
    int run = 0;
    for (long chunk = 0; chunk < places.u32(4) && samples.size() < count; chunk++) {
      while (run + 1 < runs.u32(4) && runs.u32(8 + 12L * (run + 1)) <= chunk + 1) {
        run++;
      }
      long at = narrow != null ? places.u32(8 + 4 * chunk) : places.offset64(8 + 8 * chunk);
      long inChunk = runs.u32(12 + 12L * run);
      for (long i = 0; i < inChunk && samples.size() < count; i++) {
        long size = sizes.u32(4) != 0 ? sizes.u32(4) : sizes.u32(12 + 4L * samples.size());
        samples.add(data(file, at, size));
        at += size;
      }
    }
    return samples;
  }

  static ItemData data(ByteView file, long at, long size) {
    if (size == 0 || at > file.length() || size > file.length() - at) {
      throw new CorruptImageException("the file ends within its picture");
    }
    return new ItemData(List.of(file.slice(at, size, false)));
  }
}
