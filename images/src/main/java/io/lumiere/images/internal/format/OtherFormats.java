package io.lumiere.images.internal.format;

import io.lumiere.images.container.ByteView;
import java.util.Locale;

/** Names for what people keep beside their photos and is not decoded here. */
final class OtherFormats {
  static final String TEXT = "a text";
  static final String UNKNOWN = "not an image that is known here";

  private OtherFormats() {}

  /** A phrase such as "a HEIC image"; "not an image that is known here" at the least. */
  static String describe(ByteView in) {
    if (in.has(4, "ftyp")) {
      return in.length() < 12 ? "cut short within its first bytes" : "a video or audio file";
    } else if (isRaw(in)) {
      return "a raw file of a camera whose previews are not found here";
    } else if (in.has(0, "8BPS")) {
      return "a Photoshop document";
    } else if (in.has(0, "%PDF")) {
      return "a PDF document";
    } else if (in.has(0, "gimp xcf")) {
      return "a GIMP image";
    } else if (isSound(in)) {
      return "a video or audio file";
    }
    return text(in);
  }

  // Minolta's MRW, Sigma's X3F and Canon's CRW.
  private static boolean isRaw(ByteView in) {
    return in.has(0, "\0MRM") || in.has(0, "FOVb") || in.has(6, "HEAPCCDR");
  }

  /** MP3 with a tag, Ogg, FLAC, WAV, AVI and Matroska: some begin with a picture of their cover. */
  private static boolean isSound(ByteView in) {
    return in.has(0, "ID3")
        || in.has(0, "OggS")
        || in.has(0, "fLaC")
        || in.has(0, "RIFF")
        || in.has(0, "\u001aE\u00df\u00a3");
  }

  private static String text(ByteView in) {
    int head = Math.min(in.length(), 256);
    String start = in.latin(0, head).strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return "a web page";
    } else if (start.contains("<svg")) {
      return "an SVG drawing";
    } else if (start.chars().allMatch(c -> (c >= 32 && c < 127) || Character.isWhitespace(c))) {
      return TEXT;
    }
    return UNKNOWN;
  }
}
