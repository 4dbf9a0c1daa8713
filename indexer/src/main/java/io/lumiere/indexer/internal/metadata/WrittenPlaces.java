package io.lumiere.indexer.internal.metadata;

import static com.adobe.internal.xmp.XMPConst.NS_PHOTOSHOP;

import com.drew.metadata.iptc.IptcDirectory;
import io.lumiere.schema.PlaceNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people wrote of the place: where the photo was taken by IPTC's extension, then
 * Photoshop's and IPTC's fields, then what place it shows. Sidecars' words are newer than the
 * file's.
 */
final class WrittenPlaces {
  private static final int MAX_NAME = 200;

  private WrittenPlaces() {}

  /** The names; null where nobody wrote any. */
  static @Nullable PlaceNames read(PhotoSources photo) {
    List<PlaceNames> places = new ArrayList<>();
    photo.sidecars().forEach(sidecar -> read(sidecar, places));
    read(photo.tags(), places);
    if (places.isEmpty()) {
      return null;
    }
    PlaceNames first = places.getFirst();
    Set<String> words = new LinkedHashSet<>();
    places.forEach(place -> words.addAll(place.words()));
    return new PlaceNames(
        first.countryCode(), first.country(), first.region(), first.city(), List.copyOf(words));
  }

  /** A place's names and what else people wrote of it, each once; null where there are none. */
  static @Nullable PlaceNames join(@Nullable PlaceNames place, @Nullable PlaceNames written) {
    if (place == null || written == null) {
      return place == null ? written : place;
    }
    Set<String> words = new LinkedHashSet<>(place.words());
    words.addAll(written.words());
    return new PlaceNames(
        place.countryCode(), place.country(), place.region(), place.city(), List.copyOf(words));
  }

  private static void read(Tags tags, List<PlaceNames> to) {
    readStructures(tags.xmpValues(XmpPrefixes.IPTC_EXTENSION, "LocationCreated"), to);
    add(
        to,
        tags.xmp(XmpPrefixes.IPTC_CORE, "Location"),
        tags.xmp(NS_PHOTOSHOP, "City"),
        tags.xmp(NS_PHOTOSHOP, "State"),
        tags.xmp(NS_PHOTOSHOP, "Country"),
        tags.xmp(XmpPrefixes.IPTC_CORE, "CountryCode"));
    add(
        to,
        first(tags.iptc(IptcDirectory.TAG_SUB_LOCATION)),
        first(tags.iptc(IptcDirectory.TAG_CITY)),
        first(tags.iptc(IptcDirectory.TAG_PROVINCE_OR_STATE)),
        first(tags.iptc(IptcDirectory.TAG_COUNTRY_OR_PRIMARY_LOCATION_NAME)),
        first(tags.iptc(IptcDirectory.TAG_COUNTRY_OR_PRIMARY_LOCATION_CODE)));
    readStructures(tags.xmpValues(XmpPrefixes.IPTC_EXTENSION, "LocationShown"), to);
  }

  private static void readStructures(List<XmpValue> values, List<PlaceNames> to) {
    for (XmpValue value : values) {
      for (XmpValue place : value.each()) {
        add(
            to,
            place.fieldText(XmpPrefixes.IPTC_EXTENSION, "Sublocation"),
            place.fieldText(XmpPrefixes.IPTC_EXTENSION, "City"),
            place.fieldText(XmpPrefixes.IPTC_EXTENSION, "ProvinceState"),
            place.fieldText(XmpPrefixes.IPTC_EXTENSION, "CountryName"),
            place.fieldText(XmpPrefixes.IPTC_EXTENSION, "CountryCode"));
      }
    }
  }

  private static void add(
      List<PlaceNames> to,
      @Nullable String within,
      @Nullable String writtenCity,
      @Nullable String writtenRegion,
      @Nullable String writtenCountry,
      @Nullable String writtenCode) {
    String place = clean(within);
    String city = clean(writtenCity);
    String region = clean(writtenRegion);
    String country = clean(writtenCountry);
    String code = Countries.code(clean(writtenCode), country);
    String english = Countries.english(code, country);
    Set<String> words = new LinkedHashSet<>();
    for (String word : new @Nullable String[] {place, city, region, country, english}) {
      if (word != null) {
        words.add(word);
      }
    }
    if (!words.isEmpty()) {
      to.add(new PlaceNames(code, english, region, city, List.copyOf(words)));
    }
  }

  /** Programs fill in dashes and the like for what they do not know. */
  private static @Nullable String clean(@Nullable String text) {
    String clean = Texts.clean(text, MAX_NAME);
    return clean != null && clean.codePoints().anyMatch(Character::isLetter) ? clean : null;
  }

  private static @Nullable String first(List<String> texts) {
    return texts.isEmpty() ? null : texts.getFirst();
  }
}
