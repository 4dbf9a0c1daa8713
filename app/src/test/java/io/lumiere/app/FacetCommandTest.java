package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumiere.app.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts on the command line, over the painted scenes. */
class FacetCommandTest {
  @TempDir static Path folder;
  private static Cli cli;

  @BeforeAll
  static void index() {
    cli = Samples.indexed(folder);
  }

  @Test
  void eachValueOpensToItsPhotos() throws IOException {
    JsonNode counted =
        counts("search", "--facets", "ALL", "--facet-limit", "100", "--limit", "0", "--json");
    assertThat(counted.get("total").asInt()).isEqualTo(23);
    assertThat(counted.get("facets").get("camera").get("values")).hasSizeGreaterThan(3);
    List<String> queries = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (JsonNode facet : counted.get("facets")) {
      for (JsonNode value : facet.get("values")) {
        if (!value.get("query").isNull()) {
          queries.add(value.get("query").asText());
          sizes.add(value.get("count").asInt());
        }
      }
    }
    Path file = Files.write(folder.resolve("queries.txt"), queries);
    Cli.Result narrowed = cli.run("search", "--queries", file.toString(), "--limit", "0", "--json");
    assertThat(narrowed.json()).extracting(line -> line.get("query").asText()).isEqualTo(queries);
    assertThat(narrowed.json()).extracting(line -> line.get("total").asInt()).isEqualTo(sizes);
  }

  @Test
  void placesOpenToTheirRegionsAndTowns() {
    JsonNode countries = counts("search", "--facets", "place", "--json").get("facets").get("place");
    assertThat(countries.get("values")).isNotEmpty();
    for (JsonNode country : countries.get("values")) {
      JsonNode regions = country.get("within");
      int sum = regions.get("other").asInt() + regions.get("missing").asInt();
      for (JsonNode region : regions.get("values")) {
        sum += region.get("count").asInt();
        assertThat(region.get("query").asText()).startsWith(country.get("query").asText() + " ");
        assertThat(region.has("within")).isTrue();
      }
      assertThat(sum).isEqualTo(country.get("count").asInt());
    }
  }

  @Test
  void aHistogramIsOfAllHits() {
    JsonNode counted = counts("search", "--histogram=month", "--limit", "3", "--json");
    JsonNode histogram = counted.get("histogram");
    assertThat(histogram.get("unit").asText()).isEqualTo("month");
    int sum =
        StreamSupport.stream(histogram.get("buckets").spliterator(), false)
            .mapToInt(bucket -> bucket.get("count").asInt())
            .sum();
    assertThat(sum + histogram.get("imprecise").asInt() + histogram.get("undated").asInt())
        .isEqualTo(counted.get("total").asInt());
  }

  @Test
  void theWordBehindHistogramIsTheSearch() {
    Cli.Result result =
        cli.run("search", "--limit", "2", "--cutoff", "none", "--histogram", "sunset");
    assertThat(result.status()).describedAs(result.err()).isZero();
    assertThat(result.out()).contains("\n23 photos\n\nBy ", " of taking\n", "####");
    assertThat(result.out().lines().limit(2)).allMatch(line -> line.contains(".jpg"));
  }

  @Test
  void tablesSayHowToNarrow() {
    Cli.Result result = cli.run("search", "year:2021", "--facets", "year,camera", "--limit", "0");
    assertThat(result.out())
        .matches("(?s)\\d+ photos\n\nBy year\n +\\d+  2021  year:2021\n\nBy camera\n.*camera=.*");
    Cli.Result nothing = cli.run("search", "year:1901", "--facets", "year", "--histogram");
    assertThat(nothing.out())
        .isEqualTo("No photo matches.\n0 photos\n\nBy year\n\nBy year of taking\n");
  }

  @Test
  void whatIsNoFacetIsTold() {
    Cli.Result result = cli.run("search", "--facets", "year,colour");
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err())
        .startsWith("lumiere: --facets: there is no facet 'colour': name one of year, month, ");
    assertThat(cli.run("search", "--histogram=week").err())
        .contains("'--histogram'", "'week'", "day, month, year, auto");
    assertThat(cli.run("search", "--facets", "year", "--facet-limit", "0").err())
        .isEqualTo("lumiere: facet limit is 0, not 1 or more\n");
    assertThat(cli.run("search", "--in", "captions", "x", "--facets", "year").err())
        .contains("leave out --image");
  }

  private static JsonNode counts(String... arguments) {
    Cli.Result result = cli.run(arguments);
    assertThat(result.status()).describedAs(result.err()).isZero();
    return result.json().getLast();
  }
}
