package io.lumiere.indexer.internal.metadata;

import static com.adobe.internal.xmp.XMPConst.NS_DC;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_IMAGE_DESCRIPTION;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_WIN_COMMENT;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_WIN_KEYWORDS;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_WIN_TITLE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import com.drew.metadata.iptc.IptcDirectory;
import io.lumiere.schema.Photo.Caption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads title, description and keywords from XMP, IPTC, EXIF's Windows tags and PNG texts. */
final class CaptionReader {
  private static final int MAX_TITLE = 1_000;
  private static final int MAX_DESCRIPTION = 10_000;
  private static final int MAX_KEYWORD = 500;
  private static final int MAX_KEYWORDS = 1_000;

  /** What cameras put where a person's words belong. */
  private static final Pattern FACTORY_TEXT =
      Pattern.compile(
          "(?:.*\\bDIGITAL CAMERA\\b.*|SONY DSC|DSC|DCIM.*|Exif_JPEG_PICTURE|SAMSUNG|MINOLTA"
              + "|<.*>|\\[.*\\]|default|untitled|charset=.*)",
          Pattern.CASE_INSENSITIVE);

  private CaptionReader() {}

  static Caption read(Tags tags) {
    String title =
        first(
            MAX_TITLE,
            tags.xmpLocalized(NS_DC, "title"),
            only(tags.iptc(IptcDirectory.TAG_OBJECT_NAME)),
            only(tags.iptc(IptcDirectory.TAG_HEADLINE)),
            windows(tags, TAG_WIN_TITLE),
            png(tags, "Title"));
    String description =
        first(
            MAX_DESCRIPTION,
            tags.xmpLocalized(NS_DC, "description"),
            only(tags.iptc(IptcDirectory.TAG_CAPTION)),
            tags.exifText(TAG_IMAGE_DESCRIPTION),
            windows(tags, TAG_WIN_COMMENT),
            png(tags, "Description"));
    return new Caption(title, description, keywords(tags));
  }

  private static List<String> keywords(Tags tags) {
    List<String> all = new ArrayList<>(tags.xmpItems(NS_DC, "subject"));
    all.addAll(tags.iptc(IptcDirectory.TAG_KEYWORDS));
    String windows = windows(tags, TAG_WIN_KEYWORDS);
    if (windows != null) {
      all.addAll(List.of(windows.split(";")));
    }
    // XMP and IPTC usually say the same: once is enough, whatever the case.
    Map<String, String> unique = new LinkedHashMap<>();
    for (String keyword : all) {
      String clean = Texts.clean(keyword, MAX_KEYWORD);
      if (clean != null && unique.size() < MAX_KEYWORDS) {
        unique.putIfAbsent(clean.toLowerCase(Locale.ROOT), clean);
      }
    }
    return List.copyOf(unique.values());
  }

  private static @Nullable String first(int max, @Nullable String... texts) {
    for (String text : texts) {
      String clean = Texts.clean(text, max);
      if (clean != null && !FACTORY_TEXT.matcher(clean).matches()) {
        return clean;
      }
    }
    return null;
  }

  private static @Nullable String only(List<String> texts) {
    return texts.isEmpty() ? null : texts.getFirst();
  }

  private static @Nullable String windows(Tags tags, int tag) {
    byte[] bytes = tags.exifBytes(tag);
    return bytes == null ? null : new String(bytes, UTF_16LE);
  }

  private static @Nullable String png(Tags tags, String keyword) {
    return tags.blocks(PngText.class).stream()
        .filter(text -> text.keyword().equalsIgnoreCase(keyword))
        .map(PngText::text)
        .findFirst()
        .orElse(null);
  }
}
