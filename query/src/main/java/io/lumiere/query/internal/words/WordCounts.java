package io.lumiere.query.internal.words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Finds which words of a search a photo has, and how much each counts. Thread-safe. */
public final class WordCounts {
  private static final Comparator<WordCount> LEAST =
      Comparator.comparingDouble(WordCount::counts).thenComparing(WordCount::field);

  private WordCounts() {}

  /**
   * A word that the photo has.
   *
   * @param word as it was searched for
   * @param field that holds it and counts most
   * @param counts its part of the score of {@link WordsQueries#anyOf}
   * @param isStem whether the field holds another word of the same stem
   */
  public record WordCount(String word, String field, float counts, boolean isStem) {}

  /**
   * The words that the photo has; their counts add up to the score of {@link WordsQueries#anyOf}.
   */
  public static List<WordCount> of(
      List<WordExpression> sought, IndexStems stems, IndexSearcher searcher, int doc)
      throws IOException {
    float[] parts = WordsQueries.parts(sought, stems);
    List<WordCount> counts = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      counts.addAll(of(sought.get(i), parts[i], stems, searcher, doc));
    }
    return counts;
  }

  /** Empty where the photo does not have it. */
  private static List<WordCount> of(
      WordExpression sought, float part, IndexStems stems, IndexSearcher searcher, int doc)
      throws IOException {
    return switch (sought) {
      case WordExpression.Single one -> best(one.word(), part, stems, searcher, doc);
      case WordExpression.AnyOf any -> {
        List<WordCount> best = List.of();
        for (WordExpression alternative : any.parts()) {
          List<WordCount> counts = of(alternative, part, stems, searcher, doc);
          best = sum(counts) > sum(best) ? counts : best;
        }
        yield best;
      }
      case WordExpression.AllOf all -> {
        List<WordCount> counts = new ArrayList<>();
        for (WordExpression each : all.parts()) {
          List<WordCount> held = of(each, part / all.parts().size(), stems, searcher, doc);
          if (held.isEmpty()) {
            yield List.of();
          }
          counts.addAll(held);
        }
        yield counts;
      }
    };
  }

  private static List<WordCount> best(
      FieldWord word, float part, IndexStems stems, IndexSearcher searcher, int doc)
      throws IOException {
    List<WordCount> held = new ArrayList<>();
    for (Map.Entry<String, Float> field : WordsQueries.FIELDS.entrySet()) {
      float counts = field.getValue() * part;
      Query alike = word.alikeIn(field.getKey(), stems);
      if (searcher.explain(word.in(field.getKey()), doc).isMatch()) {
        held.add(new WordCount(word.toString(), field.getKey(), counts, false));
      } else if (alike != null && searcher.explain(alike, doc).isMatch()) {
        held.add(new WordCount(word.toString(), field.getKey(), counts * WordsQueries.ALIKE, true));
      }
    }
    return held.stream().max(LEAST).map(List::of).orElse(List.of());
  }

  private static double sum(List<WordCount> counts) {
    return counts.stream().mapToDouble(WordCount::counts).sum();
  }
}
