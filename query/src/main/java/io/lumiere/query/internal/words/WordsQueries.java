package io.lumiere.query.internal.words;

import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Makes queries on the words fields. Any text is accepted: nothing in it is syntax. Thread-safe.
 *
 * <p>A photo's score is the share of the text's words that it has, 0 to 1: each word counts by how
 * rare it is in the index, times the weight of the best field that has it. Unlike BM25 it means the
 * same in every index and search, so it can be fused and cut off; how often a word stands in a
 * title, or how long the title is, says little of a photo.
 */
public final class WordsQueries {
  /** The weight of each field: how much a word in it says about what the photo shows. */
  static final SortedMap<String, Float> FIELDS =
      Collections.unmodifiableSortedMap(
          new TreeMap<>( // Queries read the same in every process.
              Map.of(
                  Fields.TITLE, 1f,
                  Fields.KEYWORDS, 1f,
                  Fields.PEOPLE, 1f,
                  Fields.DESCRIPTION, 0.9f,
                  Fields.PLACE, 0.9f,
                  Fields.FILENAME, 0.9f,
                  Fields.FOLDERS, 0.7f,
                  Fields.CAMERA, 0.6f,
                  Fields.CREATOR, 0.6f)));

  /** The share that a word counts where a field has another word of its stem. */
  static final float ALIKE = 0.9f;

  /** Words that say nothing of a photo; they are looked for only where a text has no others. */
  private static final Set<String> STOP_WORDS =
      Set.of(
          ("a an and are as at be by for from has have he her his i in into is it its me my near no"
                  + " not of on or our over she some that the their them there these they this to"
                  + " under us was we were which with without you your photo photos photograph"
                  + " picture pictures image images"
                  + " 的 了 在 是 有 和 与 我 我们 你 他 她 它 这 那 一 个 张 里 照片 图片")
              .split(" "));

  private final QueryWords words = new QueryWords();

  /** The fields in which words are looked for where none is named. */
  public static Set<String> fields() {
    return FIELDS.keySet();
  }

  /** Whether a word, folded, says nothing of a photo. */
  public static boolean isStopWord(String word) {
    return STOP_WORDS.contains(word);
  }

  /** Photos that have any of the words in any words field; null where there are no words. */
  public @Nullable Query anyOf(List<WordExpression> sought, IndexStems stems) throws IOException {
    float[] parts = parts(sought, stems);
    BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    for (int i = 0; i < parts.length; i++) {
      clauses.add(scored(sought.get(i), parts[i], stems), Occur.SHOULD);
    }
    return sought.isEmpty() ? null : clauses.build();
  }

  /** The share of each word, by how rare it is; the shares add up to 1. */
  static float[] parts(List<WordExpression> sought, IndexStems stems) throws IOException {
    double rarities = 0;
    double[] rarity = new double[sought.size()];
    for (int i = 0; i < rarity.length; i++) {
      rarity[i] = rarity(sought.get(i), stems);
      rarities += rarity[i];
    }
    float[] parts = new float[rarity.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = (float) (rarity[i] / rarities);
    }
    return parts;
  }

  /** Photos that hold all the text's words in words fields; null where the text has none. */
  public @Nullable Query allWords(String text) {
    List<WordExpression> sought = words(text);
    return sought.isEmpty() ? null : filter(new WordExpression.AllOf(sought));
  }

  /** Photos that hold what is sought in words fields, without a score. */
  public Query filter(WordExpression sought) {
    return switch (sought) {
      case WordExpression.Single one ->
          joined(Occur.SHOULD, FIELDS.keySet().stream().map(one.word()::anyIn));
      case WordExpression.AllOf all -> joined(Occur.FILTER, all.parts().stream().map(this::filter));
      case WordExpression.AnyOf any -> joined(Occur.SHOULD, any.parts().stream().map(this::filter));
    };
  }

  /** The words of a text without stop words, or all where it has only stop words. */
  public List<WordExpression> words(String text) {
    List<QueryWord> every = words.of(text);
    Predicate<QueryWord> stop = word -> STOP_WORDS.contains(word.folded());
    return every.stream()
        .filter(every.stream().allMatch(stop) ? word -> true : stop.negate())
        .<WordExpression>map(WordExpression.Single::new)
        .toList();
  }

  private static Query joined(Occur occur, Stream<Query> queries) {
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    queries.forEach(query -> joined.add(query, occur));
    return joined.build();
  }

  /** Scores up to {@code part}: by the best field, the best of any, the mean of all. */
  private static Query scored(WordExpression sought, float part, IndexStems stems) {
    return switch (sought) {
      case WordExpression.Single one ->
          new DisjunctionMaxQuery(
              FIELDS.entrySet().stream()
                  .flatMap(
                      field -> scored(one.word(), field.getKey(), field.getValue() * part, stems))
                  .toList(),
              0);
      case WordExpression.AnyOf any ->
          new DisjunctionMaxQuery(
              any.parts().stream().map(alternative -> scored(alternative, part, stems)).toList(),
              0);
      case WordExpression.AllOf all ->
          joined(
              Occur.MUST,
              all.parts().stream().map(each -> scored(each, part / all.parts().size(), stems)));
    };
  }

  private static Stream<Query> scored(FieldWord word, String field, float score, IndexStems stems) {
    Query exact = new BoostQuery(new ConstantScoreQuery(word.in(field)), score);
    Query alike = word.alikeIn(field, stems);
    return alike == null
        ? Stream.of(exact)
        : Stream.of(exact, new BoostQuery(new ConstantScoreQuery(alike), score * ALIKE));
  }

  private static double rarity(WordExpression sought, IndexStems stems) throws IOException {
    return switch (sought) {
      case WordExpression.Single one -> rarity(one.word(), stems);
      case WordExpression.AnyOf any -> {
        double least = Double.MAX_VALUE;
        for (WordExpression part : any.parts()) {
          least = Math.min(least, rarity(part, stems));
        }
        yield least;
      }
      case WordExpression.AllOf all -> {
        double most = 0;
        for (WordExpression part : all.parts()) {
          most = Math.max(most, rarity(part, stems));
        }
        yield most;
      }
    };
  }

  /** The usual inverse document frequency, by the field where the word is most frequent. */
  private static double rarity(FieldWord word, IndexStems stems) throws IOException {
    long frequency = 0;
    for (String field : FIELDS.keySet()) {
      frequency = Math.max(frequency, word.mostDocuments(field, stems));
    }
    double others = Math.max(0, stems.statistics().documents() - frequency);
    return Math.log1p((others + 0.5) / (frequency + 0.5));
  }
}
