package io.lumiere.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.app.output.Console;
import io.lumiere.workspace.Home;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches without options, which are read without picocli. */
class PlainSearchTest {
  private final Console console =
      new Console(
          InputStream.nullInputStream(),
          OutputStream.nullOutputStream(),
          OutputStream.nullOutputStream(),
          Map.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search",
        "search sunset",
        "search boats in a harbour",
        "search camera:canon iso:>800 \"a",
        "search sunset --index some/folder",
        "search --index=some/folder sunset",
        "search --index solr://127.0.0.1:27181/photos sunset",
        "search --index=a=b sunset"
      })
  void readsWhatPicocliReads(String line) {
    String[] args = line.split(" ");
    SearchCommand plain = PlainSearch.read(console, IndexOpening.ONCE, args).orElseThrow();
    SearchCommand parsed = parsed(args);
    Home home = parsed.home;
    assertThat(plain.words).isEqualTo(parsed.words);
    assertThat(plain.index.isGiven()).isEqualTo(parsed.index.isGiven());
    assertThat(plain.index.collection(home)).isEqualTo(parsed.index.collection(home));
    if (!parsed.index.isCollection(home)) {
      assertThat(plain.index.resolve(home)).isEqualTo(parsed.index.resolve(home));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "similar a.jpg",
        "search sunset --json",
        "search sunset -people",
        "search sunset -- --index",
        "search sunset @words.txt",
        "search sunset --index",
        "search sunset --index=",
        "search sunset --index --json",
        "search sunset --index @folder",
        "search sunset --index a --index b",
        "search sunset --indexes a"
      })
  void leavesTheRestToPicocli(String line) {
    assertThat(PlainSearch.read(console, IndexOpening.ONCE, line.split(" "))).isEmpty();
  }

  @Test
  void leavesAnEmptyWordToPicocli() {
    assertThat(PlainSearch.read(console, IndexOpening.ONCE, "search", "")).isEmpty();
    assertThat(PlainSearch.read(console, IndexOpening.ONCE)).isEmpty();
  }

  private SearchCommand parsed(String... args) {
    return (SearchCommand)
        LumiereCommand.line(console, "search")
            .parseArgs(args)
            .subcommand()
            .commandSpec()
            .userObject();
  }
}
