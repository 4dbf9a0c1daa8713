package io.lumiere.indexer.internal.metadata;

import static com.adobe.internal.xmp.XMPConst.NS_DC;
import static com.adobe.internal.xmp.XMPConst.NS_EXIF;
import static com.adobe.internal.xmp.XMPConst.NS_PHOTOSHOP;
import static com.adobe.internal.xmp.XMPConst.NS_TIFF;
import static com.adobe.internal.xmp.XMPConst.NS_XMP;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_ARTIST;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_COPYRIGHT;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_IMAGE_DESCRIPTION;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_RATING;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_WIN_AUTHOR;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_WIN_COMMENT;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_WIN_SUBJECT;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_WIN_TITLE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import com.drew.metadata.iptc.IptcDirectory;
import io.lumiere.schema.Caption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words and marks that people wrote, from XMP, IPTC, EXIF, its Windows tags, comments and
 * PNG texts. What a sidecar says is newer than what the file says, since programs write it to leave
 * the file alone.
 */
final class CaptionReader {
  private static final int MAX_TITLE = 1_000;
  private static final int MAX_DESCRIPTION = 10_000;
  private static final int MAX_KEYWORD = 500;
  private static final int MAX_KEYWORDS = 1_000;
  private static final int MAX_COMMENTS = 100;
  private static final String FAVOURITE = "Favourite";

  private CaptionReader() {}

  /** The words in the file, those of sidecars first, Takeout's last. */
  static Caption read(PhotoSources photo) {
    Caption caption = read(photo.tags());
    for (Tags sidecar : photo.sidecars().reversed()) {
      caption = merge(read(sidecar), caption);
    }
    caption = merge(caption, ofPeople(null, photo.people(), null));
    TakeoutJson takeout = photo.takeout();
    return takeout == null
        ? caption
        : merge(
            caption,
            ofPeople(
                first(MAX_DESCRIPTION, takeout.description()),
                takeout.people(),
                takeout.favourite() ? FAVOURITE : null));
  }

  private static Caption ofPeople(
      @Nullable String description, List<String> people, @Nullable String label) {
    return Caption.builder().description(description).people(people).label(label).build();
  }

  private static Caption merge(Caption first, Caption second) {
    return Caption.builder()
        .title(or(first.title(), second.title()))
        .description(or(first.description(), second.description()))
        .keywords(unique(concat(first.keywords(), second.keywords()), MAX_KEYWORD))
        .people(unique(concat(first.people(), second.people()), MAX_KEYWORD))
        .creators(first.creators().isEmpty() ? second.creators() : first.creators())
        .copyright(or(first.copyright(), second.copyright()))
        .rating(first.rating() == null ? second.rating() : first.rating())
        .label(or(first.label(), second.label()))
        .build();
  }

  private static @Nullable String or(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }

  private static Caption read(Tags tags) {
    String title = first(MAX_TITLE, titles(tags));
    String description = descriptions(tags, title);
    String copyright =
        first(
            MAX_TITLE,
            tags.xmp(NS_DC, "rights"),
            tags.xmp(NS_TIFF, "Copyright"),
            only(tags.iptc(IptcDirectory.TAG_COPYRIGHT_NOTICE)),
            // EXIF separates the photographer's name from the editor's by a zero.
            nulsAsCommas(tags.exifText(TAG_COPYRIGHT)),
            tags.png("Copyright"));
    return Caption.builder()
        .title(title)
        .description(description)
        .keywords(unique(KeywordReader.read(tags), MAX_KEYWORD))
        .people(unique(PeopleReader.read(tags), MAX_KEYWORD))
        .creators(creators(tags))
        .copyright(copyright)
        .rating(rating(tags))
        .label(first(MAX_KEYWORD, tags.xmp(NS_XMP, "Label")))
        .build();
  }

  private static @Nullable String[] titles(Tags tags) {
    return new @Nullable String[] {
      tags.xmp(NS_DC, "title"),
      only(tags.iptc(IptcDirectory.TAG_OBJECT_NAME)),
      tags.xmp(NS_PHOTOSHOP, "Headline"),
      only(tags.iptc(IptcDirectory.TAG_HEADLINE)),
      windows(tags, TAG_WIN_TITLE),
      tags.png("Title"),
      tags.xmp(KeywordReader.NS_ACDSEE, "caption"),
      windows(tags, TAG_WIN_SUBJECT)
    };
  }

