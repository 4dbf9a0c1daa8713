package io.lumiere.indexer.internal.metadata;

import static com.adobe.internal.xmp.XMPConst.NS_DC;
import static com.adobe.internal.xmp.XMPConst.NS_PHOTOSHOP;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_WIN_KEYWORDS;

import com.drew.metadata.iptc.IptcDirectory;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads keywords from XMP, IPTC, EXIF's Windows tags and PNG texts. Those that stand in a
 * hierarchy, such as {@code Places|Portugal|Porto}, are a keyword for each level.
 */
final class KeywordReader {
  static final String NS_MICROSOFT = "http://ns.microsoft.com/photo/1.0/";
  private static final String NS_LIGHTROOM = "http://ns.adobe.com/lightroom/1.0/";
  private static final String NS_DIGIKAM = "http://www.digikam.org/ns/1.0/";
  private static final String NS_MEDIAPRO = "http://ns.iview-multimedia.com/mediapro/1.0/";
  private static final String NS_EXPRESSION = "http://ns.microsoft.com/expressionmedia/1.0/";
  static final String NS_ACDSEE = "http://ns.acdsee.com/iptc/1.0/";
  private static final String NS_MWG = "http://www.metadataworkinggroup.com/schemas/keywords/";

  /** digiKam keeps marks of its own among the tags. */
  private static final String DIGIKAM_OWN = "_Digikam_";

  private static final int MAX_DEPTH = 20;

  /** Each category's text is searched for nested ones: longer texts would take too long. */
  private static final int MAX_CATEGORIES = 1 << 16;

  private final List<String> found = new ArrayList<>();

  private KeywordReader() {}

  /** All keywords, as often as they are written. */
  static List<String> read(Tags tags) {
    KeywordReader reader = new KeywordReader();
    reader.readFlat(tags);
    reader.readLevels(tags.xmpItems(NS_LIGHTROOM, "hierarchicalSubject"), "\\|");
    reader.readLevels(tags.xmpItems(NS_DIGIKAM, "TagsList"), "/");
    reader.readLevels(tags.xmpItems(NS_MICROSOFT, "LastKeywordXMP"), "/");
    reader.readLevels(tags.xmpItems(NS_MICROSOFT, "LastKeywordIPTC"), "/");
    reader.readLevels(tags.xmpItems(NS_MEDIAPRO, "CatalogSets"), "\\|");
    reader.readLevels(tags.xmpItems(NS_EXPRESSION, "CatalogSets"), "\\|");
    reader.readAcdsee(tags.xmp(NS_ACDSEE, "categories"));
    for (XmpValue keywords : tags.xmpValues(NS_MWG, "Keywords")) {
      reader.readMwg(keywords, 0);
    }
    return reader.found;
  }

  private void readFlat(Tags tags) {
    found.addAll(list(tags.xmpItems(NS_DC, "subject")));
    found.addAll(tags.iptc(IptcDirectory.TAG_KEYWORDS));
    found.addAll(split(CaptionReader.windows(tags, TAG_WIN_KEYWORDS), ";"));
    found.addAll(list(tags.xmpItems(NS_PHOTOSHOP, "Keywords")));
    found.addAll(tags.xmpItems(NS_PHOTOSHOP, "SupplementalCategories"));
    found.addAll(list(tags.xmpItems(NS_ACDSEE, "keywords")));
    found.addAll(split(tags.png("Keywords"), "[,;]"));
  }

  /** One text where an array belongs holds several. */
  private static List<String> list(List<String> items) {
    return items.size() == 1 ? split(items.getFirst(), "[,;]") : items;
  }

  private static List<String> split(@Nullable String text, String separator) {
    return text == null ? List.of() : List.of(text.split(separator));
  }

  private void readLevels(List<String> paths, String separator) {
    for (String path : paths) {
      if (!path.startsWith(DIGIKAM_OWN)) {
        found.addAll(List.of(path.split(separator)));
      }
    }
  }

  /**
   * Nested elements: a category's name is its text, and {@code Assigned} says whether the photo has
   * it.
   */
  private void readAcdsee(@Nullable String xml) {
    if (xml == null || xml.length() > MAX_CATEGORIES) {
      return;
    }
    for (Element category : Jsoup.parse(xml, "", Parser.xmlParser()).select("Category")) {
      boolean isAssigned =
          category.select("Category").stream().anyMatch(each -> each.attr("Assigned").equals("1"));
      if (isAssigned) {
        found.add(category.ownText());
      }
    }
  }

  private void readMwg(XmpValue value, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    String keyword = value.fieldText(NS_MWG, "Keyword");
    if (keyword != null) {
      found.add(keyword);
    }
    value.items().forEach(item -> readMwg(item, depth + 1));
    value.fields().values().forEach(field -> readMwg(field, depth + 1));
  }
}
