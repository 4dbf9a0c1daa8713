package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.TagDescriptor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Set;

/**
 * Says that a film lies in the photo's own file: after the end of a JPEG picture, as phones of many
 * makers append it, or in Samsung's trailer, whose end is {@code SEFT} and which lists its parts.
 */
final class EmbeddedFilm extends Directory {
  private static final byte[] FILM_TYPE = "ftyp".getBytes(US_ASCII);
  private static final byte[] SAMSUNG_PART = "MotionPhoto_Data".getBytes(US_ASCII);

  /** Brands of pictures in boxes. */
  private static final Set<String> PICTURES =
      Set.of("heic", "heix", "heim", "heis", "mif1", "msf1", "avif", "avis", "jxl ", "crx ");

  private static final Set<String> AFTER_TYPE =
      Set.of("moov", "mdat", "free", "skip", "wide", "uuid", "moof", "pnot", "sidx", "meta");
  private static final int LONGEST_TYPE = 1024;

  /** A film is longer than its box's head. */
  private static final int LEAST = 16;

  @SuppressWarnings("this-escape") // A descriptor is demanded; nothing calls it before we are done.
  private EmbeddedFilm() {
    setDescriptor(new TagDescriptor<Directory>(this));
  }

  /** Adds the block if a film lies after {@code end}, where the picture ends. */
  static void find(byte[] bytes, int end, Metadata metadata) {
    if (isSamsung(bytes, end) || hasFilm(bytes, end)) {
      add(metadata);
    }
  }

  static void add(Metadata metadata) {
    metadata.addDirectory(new EmbeddedFilm());
  }

  /** Samsung's list: for each part two bytes, its type, how far before the list, its length. */
  static boolean isSamsung(byte[] bytes, int from) {
    int end = bytes.length;
    if (end - from < 24 || !Blocks.startsAt(bytes, end - 4, "SEFT")) {
      return false;
    }
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = file.getInt(end - 8);
    int list = end - 8 - length;
    if (length < 12 || list < from || !Blocks.startsAt(bytes, list, "SEFH")) {
      return false;
    }
    int count = Math.min(file.getInt(list + 8), (length - 12) / 12);
    for (int i = 0; i < count; i++) {
      long back = Integer.toUnsignedLong(file.getInt(list + 12 + 12 * i + 4));
      long size = Integer.toUnsignedLong(file.getInt(list + 12 + 12 * i + 8));
      long start = list - back;
      if (start >= from
          && size <= back
          && size >= 8 + SAMSUNG_PART.length + LEAST
          && Blocks.startsAt(bytes, (int) start + 8, new String(SAMSUNG_PART, US_ASCII))) {
        return true;
      }
    }
    return false;
  }

  /** A box that says which film it is, and then another box: no chance makes that. */
  private static boolean hasFilm(byte[] bytes, int end) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    for (int at = end + 4; at + 12 <= bytes.length; at++) {
      if (bytes[at] != FILM_TYPE[0] || !Blocks.startsAt(bytes, at, "ftyp")) {
        continue;
      }
      int size = file.getInt(at - 4);
      String brand = new String(bytes, at + 4, 4, ISO_8859_1);
      int next = at - 4 + size;
      if (size >= 8
          && size <= LONGEST_TYPE
          && !PICTURES.contains(brand)
          && next + 8 <= bytes.length
          && AFTER_TYPE.contains(new String(bytes, next + 4, 4, ISO_8859_1))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String getName() {
    return "Film";
  }

  @SuppressWarnings("NonApiType") // The library asks for it.
  @Override
  protected HashMap<Integer, String> getTagNameMap() {
    return new HashMap<>();
  }
}
