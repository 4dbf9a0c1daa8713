package io.lumiere.indexer.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.places.PlaceTable.Found;
import io.lumiere.schema.PlaceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table that set-up makes of GeoNames' data knows places that people know. */
class RealPlacesTest {
  private static PlaceTable table;

  @BeforeAll
  static void make() throws IOException {
    Path list = Path.of("target", "place-packages.txt");
    List<String> packages = Files.exists(list) ? Files.readAllLines(list) : List.of();
    Assumptions.assumeTrue(packages.size() == 2, "set-up has no places here");
    Path file =
        PlaceSetup.ensure(
            Path.of("target", "cache"),
            Path.of(packages.get(0)),
            Path.of(packages.get(1)),
            line -> {});
    table = PlaceTable.open(file);
  }

  @Test
  void hasTheWorldsTowns() {
    assertThat(table.size()).isGreaterThan(30_000);
  }

  @ParameterizedTest
  @CsvSource({
    "35.0116, 135.7681, JP, Japan, Kyoto, Kyoto, Asia/Tokyo",
    "38.7223, -9.1393, PT, Portugal, Lisbon, Lisbon, Europe/Lisbon",
    "-23.5505, -46.6333, BR, Brazil, São Paulo, São Paulo, America/Sao_Paulo",
    "48.8584, 2.2945, FR, France, Île-de-France, Paris, Europe/Paris",
    "64.1466, -21.9426, IS, Iceland, Capital Region, Reykjavík, Atlantic/Reykjavik",
    "-54.8, -68.3, AR, Argentina, Tierra del Fuego, Ushuaia, America/Argentina/Ushuaia",
    "64.735, 177.5, RU, Russia, Chukotka, Anadyr, Asia/Anadyr",
    "-13.83, -171.77, WS, Samoa, Tuamasaga, Apia, Pacific/Apia"
  })
  void knownTowns(
      double latitude,
      double longitude,
      String code,
      String country,
      String region,
      String city,
      String zone) {
    Found found = table.find(latitude, longitude);
    PlaceNames names = found.names();
    assertThat(names).isNotNull();
    assertThat(List.of(names.countryCode(), names.country(), names.region(), names.city()))
        .containsExactly(code, country, region, city);
    assertThat(found.zone()).hasToString(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "35.0116, 135.7681, Kyoto 京都 Kioto 日本 Japon",
    "38.7223, -9.1393, Lisboa Lisbon Lisbonne Lissabon Portugal",
    "-23.5505, -46.6333, 'São Paulo|Sao Paulo|聖保羅|Brasil'",
  })
  void inOtherLanguages(double latitude, double longitude, String words) {
    assertThat(table.find(latitude, longitude).names().words())
        .contains(words.split(words.contains("|") ? "\\|" : " "));
  }

  @ParameterizedTest
  @ValueSource(doubles = {180, -180, 179.99, -179.97})
  void bothSidesOfTheDateline(double longitude) {
    Found found = table.find(-16.79, longitude);
    assertThat(found.names().country()).isEqualTo("Fiji");
    assertThat(found.zone()).hasToString("Pacific/Fiji");
  }

  @ParameterizedTest
  @CsvSource({"90, 0", "90, 123", "-90, 0", "-90, -180", "0, 0", "-48.87, -123.39"})
  void nobodyLivesThere(double latitude, double longitude) {
    assertThat(table.find(latitude, longitude)).isEqualTo(new Found(null, null));
  }
}
