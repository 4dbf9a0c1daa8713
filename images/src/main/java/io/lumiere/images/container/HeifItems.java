package io.lumiere.images.container;

import io.lumiere.images.CorruptImageException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The box meta: the file's items, of which one is the picture to show. */
public final class HeifItems {
  private static final int MAX_BYTES = 16 << 20;

  private final long primary;
  private final Map<Long, String> types = new HashMap<>();
  private final ItemLocations locations;
  private final ItemProperties properties;
  private final ItemReferences references;

  public HeifItems(Box meta, ByteView file) {
    if (meta.content().length() > MAX_BYTES) {
      throw new CorruptImageException("its list of pictures has more than 16 MiB");
    }
    Box body = new Box(meta.type(), meta.content().slice(4, meta.content().length(), false));
    Box pitm = body.expectChild("pitm");
    primary = pitm.version() == 0 ? pitm.content().u16(4) : pitm.content().u32(4);
    Box idat = body.child("idat");
    locations =
        new ItemLocations(
            body.expectChild("iloc"),
            file,
            idat == null ? file.slice(0, 0, false) : idat.content());
    properties = new ItemProperties(body.expectChild("iprp"));
    references = new ItemReferences(body.child("iref"));
    readTypes(body.expectChild("iinf"));
  }

  private void readTypes(Box iinf) {
    for (Box infe : Box.all(iinf.content(), iinf.version() == 0 ? 6 : 8)) {
      ByteCursor in = new ByteCursor(infe.content(), 4);
      int version = infe.version();
      if (version >= 2) {
        long id = version == 2 ? in.u16() : in.u32();
        types.put(id, infe.content().ascii(version == 2 ? 8 : 10, 4));
      }
    }
  }

  /** The number of the picture to show. */
  public long primary() {
    return primary;
  }

  /**
   * What kind of item it is, such as {@code hvc1} or {@code grid}.
   *
   * @throws CorruptImageException if there is no such item
   */
  public String type(long id) {
    String type = types.get(id);
    if (type == null) {
      throw new CorruptImageException("it has no picture " + id);
    }
    return type;
  }

  public ItemData data(long id) {
    return locations.expect(id);
  }

  public List<Box> properties(long id) {
    return properties.of(id);
  }

  public ItemReferences references() {
    return references;
  }
}
