package io.lumiere.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.GeneratedPart;
import io.lumiere.web.page.SaidSentences.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The page's list of what the program can say is what its sources say. The check of types then
 * refuses a page whose Chinese lacks one of these sentences.
 */
final class SaidSentencesTest {
  private static final Path WEB = Path.of("").toAbsolutePath();
  private static final Path LIST = WEB.resolve("src/main/page/i18n/sentences.ts");

  private static final Map<Topic, NavigableSet<String>> SAID = new EnumMap<>(Topic.class);

  @BeforeAll
  static void readSources() throws IOException {
    for (Topic topic : Topic.values()) {
      SAID.put(topic, new SaidSentences(WEB.getParent()).of(topic));
    }
  }

  @Test
  void thePageKnowsEverySentence() throws IOException {
    String list = list();
    if (Boolean.getBoolean(GeneratedPart.PROPERTY)) {
      Files.writeString(LIST, list);
    }
    assertThat(Files.readString(LIST))
        .as("%s; this test with -D%s=true writes it again", LIST, GeneratedPart.PROPERTY)
        .isEqualTo(list);
  }

  @Test
  void aSentenceHasItsValuesInBraces() {
    assertThat(SAID.get(Topic.QUERY))
        .contains(
            "'{text}' is not a month: write 7 or july",
            "the search keeps only {words}: {fact}",
            "the search keeps only {words}");
    assertThat(SAID.get(Topic.FILES))
        .contains(
            "its header gives {width} x {height} pixels, more than its {bytes} bytes can hold");
    assertThat(SAID.get(Topic.GALLERY))
        .contains("{count} photo in the index", "{count} photos in the index");
  }

  private static String list() {
    StringBuilder list = new StringBuilder();
    list.append(
            "// Read from the program's sources by SaidSentencesTest, which writes it again with ")
        .append("-D")
        .append(GeneratedPart.PROPERTY)
        .append("=true.\n\n")
        .append("/** What the program can say in the gallery; names of values are in braces. */\n")
        .append("export interface Sentences {\n");
    SAID.forEach((topic, sentences) -> {
      list.append("  ").append(topic.name().toLowerCase(Locale.ROOT)).append(":");
      sentences.forEach(sentence -> list.append("\n    | ").append(quoted(sentence)));
      list.append(";\n");
    });
    return list.append("}\n").toString();
  }

  private static String quoted(String sentence) {
    return "'" + sentence.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
