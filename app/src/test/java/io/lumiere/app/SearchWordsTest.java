package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is marked in photos' words, with the real model. */
class SearchWordsTest {
  @TempDir static Path folder;
  private static Cli cli;

  @BeforeAll
  static void index() {
    cli = Samples.indexed(folder);
  }

  @Test
  void whatWasSoughtIsBracketed() {
    Cli.Result result = cli.run("search", "folder:dolomites", "--highlight", "--limit", "1");
    assertThat(result.out()).contains("\n             folders: 2021/[Dolomites]\n");
    assertThat(cli.run("search", "folder:dolomites").out()).doesNotContain("[");
  }

  @Test
  void inATerminalItIsBoldUnlessThereShallBeNoColour() {
    Cli terminal = cli.with("LUMIERE_OUT_TTY", "1");
    String[] search = {"search", "folder:dolomites", "--highlight"};
    assertThat(terminal.run(search).out()).contains("folders: 2021/\u001b[1mDolomites\u001b[0m\n");
    assertThat(terminal.with("NO_COLOR", "1").run(search).out()).contains("2021/[Dolomites]\n");
  }

  @Test
  void rangesAreInJson() {
    List<JsonNode> hits =
        cli.run("search", "folder:dolomites", "--highlight", "--json", "--limit", "2").json();
    assertThat(hits).isNotEmpty();
    assertThat(hits.getFirst().get("highlights").toString())
        .isEqualTo("{\"folders\":[{\"text\":\"2021/Dolomites\",\"ranges\":[[5,14]]}]}");
    assertThat(cli.run("search", "lake", "--json").json().getFirst().has("highlights")).isFalse();
  }

  @Test
  void misspeltWordsAreAskedFor() {
    Cli.Result result = cli.run("search", "lake folder:dolomits");
    assertThat(result.err())
        .containsPattern("Did you mean 'dolomites'\\? \\([0-9]+ photos\\)\n")
        .contains("Search for: lake folder:dolomites\n");
    assertThat(cli.run("search", "lake folder:dolomites").err()).doesNotContain("Did you mean");
  }

  @Test
  void suggestionsAreTheLastObjectOfJson() {
    JsonNode last =
        cli.run("search", "lake folder:dolomits", "--json", "--suggest").json().getLast();
    assertThat(last.toString())
        .matches(
            "\\{\"suggestions\":\\[\\{\"start\":12,\"end\":20,\"word\":\"dolomits\","
                + "\"replacement\":\"dolomites\",\"photos\":[0-9]+,"
                + "\"corrected\":\"lake folder:dolomites\"}]}");
    JsonNode counted =
        cli.run("search", "folder:dolomits", "--json", "--suggest", "--limit", "0")
            .json()
            .getLast();
    assertThat(counted.get("total").asInt()).isZero();
    assertThat(counted.get("suggestions")).hasSize(1);
    assertThat(cli.run("search", "folder:dolomits", "--json").out()).isEmpty();
  }

  @Test
  void captionsAreComparedAsAWhole() {
    Cli.Result result = cli.run("search", "--in", "captions", "a lake", "--highlight");
    assertThat(result.status()).isNotZero();
    assertThat(result.err()).contains("--highlight");
  }
}
