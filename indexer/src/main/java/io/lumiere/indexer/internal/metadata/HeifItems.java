package io.lumiere.indexer.internal.metadata;

import io.lumiere.indexer.internal.metadata.Boxes.Box;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of a HEIF file (ISO/IEC 23008-12): what they are and where their bytes lie. */
final class HeifItems {
  private static final int MAX_ITEM = 16 << 20;
  private static final int MAX_ITEMS = 20_000;
  private static final int IN_FILE = 0;
  private static final int IN_META = 1;

  private final ByteBuffer file;
  private final @Nullable ByteBuffer meta;
  private final Map<Long, String> types = new HashMap<>();
  private final Map<Long, byte[]> contents = new HashMap<>();

  /** Reads the items whose type is one of {@code wanted}: four characters, or a MIME type. */
  HeifItems(ByteBuffer file, ByteBuffer metaBox, List<String> wanted) {
    this.file = file;
    List<Box> boxes = Boxes.of(metaBox.position(4));
    this.meta = Boxes.find(boxes, "idat");
    ByteBuffer information = Boxes.find(boxes, "iinf");
    ByteBuffer locations = Boxes.find(boxes, "iloc");
    if (information != null && locations != null) {
      readTypes(information);
      types.values().retainAll(wanted);
      readContents(locations);
    }
  }

  /** The content of the first item of a type; null if there is none. */
  byte @Nullable [] find(String type) {
    return types.entrySet().stream()
        .filter(entry -> entry.getValue().equals(type) && contents.containsKey(entry.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> contents.get(entry.getKey()))
        .findFirst()
        .orElse(null);
  }

  private void readTypes(ByteBuffer in) {
    int version = in.getInt() >>> 24;
    Boxes.number(in, version == 0 ? 2 : 4); // The count; the boxes say it themselves.
    for (Box entry : Boxes.of(in)) {
      ByteBuffer item = entry.content();
      int itemVersion = item.getInt() >>> 24;
      if (entry.type().equals("infe") && itemVersion >= 2) {
        long id = Boxes.number(item, itemVersion == 2 ? 2 : 4);
        item.getShort(); // Protection.
        String type = Boxes.fourCharacters(item);
        if (type.equals("mime")) {
          Boxes.text(item); // Its name.
          type = Boxes.text(item);
        }
        types.put(id, type);
      }
    }
  }

  private void readContents(ByteBuffer in) {
    int version = in.getInt() >>> 24;
    int sizes = in.getShort();
    int offsetSize = sizes >> 12 & 15;
    int lengthSize = sizes >> 8 & 15;
    int baseSize = sizes >> 4 & 15;
    int indexSize = version == 0 ? 0 : sizes & 15;
    long count = Math.min(MAX_ITEMS, Boxes.number(in, version < 2 ? 2 : 4));
    for (long i = 0; i < count; i++) {
      long id = Boxes.number(in, version < 2 ? 2 : 4);
      int method = version == 0 ? IN_FILE : in.getShort() & 15;
      in.getShort(); // Which file: this one.
      long base = Boxes.number(in, baseSize);
      int extents = Short.toUnsignedInt(in.getShort());
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      for (int e = 0; e < extents; e++) {
        Boxes.number(in, indexSize);
        long offset = base + Boxes.number(in, offsetSize);
        long length = Boxes.number(in, lengthSize);
        if (types.containsKey(id)) {
          copy(method, offset, length, content);
        }
      }
      if (content.size() > 0) {
        contents.put(id, content.toByteArray());
      }
    }
  }

  private void copy(int method, long offset, long length, ByteArrayOutputStream content) {
    ByteBuffer source = method == IN_FILE ? file : method == IN_META ? meta : null;
    if (source == null
        || offset < 0
        || offset > source.limit()
        || length > source.limit() - offset
        || length + content.size() > MAX_ITEM) {
      return;
    }
    content.writeBytes(Boxes.bytes(source.slice((int) offset, (int) length)));
  }
}
