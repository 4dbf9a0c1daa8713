package io.lumiere.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemsTest {
  private static final Stems ENGLISH = new Stems(Set.of(Language.ENGLISH));

  @ParameterizedTest
  @CsvSource({
    "en, kookaburra, kookaburras",
    "en, beach, beaches",
    "en, Church, churches",
    "en, city, cities",
    "en, box, boxes",
    "en, child, children",
    "en, mouse, mice",
    "en, leaf, leaves",
    "de, Kirche, Kirchen",
    "de, Strand, Strände",
    "de, Haus, Häuser",
    "de, Maus, Mäuse",
    "fr, plage, plages",
    "fr, cheval, chevaux",
    "fr, château, châteaux",
    "es, playa, playas",
    "es, flor, flores",
    "it, spiaggia, spiagge",
    "it, gatto, gatti",
    "pt, praia, praias",
    "pt, coração, corações",
    "nl, strand, stranden",
    "nl, boom, bomen",
    "sv, strand, stränder",
    "no, båt, båter",
    "en, dog, dogs",
    "en, wood, woods",
    "en, tree, trees",
    "it, fiore, fiori",
    "de, Berg, Berge",
    "da, blomst, blomster",
    "fi, talo, talot",
    "ru, гора, горы",
    "ru, пляж, пляжи",
  })
  void wordsOfOneStemMeet(String language, String one, String other) {
    Stems stems = new Stems(EnumSet.of(Language.find(language).orElseThrow()));
    assertThat(stems.of(one)).as(one + " " + stems.of(one)).containsAnyElementsOf(stems.of(other));
  }

  @ParameterizedTest
  @CsvSource({"sea, seat", "news, new", "bus, bush", "glass, glas", "lower, flower", "sunset, sun"})
  void otherWordsDoNot(String one, String other) {
    assertThat(ENGLISH.of(one)).doesNotContainAnyElementsOf(ENGLISH.of(other));
  }

  @Test
  void emojiMeetWithoutTheirColour() {
    assertThat(ENGLISH.of("👍🏽")).containsExactly("👍");
    assertThat(ENGLISH.of("👍")).containsExactly("👍");
    assertThat(ENGLISH.of("👩🏽‍🚀")).isEqualTo(ENGLISH.of("👩‍🚀"));
  }

  @Test
  void numbersNamesWithDigitsAndIdeographsHaveNoStem() {
    for (String word : List.of("2021", "IMG1234", "海", "ビーチ", "a", "x".repeat(50))) {
      assertThat(ENGLISH.of(word)).as(word).isEmpty();
    }
  }

  @Test
  void stemsStandAtThePositionOfTheirWordWhereTheyAreOthers() throws IOException {
    StemmedTextField field =
        new StemmedTextField("title", "Two beaches, 2 DOGS at sea 👍🏽", Set.of(Language.ENGLISH));
    List<String> terms = new ArrayList<>();
    try (TokenStream tokens = field.tokenStream(Words.analyzer(), null)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.add((step.getPositionIncrement() == 0 ? "=" : "") + term);
      }
      tokens.end();
    }
    assertThat(terms)
        .containsExactly(
            "two", "beaches", "=~beach", "2", "dogs", "=~dog", "at", "sea", "👍🏽", "=~👍");
  }

  @ParameterizedTest
  @CsvSource({
    "en, Kookaburras on the fence",
    "en, sunset",
    "en, Rio de Janeiro seen from the top of the mountain",
    "de en, Strände",
    "de en, Ein Abend am Meer",
    "fr en, Les plages du nord",
    "es en, Playas de España",
    "it en, Tramonti sulla spiaggia",
    "pt en, Praias do norte",
    "nl en, Stranden van het noorden",
    "sv en, Vår semester på ön",
    "fi en, Järvet ja metsät",
    "ru en, Закат над морем",
    "en, 海边的日落",
    "en, ''",
  })
  void languagesAreToldByCommonWords(String codes, String text) {
    assertThat(TextLanguages.of(List.of(text)))
        .as(text)
        .isEqualTo(
            Stream.of(codes.split(" "))
                .map(code -> Language.find(code).orElseThrow())
                .collect(Collectors.toSet()));
  }
}
