package io.lumiere.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that pandas and DuckDB wrote; {@code src/test/python/foreign_tables.py} makes them. */
class ForeignTablesTest {
  private static final ImportOptions OPTIONS =
      ImportOptions.DEFAULTS
          .withModel(new ModelName("other", "c3".repeat(32)))
          .withArchive(Path.of("/nowhere"));

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pandas.parquet",
        "pandas.jsonl",
        "duckdb.parquet",
        "duckdb.jsonl",
        "duckdb-v2.parquet",
        "arrow-none.parquet",
        "arrow-snappy.parquet",
        "arrow-gzip.parquet",
        "arrow-lz4.parquet",
        "arrow-brotli-v2.parquet",
        "arrow-checksums.parquet",
        "arrow-encodings.parquet",
        "arrow-int96.parquet",
        "arrow-types.parquet",
        "arrow-unsigned.parquet"
      })
  void tablesOfOtherProgramsAreTaken(String name) throws IOException {
    ImportReport report = Exchange.load(resource(name), temp.resolve("index"), OPTIONS);
    assertThat(report.added()).isEqualTo(3);
    Map<String, List<String>> found = Contents.read(temp.resolve("index"));
    assertThat(found).containsOnlyKeys("a.jpg", "b/c.jpg", "d.png");
    assertThat(found.get("a.jpg"))
        .contains(
            "vector vector = [0.6, 0.8, 0.0]",
            "number iso = 100",
            "term title = lake 1",
            "number taken = 1625423400500",
            "value keyword = b");
    assertThat(found.get("d.png")).contains("number taken = 946598400000", "term title = lodz 0");
    assertThat(found.get("b/c.jpg"))
        .noneSatisfy(line -> assertThat(line).containsAnyOf(" iso ", " title ", " keyword "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"arrow-pages.parquet", "arrow-pages-v2.parquet"})
  void rowsOfManyPagesStayTogether(String name) throws IOException {
    Exchange.load(resource(name), temp.resolve("index"), OPTIONS);
    Map<String, List<String>> found = Contents.read(temp.resolve("index"));
    assertThat(found).hasSize(200);
    for (int i = 0; i < 200; i++) {
      List<String> photo = found.get("many/" + i + ".jpg");
      assertThat(photo)
          .contains(
              "vector vector = "
                  + List.of("[0.6, 0.8, 0.0]", "[0.0, 1.0, 0.0]", "[1.0, 0.0, 0.0]").get(i % 3));
      if (i % 7 == 0) {
        assertThat(photo).noneSatisfy(line -> assertThat(line).contains(" iso "));
      } else {
        assertThat(photo).contains("number iso = " + (100 + i));
      }
      assertThat(photo.stream().filter(line -> line.startsWith("value keyword = k")))
          .hasSize(i % 4);
    }
  }

  @Test
  void numbersOfHalfTheSizeAreTaken() throws IOException {
    Exchange.load(resource("arrow-half.parquet"), temp.resolve("index"), OPTIONS);
    assertThat(Contents.read(temp.resolve("index")).get("half.jpg"))
        .contains("vector vector = [0.0, 1.0, 0.0]");
  }

  @Test
  void aColumnThatMeansNothingIsSaid() throws IOException {
    Path file = resource("pandas.parquet");
    byte[] bytes = Files.readAllBytes(file);
    replace(bytes, "title", "color");
    Files.write(file, bytes);
    assertThatThrownBy(() -> Exchange.load(file, temp.resolve("index"), OPTIONS))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("there is no field 'color'")
        .hasFieldOrPropertyWithValue("fault", Fault.FIELD_UNKNOWN);
    Exchange.load(file, temp.resolve("index"), OPTIONS.withIgnored(Set.of("color")));
    assertThat(Contents.read(temp.resolve("index"))).hasSize(3);
  }

  @RepeatedTest(60)
  void aDamagedParquetFileIsRefused(@Seeded Random random) throws IOException {
    long seed = Seeds.ofRun();
    Path file = resource("pandas.parquet");
    byte[] bytes = Files.readAllBytes(file);
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    Files.write(file, random.nextInt(4) == 0 ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
    try {
      Exchange.load(file, temp.resolve("index"), OPTIONS);
    } catch (LumiereException e) {
      assertThat(e).as("seed %d", seed).hasMessageContaining("pandas.parquet");
    }
  }

  private Path resource(String name) throws IOException {
    try (InputStream in = ForeignTablesTest.class.getResourceAsStream(name)) {
      return Files.write(temp.resolve(name), in.readAllBytes());
    }
  }

  private static void replace(byte[] bytes, String from, String to) {
    byte[] old = from.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int i = 0; i + old.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + old.length, old, 0, old.length)) {
        System.arraycopy(
            to.getBytes(java.nio.charset.StandardCharsets.UTF_8), 0, bytes, i, old.length);
      }
    }
  }
}
