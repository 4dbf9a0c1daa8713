package io.lumiere.images.container;

import io.lumiere.images.CorruptImageException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The box meta of a HEIF file (ISO/IEC 14496-12, 8.11): its items, of which one is the picture to
 * show, and others are parts of it or say something of it. Immutable and thread-safe.
 */
public final class HeifItems {
  private static final int MAX_EXIF_HEAD = 32;
  private static final int MAX_BYTES = 16 << 20;

  private final Box body;
  private final Map<Long, String> types = new TreeMap<>();
  private final ItemLocations locations;
  private final ItemProperties properties;
  private final ItemReferences references;

  /**
   * Reads the box.
   *
   * @throws CorruptImageException if it is damaged
   */
  public HeifItems(Box meta, ByteView file) {
    if (meta.content().length() > MAX_BYTES) {
      throw new CorruptImageException("its list of pictures has more than 16 MiB");
    }
    body = new Box(meta.type(), meta.content().from(4));
    Box idat = body.child("idat");
    ByteView own = idat == null ? file.slice(0, 0) : idat.content();
    locations = new ItemLocations(body.expectChild("iloc"), file, own);
    properties = new ItemProperties(body.child("iprp"));
    references = new ItemReferences(body.child("iref"));
    Box iinf = body.expectChild("iinf");
    for (Box infe : Box.all(iinf.content(), iinf.version() == 0 ? 6 : 8)) {
      // Older entries say no type: no item that is read here has one.
      if (infe.version() >= 2) {
        readType(infe);
      }
    }
  }

  /**
   * The number of the picture to show.
   *
   * @throws CorruptImageException if the file does not say it
   */
  public long primary() {
    Box pitm = body.expectChild("pitm");
    return pitm.version() == 0 ? pitm.content().u16(4) : pitm.content().u32(4);
  }

  /**
   * What kind of item it is, such as {@code hvc1} or {@code grid}; of texts the MIME type.
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

  /**
   * The item's data.
   *
   * @throws io.lumiere.images.ImageException if it is not there
   */
  public ItemData data(long id) {
    return locations.expect(id);
  }

  /** The data of the first item of a type; null where there is none. */
  public @Nullable ItemData find(String type) {
    for (Map.Entry<Long, String> item : types.entrySet()) {
      ItemData data = item.getValue().equals(type) ? locations.find(item.getKey()) : null;
      if (data != null) {
        return data;
      }
    }
    return null;
  }

  /** The item's properties, in their order. */
  public List<Box> properties(long id) {
    return properties.of(id);
  }

  /** Which items belong to which. */
  public ItemReferences references() {
    return references;
  }

  /**
   * The TIFF structure in the data of an EXIF item: a number says how far after itself it is. Where
   * none is there, since the number is wrong or left out, the structure is looked for.
   */
  public static ByteView tiffOfExif(ByteView data) {
    long stated = 4 + data.bigEndian().u32(0);
    boolean isThere = stated <= data.length() && TiffFile.isClassic(data.from(stated));
    ByteView found = isThere ? null : TiffFile.findClassic(data, MAX_EXIF_HEAD);
    return found == null ? data.from(stated) : found;
  }

  private void readType(Box infe) {
    ByteCursor in = new ByteCursor(infe.content(), 4);
    long id = infe.version() == 2 ? in.u16() : in.u32();
    in.u16(); // Its protection.
    String type = in.type();
    if (type.equals("mime")) {
      in.text(); // Its name.
      type = in.text();
    }
    types.put(id, type);
  }
}
