package io.lumiere.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "IMG_20210704_SunsetBeach, IMG 20210704 SunsetBeach Sunset Beach",
    "DSC01234, DSC01234 DSC 01234",
    "old town (2)-final, old town 2 final",
    "HTMLPage, HTMLPage HTML Page",
    "été_Ärger, été Ärger",
    "東京2021, 東京2021 東京 2021",
    "old_town_old_bridge, old town old bridge",
    "___, ''",
    "party🎉2021, party 🎉 2021",
    "👨‍👩‍👧 at home, 👨‍👩‍👧 at home",
    "🇩🇪🇫🇷, 🇩🇪🇫🇷",
    "👍🏽, 👍🏽",
    "été_ÉtéÀ, été ÉtéÀ Été À",
    // The same with its accents apart.
    "été_ÉtéÀ, été ÉtéÀ Été À",
  })
  void namesAreTakenApart(String name, String words) {
    assertThat(Words.split(name)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "Été à Łódź, ete a lodz",
    "The IMG_2021, the img_2021",
    "海边的sunset, 海 边 的 sunset",
  })
  void termsAreFoldedAndIdeographsStandAlone(String text, String terms) throws IOException {
    assertThat(String.join(" ", terms(text))).isEqualTo(terms);
  }

  @Test
  void theSmallestPartsOfANameAreTold() {
    assertThat(Words.parts("party🎉DSC01234_oldTown"))
        .containsExactly("party", "🎉", "DSC", "01234", "old", "Town");
  }

  @Test
  void partsOfWordsAreFoldedTheSameWay() {
    assertThat(Words.analyzer().normalize("title", "ÉT").utf8ToString()).isEqualTo("et");
  }

  @Test
  void noPhraseJoinsTwoKeywords() {
    assertThat(Words.analyzer().getPositionIncrementGap("keywords")).isGreaterThan(10);
  }

  private static List<String> terms(String text) throws IOException {
    List<String> terms = new ArrayList<>();
    try (TokenStream tokens = Words.analyzer().tokenStream("title", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.add(term.toString());
      }
    }
    return terms;
  }
}
