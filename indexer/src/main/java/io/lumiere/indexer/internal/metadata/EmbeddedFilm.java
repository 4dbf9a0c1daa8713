package io.lumiere.indexer.internal.metadata;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.TagDescriptor;
import io.lumiere.images.container.ByteView;
import java.util.HashMap;
import java.util.Set;

/**
 * Records that a film is contained in the photo's own file: after the end of a JPEG picture, as
 * phones of many makers append it, or in Samsung's trailer, whose end is {@code SEFT} and which
 * lists its parts.
 */
final class EmbeddedFilm extends Directory {
  private static final String FILM_TYPE = "ftyp";
  private static final String SAMSUNG_PART = "MotionPhoto_Data";

  /** Brands of pictures in boxes. */
  private static final Set<String> PICTURES =
      Set.of("heic", "heix", "heim", "heis", "mif1", "msf1", "avif", "avis", "jxl ", "crx ");

  private static final Set<String> AFTER_TYPE =
      Set.of("moov", "mdat", "free", "skip", "wide", "uuid", "moof", "pnot", "sidx", "meta");
  private static final int LONGEST_TYPE = 1024;

  /** A film is longer than its box's head. */
  private static final int LEAST = 16;

  @SuppressWarnings("this-escape") // The library demands a descriptor, but nothing uses it.
  private EmbeddedFilm() {
    setDescriptor(new TagDescriptor<Directory>(this));
  }

  /** Adds the block if a film lies after {@code end}, where the picture ends. */
  static void find(ByteView file, long end, Metadata metadata) {
    if (isSamsung(file, end) || hasFilm(file, end)) {
      add(metadata);
    }
  }

  static void add(Metadata metadata) {
    metadata.addDirectory(new EmbeddedFilm());
  }

  /** Samsung's list: for each part two bytes, its type, how far before the list, its length. */
  static boolean isSamsung(ByteView file, long from) {
    long end = file.length();
    if (end - from < 24 || !file.has(end - 4, "SEFT")) {
      return false;
    }
    ByteView in = file.littleEndian();
    long length = in.u32(end - 8);
    long list = end - 8 - length;
    if (length < 12 || list < from || !in.has(list, "SEFH")) {
      return false;
    }
    long count = Math.min(in.u32(list + 8), (length - 12) / 12);
    for (long entry = list + 12; entry < list + 12 + 12 * count; entry += 12) {
      long back = in.u32(entry + 4);
      long size = in.u32(entry + 8);
      long start = list - back;
      if (start >= from
          && size <= back
          && size >= 8 + SAMSUNG_PART.length() + LEAST
          && in.has(start + 8, SAMSUNG_PART)) {
        return true;
      }
    }
    return false;
  }

  /** A box that names the kind of film, followed by another box: that is not a coincidence. */
  private static boolean hasFilm(ByteView file, long end) {
    for (long at = file.find('f', end + 4); at >= 0; at = file.find('f', at + 1)) {
      if (!file.has(at, FILM_TYPE) || at + 12 > file.length()) {
        continue;
      }
      long size = file.u32(at - 4);
      long next = at - 4 + size;
      if (size >= 8
          && size <= LONGEST_TYPE
          && !PICTURES.contains(file.latin(at + 4, 4))
          && next + 8 <= file.length()
          && AFTER_TYPE.contains(file.latin(next + 4, 4))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String getName() {
    return "Film";
  }

  @SuppressWarnings("NonApiType") // The library requires this method.
  @Override
  protected HashMap<Integer, String> getTagNameMap() {
    return new HashMap<>();
  }
}