  /**
   * The first description, followed by texts of other fields that neither it nor the title
   * contains: people wrote them, and may search for them.
   */
  private static @Nullable String descriptions(Tags tags, @Nullable String title) {
    List<@Nullable String> all = new ArrayList<>();
    all.add(tags.xmp(NS_DC, "description"));
    all.add(only(tags.iptc(IptcDirectory.TAG_CAPTION)));
    all.add(tags.exifText(TAG_IMAGE_DESCRIPTION));
    all.add(tags.xmp(NS_TIFF, "ImageDescription"));
    all.add(FactoryTexts.comment(tags.userComment()));
    all.add(FactoryTexts.comment(tags.xmp(NS_EXIF, "UserComment")));
    all.add(windows(tags, TAG_WIN_COMMENT));
    all.add(tags.xmp(KeywordReader.NS_ACDSEE, "notes"));
    all.add(tags.png("Description"));
    tags.blocks(CommentText.class).stream()
        .limit(MAX_COMMENTS)
        .forEach(comment -> all.add(FactoryTexts.comment(comment.text())));
    all.add(FactoryTexts.comment(tags.png("Comment")));
    all.addAll(Arrays.asList(titles(tags)));
    StringBuilder joined = new StringBuilder();
    for (String text : all) {
      String next = first(MAX_DESCRIPTION, text);
      if (next != null && !contains(title, next) && !contains(joined.toString(), next)) {
        joined.append(joined.isEmpty() ? "" : " / ").append(next);
      }
    }
    return Texts.clean(joined.toString(), MAX_DESCRIPTION);
  }

  private static boolean contains(@Nullable String text, String part) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private static @Nullable String nulsAsCommas(@Nullable String text) {
    return text == null
        ? null
        : Arrays.stream(text.split("\0"))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
  }

  private static List<String> creators(Tags tags) {
    List<List<String>> sources =
        List.of(
            tags.xmpItems(NS_DC, "creator"),
            tags.xmpItems(NS_TIFF, "Artist"),
            tags.iptc(IptcDirectory.TAG_BY_LINE),
            split(tags.exifText(TAG_ARTIST)),
            split(windows(tags, TAG_WIN_AUTHOR)),
            split(tags.png("Author")));
    for (List<String> source : sources) {
      List<String> creators = unique(source, MAX_KEYWORD);
      if (!creators.isEmpty()) {
        return creators;
      }
    }
    return List.of();
  }

  private static List<String> split(@Nullable String names) {
    return names == null ? List.of() : List.of(names.split(";"));
  }

  /** XMP's stars, EXIF's and ACDSee's, then Windows's percent; 0 is none. */
  private static @Nullable Integer rating(Tags tags) {
    double stars = Tags.number(tags.xmp(NS_XMP, "Rating"));
    if (Double.isNaN(stars)) {
      stars = tags.exifNumber(TAG_RATING);
    }
    if (Double.isNaN(stars)) {
      stars = Tags.number(tags.xmp(KeywordReader.NS_ACDSEE, "rating"));
    }
    if (Double.isNaN(stars)) {
      // 1, 25, 50, 75 and 99 are one to five stars.
      double percent = Tags.number(tags.xmp(KeywordReader.NS_MICROSOFT, "Rating"));
      stars = percent > 0 ? 1 + Math.round(percent / 25) : Double.NaN;
    }
    long rounded = Math.round(stars);
    return rounded >= -1 && rounded <= 5 && rounded != 0 ? Integer.valueOf((int) rounded) : null;
  }

  /** XMP and IPTC usually say the same: once is enough, whatever the case. */
  private static List<String> unique(List<String> all, int max) {
    Map<String, String> unique = new LinkedHashMap<>();
    for (String keyword : all) {
      String clean = Texts.clean(keyword, max);
      if (clean != null && unique.size() < MAX_KEYWORDS) {
        unique.putIfAbsent(clean.toLowerCase(Locale.ROOT), clean);
      }
    }
    return List.copyOf(unique.values());
  }

  private static List<String> concat(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static @Nullable String first(int max, @Nullable String... texts) {
    for (String text : texts) {
      String clean = Texts.clean(text, max);
      if (clean != null && !FactoryTexts.isCamera(clean)) {
        return clean;
      }
    }
    return null;
  }

  private static @Nullable String only(List<String> texts) {
    return texts.isEmpty() ? null : texts.getFirst();
  }

  /** A text in one of EXIF's Windows tags. */
  static @Nullable String windows(Tags tags, int tag) {
    byte[] bytes = tags.exifBytes(tag);
    return bytes == null ? null : new String(bytes, UTF_16LE);
  }
}
