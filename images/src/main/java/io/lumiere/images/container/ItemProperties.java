package io.lumiere.images.container;

import io.lumiere.images.CorruptImageException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The box iprp: each item's properties, in their order (ISO/IEC 23008-12, 9.3). */
final class ItemProperties {
  private final List<Box> properties = new ArrayList<>();
  private final Map<Long, List<Box>> byItem = new HashMap<>();

  ItemProperties(@Nullable Box iprp) {
    if (iprp == null) {
      return;
    }
    properties.addAll(iprp.expectChild("ipco").children());
    for (Box child : iprp.children()) {
      if (child.type().equals("ipma")) {
        read(child);
      }
    }
  }

  /** The item's properties; none where the file names none. */
  List<Box> of(long id) {
    return byItem.getOrDefault(id, List.of());
  }

  private void read(Box ipma) {
    ByteCursor in = new ByteCursor(ipma.content(), 4);
    boolean wideIds = ipma.version() > 0;
    boolean wideIndices = (ipma.flags() & 1) != 0;
    long count = in.u32();
    for (long i = 0; i < count; i++) {
      long id = wideIds ? in.u32() : in.u16();
      List<Box> own = byItem.computeIfAbsent(id, key -> new ArrayList<>());
      for (int left = in.u8(); left > 0; left--) {
        // The highest bit says that the property is essential. Indices begin at 1; 0 is none.
        int index = wideIndices ? in.u16() & 0x7fff : in.u8() & 0x7f;
        if (index > properties.size()) {
          throw new CorruptImageException("it has no property " + index);
        }
        if (index > 0) {
          own.add(properties.get(index - 1));
        }
      }
    }
  }
}
