package io.lumiere.images.container;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The film of a live photo in the photo's own file: after the end of a JPEG picture, as phones of
 * many makers append it, in Samsung's trailer, whose end is {@code SEFT} and which lists its parts,
 * or in a box of a HEIC. Thread-safe.
 */
public final class EmbeddedFilm {
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

  private EmbeddedFilm() {}

  /** The film in a JPEG, HEIC or AVIF; null where it holds none, or is something else. */
  public static @Nullable ByteView find(ByteView file) {
    if (file.has(4, FILM_TYPE)) {
      for (Box box : Box.allWhole(file, 0)) {
        ByteView film = inBox(box);
        if (film != null) {
          return film;
        }
      }
      return null;
    }
    long start = JpegStart.find(file);
    return start < 0 ? null : after(file, new JpegRecovery(file, start).end());
  }

  /** The film that lies after {@code end}, where a JPEG picture ends; null where none does. */
  public static @Nullable ByteView after(ByteView file, long end) {
    ByteView samsungs = inSamsungsTrailer(file, end);
    return samsungs == null ? behind(file, end) : samsungs;
  }

  /** The film in a box of Google's or Samsung's; null where it is another, or holds none. */
  public static @Nullable ByteView inBox(Box box) {
    return switch (box.type()) {
      case "mpvd" -> box.content().length() >= LEAST ? box.content() : null;
      case "sefd" -> inSamsungsTrailer(box.content(), 0);
      default -> null;
    };
  }

  /** Samsung's list: for each part two bytes, its type, how far before the list, its length. */
  private static @Nullable ByteView inSamsungsTrailer(ByteView file, long from) {
    long end = file.length();
    if (end - from < 24 || !file.has(end - 4, "SEFT")) {
      return null;
    }
    ByteView in = file.littleEndian();
    long length = in.u32(end - 8);
    long list = end - 8 - length;
    if (length < 12 || list < from || !in.has(list, "SEFH")) {
      return null;
    }
    long count = Math.min(in.u32(list + 8), (length - 12) / 12);
    int head = 8 + SAMSUNG_PART.length();
    for (long entry = list + 12; entry < list + 12 + 12 * count; entry += 12) {
      long back = in.u32(entry + 4);
      long size = in.u32(entry + 8);
      long start = list - back;
      if (start >= from
          && size <= back
          && size >= head + LEAST
          && in.has(start + 8, SAMSUNG_PART)) {
        return file.slice(start + head, size - head);
      }
    }
    return null;
  }

  /** A box that names the kind of film, followed by another box: that is not a coincidence. */
  private static @Nullable ByteView behind(ByteView file, long end) {
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
        return file.from(at - 4);
      }
    }
    return null;
  }
}
