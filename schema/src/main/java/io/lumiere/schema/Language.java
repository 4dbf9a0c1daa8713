package io.lumiere.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishPluralStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;

/**
 * A language whose words are cut to stems, with a stemmer of Lucene's that does little more than to
 * make plurals singular, where it has one. The languages of a text are recognised by its words:
 * {@code languages.txt} lists common ones of each, and those that captions are made of. Immutable.
 */
public enum Language {
  ENGLISH("en"),
  GERMAN("de"),
  FRENCH("fr"),
  SPANISH("es"),
  ITALIAN("it"),
  PORTUGUESE("pt"),
  DUTCH("nl"),
  SWEDISH("sv"),
  NORWEGIAN("no"),
  DANISH("da"),
  FINNISH("fi"),
  RUSSIAN("ru");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** Its two letters in ISO 639-1. */
  public String code() {
    return code;
  }

  /** The language with these two letters. */
  public static Optional<Language> find(String code) {
    return Stream.of(values()).filter(language -> language.code.equals(code)).findFirst();
  }

  // KStem treats "dogs" as a separate word, and the light Italian one leaves short words alone.
  TokenStream stemmer(TokenStream words) {
    return switch (this) {
      case ENGLISH -> new EnglishMinimalStemFilter(new KStemFilter(words));
      case GERMAN -> new GermanLightStemFilter(words);
      case FRENCH -> new FrenchLightStemFilter(words);
      case SPANISH -> new SpanishPluralStemFilter(words);
      case ITALIAN -> new SnowballFilter(words, "Italian");
      case PORTUGUESE -> new PortugueseLightStemFilter(words);
      case DUTCH -> new SnowballFilter(words, "Dutch");
      case SWEDISH -> new SwedishLightStemFilter(words);
      case NORWEGIAN -> new NorwegianLightStemFilter(words);
      case DANISH -> new SnowballFilter(words, "Danish");
      case FINNISH -> new FinnishLightStemFilter(words);
      case RUSSIAN -> new RussianLightStemFilter(words);
    };
  }

  /** The languages that have a word of the list, each with its part of 1: shared words say less. */
  static Map<String, Map<Language, Double>> commonWords() {
    Map<String, Map<Language, Double>> words = new HashMap<>();
    lines("languages.txt")
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> {
          List<String> parts = List.of(line.split(" "));
          Language language = find(parts.getFirst()).orElseThrow();
          for (String word : parts.subList(1, parts.size())) {
            words.computeIfAbsent(word, any -> new EnumMap<>(Language.class)).put(language, 1.0);
          }
        });
    words.values().forEach(shares -> shares.replaceAll((language, one) -> one / shares.size()));
    return words;
  }

  /** English words that no rule cuts, each with its stem. */
  static Map<String, String> irregularWords() {
    Map<String, String> stems = new HashMap<>();
    lines("irregular.txt")
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> {
          String[] pair = line.split(" ");
          stems.put(pair[0], pair[1]);
        });
    return stems;
  }

  private static Stream<String> lines(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Language.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read from the program itself", e);
    }
  }
}
