package io.lumiere.indexer.places;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.indexer.places.PlaceFileWriter.Town;
import io.lumiere.indexer.places.PlaceTable.Found;
import io.lumiere.schema.PlaceNames;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTableTest {
  @TempDir private Path temp;
  private PlaceTable table;

  @BeforeEach
  void open() {
    table = PlaceTable.open(TinyPlaces.table(temp));
  }

  @Test
  void namesAPlaceInManyScripts() {
    PlaceNames names = table.find(34.9671, 135.7727).names();

    assertThat(names.city()).isEqualTo("Kyoto");
    assertThat(names.region()).isEqualTo("Kyoto");
    assertThat(names.country()).isEqualTo("Japan");
    assertThat(names.countryCode()).isEqualTo("JP");
    assertThat(names.words()).contains("京都", "Киото", "Japan", "日本", "Japon", "JPN");
    assertThat(names.words()).as("once each").doesNotContain("KYOTO").doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "48.8584, 2.2945, Paris, Europe/Paris", // The Eiffel tower: a quarter of Paris is nearer.
    "49.0757, 1.5339, Giverny, Europe/Paris", // A village keeps its own name.
    "48.5745, 7.8100, Kehl, Europe/Berlin", // Across the Rhine from a larger town.
    "40.7580, -73.9855, New York City, America/New_York",
    "-33.8568, 151.2153, Sydney, Australia/Sydney",
    "78.2186, 15.6401, Longyearbyen, Arctic/Longyearbyen",
    "27.7045, 85.3073, Kathmandu, Asia/Kathmandu"
  })
  void findsTheTownAndItsZone(double latitude, double longitude, String city, String zone) {
    Found found = table.find(latitude, longitude);

    assertThat(found.names().city()).isEqualTo(city);
    assertThat(found.zone()).isEqualTo(ZoneId.of(zone));
  }

  @Test
  void namesAQuarterAmongTheWords() {
    assertThat(table.find(48.8584, 2.2945).names().words()).contains("Paris", "Passy", "巴黎");
  }

  @Test
  void namesOnlyTheCountryFarFromTowns() {
    Found found = table.find(49.07649, 1.0);
    assertThat(found.names().city()).isNull();
    assertThat(found.names().country()).isEqualTo("France");
    Found farther = table.find(46.5, 2.3);
    assertThat(farther.names()).isNull();
    assertThat(farther.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(table.find(-40, -120)).isEqualTo(new Found(null, null));
  }

  @Test
  void findsAcrossTheDateLine() {
    assertThat(table.find(-18.3, -179.9).zone()).isEqualTo(ZoneId.of("Pacific/Fiji"));
  }

  @Test
  void agreesWithLookingAtEveryTown(@Seeded Random random) throws IOException {
    long seed = Seeds.ofRun();
    List<Town> towns = new ArrayList<>();
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      double[] point =
          SphereTree.point(
              Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)),
              360 * random.nextDouble() - 180);
      points.add(point);
      towns.add(new Town(point, 1, "UTC", "XX\nNowhere\n", "", List.of("town " + i)));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PlaceFileWriter.write(towns, bytes);
    PlaceFile file = new PlaceFile(ByteBuffer.wrap(bytes.toByteArray()), "test");
    SphereTree tree = new SphereTree(file.points(), file.count());
    for (int i = 0; i < 2000; i++) {
      double[] to = SphereTree.point(180 * random.nextDouble() - 90, 360 * random.nextDouble());
      int best = 0;
      for (int p = 1; p < points.size(); p++) {
        best = distance(points.get(p), to) < distance(points.get(best), to) ? p : best;
      }
      int found = tree.nearest(to, 20_000);
      assertThat(file.names(found)).as("seed %d", seed).containsExactly("town " + best);
      List<Integer> near = new ArrayList<>();
      tree.visit(to, 500, (index, kilometres) -> near.add(index));
      assertThat(near)
          .as("seed %d", seed)
          .hasSize(
              (int)
                  points.stream()
                      .filter(point -> 2 * Math.asin(distance(point, to) / 2) * 6371.0088 <= 500)
                      .count());
    }
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(
        (a[0] - b[0]) * (a[0] - b[0])
            + (a[1] - b[1]) * (a[1] - b[1])
            + (a[2] - b[2]) * (a[2] - b[2]));
  }

  /** As a disk leaves it that lost power. */
  @Test
  void aDamagedTableIsMadeAgain() throws IOException {
    Path file = PlaceSetup.file(temp);
    Files.createDirectories(file.getParent());
    Files.copy(TinyPlaces.table(temp), file);
    assertThat(PlaceSetup.isCurrent(temp)).isTrue();
    Files.write(file, new byte[0]);
    assertThat(PlaceSetup.isCurrent(temp)).isFalse();
  }

  @Test
  void refusesFilesThatAreNoTables() throws IOException {
    byte[] whole = Files.readAllBytes(TinyPlaces.table(temp));
    for (byte[] bytes :
        new byte[][] {
          {}, "hello, this is no table".getBytes(UTF_8), Arrays.copyOf(whole, whole.length - 1)
        }) {
      Path file = Files.write(temp.resolve("damaged.bin"), bytes);
      assertThatThrownBy(() -> PlaceTable.open(file))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("damaged.bin")
          .hasFieldOrPropertyWithValue("fault", Fault.PLACES_DAMAGED);
    }
  }
}
