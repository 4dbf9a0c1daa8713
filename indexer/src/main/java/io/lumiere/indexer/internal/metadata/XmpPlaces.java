package io.lumiere.indexer.internal.metadata;

import static com.adobe.internal.xmp.XMPConst.NS_EXIF;

import io.lumiere.schema.Place;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a place from XMP: {@code 48,51.5N}, {@code 48,51,30N} (XMP specification, part 2), and the
 * plain {@code 48.8583} that programs write against it; and from ISO 6709, as films have it: {@code
 * +48.8583+002.2945+035/}. Degrees with their signs, {@code 48° 51' 30" N}, are read, too.
 */
final class XmpPlaces {
  private static final Pattern ANGLE =
      Pattern.compile(
          "([+-]?\\d{1,3}(?:\\.\\d+)?)(?:,(\\d{1,2}(?:\\.\\d+)?))?(?:,(\\d{1,2}(?:\\.\\d+)?))?"
              + "\\s*([NSEW])?");
  private static final Pattern HEMISPHERE_FIRST = Pattern.compile("^([NSEW])\\s*(.+)$");
  private static final Pattern SIGNS =
      Pattern.compile("(?:[°º'\u2032\u2019\"\u2033\u201d\\s,]|DEG)+");
  private static final Pattern FRACTION = Pattern.compile("\\d{1,9}/\\d{1,9}");

  /** So many decimals no minutes have. */
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("^([+-]?\\d{1,3}),(\\d{3,})(?=,?[NSEW]?$)");

  private static final Pattern ISO_6709 =
      Pattern.compile("([+-]\\d{2}(?:\\.\\d+)?)([+-]\\d{3}(?:\\.\\d+)?)([+-]\\d+(?:\\.\\d+)?)?.*");

  private XmpPlaces() {}

  static @Nullable Place read(Tags tags) {
    double latitude =
        angle(tags.xmp(NS_EXIF, "GPSLatitude"), tags.xmp(NS_EXIF, "GPSLatitudeRef"), "S");
    double longitude =
        angle(tags.xmp(NS_EXIF, "GPSLongitude"), tags.xmp(NS_EXIF, "GPSLongitudeRef"), "W");
    double altitude = Tags.number(tags.xmp(NS_EXIF, "GPSAltitude"));
    String ref = tags.xmp(NS_EXIF, "GPSAltitudeRef");
    boolean below = ref != null && ref.startsWith("1");
    return Places.of(latitude, longitude, below ? -Math.abs(altitude) : altitude);
  }

  static @Nullable Place iso6709(@Nullable String text) {
    Matcher matcher = ISO_6709.matcher(text == null ? "" : text.strip());
    return matcher.matches()
        ? Places.of(
            Double.parseDouble(matcher.group(1)),
            Double.parseDouble(matcher.group(2)),
            matcher.group(3) == null ? Double.NaN : Double.parseDouble(matcher.group(3)))
        : null;
  }

  private static double angle(@Nullable String text, @Nullable String refBeside, String minus) {
    Matcher matcher = ANGLE.matcher(text == null ? "" : plain(text));
    if (!matcher.matches()) {
      return Double.NaN;
    }
    double degrees = Double.parseDouble(matcher.group(1));
    double minutes = part(matcher.group(2));
    double seconds = part(matcher.group(3));
    if (minutes >= 60 || seconds >= 60) {
      return Double.NaN;
    }
    double size = Math.abs(degrees) + minutes / 60 + seconds / 3600;
    String ref = matcher.group(4) == null ? refBeside : matcher.group(4);
    boolean negative = degrees < 0 || (ref != null && ref.strip().startsWith(minus));
    return negative ? -size : size;
  }

  /** The form of the specification, of those that people and programs write against it. */
  private static String plain(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    String sorted = HEMISPHERE_FIRST.matcher(upper).replaceFirst("$2$1");
    String parts = SIGNS.matcher(sorted).replaceAll(",");
    String decimals =
        FRACTION.matcher(parts).replaceAll(part -> Double.toString(Tags.number(part.group())));
    String point = DECIMAL_COMMA.matcher(decimals).replaceFirst("$1.$2");
    return point.replaceFirst(",(?=[NSEW]?$)", "");
  }

  private static double part(@Nullable String digits) {
    return digits == null ? 0 : Double.parseDouble(digits);
  }
}
