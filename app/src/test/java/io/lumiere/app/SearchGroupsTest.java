package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups, near duplicates and diverse orders on the command line, with the real model. */
class SearchGroupsTest {
  @TempDir static Path folder;
  private static Cli cli;

  @BeforeAll
  static void index() throws IOException {
    Path archive = Samples.copy(folder);
    Path copied;
    try (Stream<Path> files = Files.walk(archive)) {
      copied = files.filter(file -> file.toString().endsWith(".jpg")).sorted().findFirst().get();
    }
    Files.createDirectory(archive.resolve("copies"));
    Files.copy(copied, archive.resolve("copies/one.jpg"));
    Files.copy(copied, archive.resolve("copies/two.jpg"));
    cli = new Cli(folder.resolve("index"));
    Cli.Result indexed = cli.run("index", archive.toString(), "--json");
    assertThat(indexed.status()).describedAs(indexed.err()).isZero();
  }

  @Test
  void aLineStandsAboveEachGroup() {
    Cli.Result result =
        cli.run("search", "--group", "year", "--sort", "newest", "--per-group", "1");
    List<String> lines = result.out().lines().toList();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(4);
    assertThat(lines.get(0)).matches("20\\d\\d, \\d+ photos?");
    assertThat(lines.get(1)).startsWith("   1  ");
    assertThat(lines.get(2)).matches("20\\d\\d, \\d+ photos?").isLessThan(lines.get(0));
  }

  @Test
  void groupsAreInJson() {
    List<JsonNode> hits =
        cli.run("search", "lake", "--group", "month", "--limit", "2", "--cutoff", "none", "--json")
            .json();
    Set<String> groups = new LinkedHashSet<>();
    for (JsonNode hit : hits) {
      groups.add(hit.at("/group/key").asText());
      assertThat(hit.at("/taken").asText()).startsWith(hit.at("/group/key").asText());
      assertThat(hit.at("/group/photos").asInt()).isPositive();
      assertThat(hit.has("alike")).isFalse();
    }
    assertThat(groups).hasSize(2);
    assertThat(hits).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void copiesStandOnce() {
    List<JsonNode> hits = cli.run("search", "path:copies/**", "--collapse=1", "--json").json();
    assertThat(hits).hasSize(1);
    assertThat(hits.getFirst().at("/alike/number").asInt()).isEqualTo(1);
    assertThat(hits.getFirst().at("/alike/ids")).hasSize(1);
    assertThat(cli.run("search", "--collapse", "path:copies/**").out())
        .contains("(+1 like it)")
        .hasLineCount(1);
  }

  @Test
  void aWordBehindAnOptionIsSearchedFor() {
    List<String> plain = ids("lake");
    List<String> diverse = ids("--diversify", "lake");
    assertThat(diverse).isNotEqualTo(plain).containsExactlyInAnyOrderElementsOf(plain);
    assertThat(ids("lake", "--diversify=1")).isEqualTo(plain);
  }

  private static List<String> ids(String... search) {
    List<String> arguments = new ArrayList<>(List.of("search"));
    arguments.addAll(List.of(search));
    arguments.addAll(List.of("--json", "--limit", "100", "--cutoff", "none"));
    return cli.run(arguments.toArray(new String[0])).json().stream()
        .map(hit -> hit.get("id").asText())
        .toList();
  }

  @Test
  void mistakesAreTold() {
    assertThat(cli.run("search", "lake", "--per-group", "2").err()).contains("needs --group");
    assertThat(cli.run("search", "lake", "--collapse=2").err()).contains("not in 0..1");
    assertThat(cli.run("search", "lake", "--diversify=much").err()).contains("not a number");
    assertThat(cli.run("search", "lake", "--group", "week").err()).contains("week");
    assertThat(cli.run("search", "--diversify").err()).contains("needs scores");
    assertThat(cli.run("search", "lake", "--diversify", "--group", "day").err())
        .contains("leave out --group or --diversify");
    assertThat(cli.run("search", "--in", "captions", "lake", "--collapse").err())
        .contains("--collapse");
  }
}
