package io.lumiere.images.container;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The box iloc: which bytes of the file an item is (ISO/IEC 14496-12, 8.11.3). */
final class ItemLocations {
  private static final int IN_FILE = 0;
  private static final int IN_IDAT = 1;

  /** A phone's photo has some hundred. */
  private static final int MAX_EXTENTS = 200_000;

  private final ByteView file;
  private final ByteView idat;
  private final Map<Long, ItemData> items = new HashMap<>();
  private final Set<Long> madeOfOthers = new HashSet<>();
  private int extentsRead;

  /** Reads the box; {@code idat} is the content of the box of that name, empty where none is. */
  ItemLocations(Box iloc, ByteView file, ByteView idat) {
    this.file = file;
    this.idat = idat;
    read(iloc);
  }

  /** The item's data; null where there is none, or it is not within the file. */
  @Nullable ItemData find(long id) {
    ItemData data = items.get(id);
    return data == null || data.length() == 0 ? null : data;
  }

  /**
   * The item's data.
   *
   * @throws CorruptImageException if it is not there
   * @throws UnsupportedImageException if it is made of the data of other items
   */
  ItemData expect(long id) {
    ItemData data = find(id);
    if (madeOfOthers.contains(id)) {
      throw new UnsupportedImageException("its pictures are made of others in a way not read here");
    } else if (data == null) {
      throw new CorruptImageException("the file does not say where its picture " + id + " is");
    }
    return data;
  }

  private void read(Box iloc) {
    ByteCursor in = new ByteCursor(iloc.content(), 4);
    int version = iloc.version();
    int sizes = in.u16();
    int offsetSize = sizes >> 12;
    int lengthSize = sizes >> 8 & 15;
    int baseSize = sizes >> 4 & 15;
    int indexSize = version == 0 ? 0 : sizes & 15;
    long count = version < 2 ? in.u16() : in.u32();
    for (long i = 0; i < count; i++) {
      long id = version < 2 ? in.u16() : in.u32();
      int method = version == 0 ? IN_FILE : in.u16() & 15;
      in.u16(); // The data reference: only this file itself is of use.
      long base = in.number(baseSize);
      List<Extent> extents = new ArrayList<>();
      for (int extent = in.u16(); extent > 0; extent--) {
        in.number(indexSize);
        extents.add(new Extent(in.number(offsetSize), in.number(lengthSize)));
        if (++extentsRead > MAX_EXTENTS) {
          throw new CorruptImageException("its pictures are in more than 200,000 pieces");
        }
      }
      if (method == IN_FILE || method == IN_IDAT) {
        items.put(id, data(method == IN_IDAT ? idat : file, base, extents));
      } else {
        madeOfOthers.add(id);
      }
    }
  }

  /** A length of 0 is all that follows. */
  private record Extent(long offset, long length) {}

  /** Nothing where a part is beyond the end: the item may be a mere thumbnail, not asked for. */
  private static ItemData data(ByteView in, long base, List<Extent> extents) {
    List<ByteView> parts = new ArrayList<>();
    long total = 0;
    for (Extent extent : extents) {
      long at = base + extent.offset();
      if (at < 0 || at > in.length() || extent.length() > in.length() - at) {
        return new ItemData(List.of());
      }
      ByteView part = extent.length() == 0 ? in.from(at) : in.slice(at, extent.length());
      parts.add(part);
      total += part.length();
    }
    return new ItemData(total > in.length() ? List.of() : parts);
  }
}
