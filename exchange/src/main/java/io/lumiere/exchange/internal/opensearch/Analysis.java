package io.lumiere.exchange.internal.opensearch;

import static io.lumiere.exchange.internal.opensearch.JsonTree.object;

import java.util.List;
import java.util.Map;

/**
 * Analyzers of OpenSearch's own parts whose tokens are those of {@link io.lumiere.schema.Words}, as
 * far as these parts allow. What folds letters there, ICU, is a plugin of its own; {@link
 * FoldingRules} stand in for it.
 */
final class Analysis {
  /** The analyzer of all words. */
  static final String WORDS = "lumiere_words";

  /** The same, cut to English stems. */
  static final String ENGLISH = "lumiere_english";

  private static final String FOLDING = "lumiere_folding";
  private static final String JOINERS = "lumiere_joiners";
  private static final String PLURALS = "lumiere_plurals";

  private Analysis() {}

  static Map<String, Object> settings() {
    return object(
        "char_filter",
        object(FOLDING, object("type", "mapping", "mappings", FoldingRules.rules())),
        "filter",
        object(
            // What joins, colours and frames the parts of an emoji, which is one word until here.
            JOINERS,
            object(
                "type",
                "pattern_replace",
                "pattern",
                "[\u200d\ufe0e\ufe0f\u20e3]",
                "replacement",
                ""),
            PLURALS,
            object("type", "stemmer", "language", "minimal_english")),
        "analyzer",
        object(
            WORDS,
            analyzer("cjk_width", "decimal_digit", "lowercase", "asciifolding", JOINERS),
            ENGLISH,
            analyzer(
                "cjk_width",
                "decimal_digit",
                "lowercase",
                "kstem",
                PLURALS,
                "asciifolding",
                JOINERS)));
  }

  private static Map<String, Object> analyzer(String... filters) {
    return object(
        "type",
        "custom",
        "char_filter",
        List.of(FOLDING),
        "tokenizer",
        "standard",
        "filter",
        List.of(filters));
  }
}
