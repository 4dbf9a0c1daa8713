package io.lumiere.indexer.internal.metadata;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises texts of cameras and programs in fields that are meant for people's words. */
final class FactoryTexts {
  private static final Pattern CAMERA =
      Pattern.compile(
          "(?:.*\\bDIGITAL CAMERA\\b.*|SONY DSC|DSC|DCIM.*|Exif_JPEG_PICTURE|SAMSUNG|MINOLTA"
              + "|<.*>|\\[.*\\]|default|untitled|charset=.*|Hisilicon.*|oplus_\\d+|binary comment"
              + "|Screenshot|User comments?|Exif_.*|AppleMark|No comment|None|null|x-default"
              + "|[-_.*\\s?]+)",
          Pattern.CASE_INSENSITIVE);

  /** Settings of a camera's program: names and values, or data. */
  private static final Pattern DATA =
      Pattern.compile(
          "\\{.*[:}].*|(?:\\s*[\\w .-]{1,40}[:=][^;:=]{0,200};){2}.*|[0-9A-Za-z+/=]{40,}"
              + "|(?:[\\w.-]+=[^\\s=]*[\\s,&]+){3}.*",
          Pattern.DOTALL);

  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?:CREATOR: ?gd-jpeg|LEAD Technologies|Optimi[sz]ed (?:by|with)|File"
              + " source:|(?:Created|Made|Edited|Saved|Exported|Generated|Drawn|Rendered|Written)"
              + " (?:with|using) "
              + "|(?:Compressed|Encoded|Processed|Resized|Converted|Generated|Rendered|Written)"
              + " (?:by|with|using) |Intel\\(R\\) (?:JPEG|IPP)|Handmade Software|ACD"
              + " Systems|Lavc\\d|JPEG Encoder Copyright|U-Lead Systems|Ulead|Software: |Adobe"
              + " (?:Photoshop|ImageReady|Fireworks)|Photoshop \\d|Paint Shop"
              + " Pro|PSP\\d|NeuQuant|XV Version|xv"
              + " |PaintShop|IrfanView|ImageMagick|GraphicsMagick|gif(?:sicle|2)|GifBuilder|GIF"
              + " Movie Gear|Ulead GIF|ImageGear|Quality ?= ?\\d|quality"
              + " \\d|JFIF|Ducky|AVID|MJPG|USSR|Picasa|Google\\b.*\\bInc|Exif"
              + " |MW2|SIG:|SIGNATURE:|CRC|MD5|PhotoDisc|Kodak Moments|www\\.|https?://\\S+$).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final int MAX_HEAD = 1_000;

  private FactoryTexts() {}

  /** Whether a camera or its program wrote this text, not a person. */
  static boolean isCamera(String text) {
    return CAMERA.matcher(text).matches();
  }

  /** A person's comment; null if a program wrote its name or settings. */
  static @Nullable String comment(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String stripped = text.strip();
    // Only the beginning is checked, so that megabytes are not searched.
    String head = stripped.substring(0, Math.min(MAX_HEAD, stripped.length()));
    boolean isOther =
        DATA.matcher(head).matches()
            || PROGRAM.matcher(head).matches()
            || stripped.codePoints().noneMatch(Character::isLetter)
            || stripped.indexOf('\uFFFD') >= 0;
    return isOther ? null : stripped;
  }
}
