package io.lumiere.indexer.internal.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Countries' codes (ISO 3166-1) and names, as Java knows them. */
final class Countries {
  /** Names that people write and Java does not. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("usa", "US"),
          Map.entry("u.s.a.", "US"),
          Map.entry("united states of america", "US"),
          Map.entry("uk", "GB"),
          Map.entry("great britain", "GB"),
          Map.entry("england", "GB"),
          Map.entry("scotland", "GB"),
          Map.entry("wales", "GB"),
          Map.entry("northern ireland", "GB"),
          Map.entry("the netherlands", "NL"),
          Map.entry("holland", "NL"),
          Map.entry("czech republic", "CZ"),
          Map.entry("turkey", "TR"),
          Map.entry("burma", "MM"));

  /** Languages that names of countries are known in. */
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "pt", "it", "nl", "sv", "nb", "is", "pl", "cs", "ru", "ja", "zh");

  private Countries() {}

  /** Made when a place that a person wrote is first read. */
  private static final class Codes {
    private static final Map<String, String> ALL = make();

    private Codes() {}

    /** Codes of three letters, and the names. */
    private static Map<String, String> make() {
      Map<String, String> codes = new HashMap<>(OTHERS);
      for (String language : LANGUAGES) {
        Locale locale = Locale.of(language);
        for (String code : Locale.getISOCountries()) {
          Locale country = Locale.of("", code);
          codes.put(country.getISO3Country(), code);
          codes.putIfAbsent(lower(display(code)), code);
          codes.putIfAbsent(lower(country.getDisplayCountry(locale)), code);
        }
      }
      return Map.copyOf(codes);
    }
  }

  /** Two letters; null where neither code nor name is known. */
  static @Nullable String code(@Nullable String written, @Nullable String name) {
    if (written != null) {
      String upper = written.toUpperCase(Locale.ROOT);
      String code = upper.length() == 3 ? Codes.ALL.get(upper) : upper;
      if (code != null && code.matches("[A-Z]{2}") && !display(code).equals(code)) {
        return code;
      }
    }
    return name == null ? null : Codes.ALL.get(lower(name));
  }

  /** The English name, or the written one where the country is not known. */
  static @Nullable String english(@Nullable String code, @Nullable String written) {
    return code == null ? written : display(code);
  }

  private static String display(String code) {
    String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    return name.replaceAll(" \\(.*\\)| SAR China", "");
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
