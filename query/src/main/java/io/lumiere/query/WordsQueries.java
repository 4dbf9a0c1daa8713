package io.lumiere.query;

import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
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
 * <p>A photo's score is the part of the text's words that it holds, 0 to 1: each word counts by how
 * rare it is in the index, times how much is to be given on the best field that holds it. Unlike
 * BM25 it means the same in every index and search, so it can be fused and cut off; how often a
 * word stands in a title, or how long the title is, says little of a photo.
 */
final class WordsQueries {
  /** How much a word says of what a photo shows, by the field that holds it. */
  private static final Map<String, Float> FIELDS =
      Map.of(
          Fields.TITLE, 1f,
          Fields.KEYWORDS, 1f,
          Fields.DESCRIPTION, 0.9f,
          Fields.FILENAME, 0.9f,
          Fields.FOLDERS, 0.7f,
          Fields.CAMERA, 0.6f);

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

  /**
   * Photos that hold some of the text's words in some words field; null where the text has none.
   */
  @Nullable Query someWords(String text, IndexReader reader) throws IOException {
    List<QueryWord> meaningful = meaningful(text);
    double rarities = 0;
    List<Double> rarity = new ArrayList<>();
    for (QueryWord word : meaningful) {
      rarity.add(rarity(word, reader));
      rarities += rarity.getLast();
    }
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    for (int i = 0; i < meaningful.size(); i++) {
      float part = (float) (rarity.get(i) / rarities);
      some.add(inBestField(meaningful.get(i), part), Occur.SHOULD);
    }
    return meaningful.isEmpty() ? null : some.build();
  }

  /** Photos that hold all the text's words in words fields; null where the text has none. */
  @Nullable Query allWords(String text) {
    List<QueryWord> meaningful = meaningful(text);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    meaningful.forEach(word -> all.add(inBestField(word, 1), Occur.FILTER));
    return meaningful.isEmpty() ? null : all.build();
  }

  /** Photos that hold all the text's words in one field; null where the text has none. */
  @Nullable Query allWords(String text, String field) {
    List<QueryWord> every = words.of(text);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    every.forEach(word -> all.add(word.in(field), Occur.FILTER));
    return every.isEmpty() ? null : all.build();
  }

  private static Query inBestField(QueryWord word, float part) {
    List<Query> fields = new ArrayList<>();
    FIELDS.forEach((field, weight) ->
        fields.add(new BoostQuery(new ConstantScoreQuery(word.in(field)), weight * part)));
    return new DisjunctionMaxQuery(fields, 0);
  }

  /** The usual inverse document frequency, by the field where the word is most frequent. */
  private static double rarity(QueryWord word, IndexReader reader) throws IOException {
    int frequency = 0;
    for (String field : FIELDS.keySet()) {
      frequency = Math.max(frequency, word.mostDocuments(reader, field));
    }
    double others = Math.max(0, reader.numDocs() - frequency);
    return Math.log1p((others + 0.5) / (frequency + 0.5));
  }

  private List<QueryWord> meaningful(String text) {
    List<QueryWord> every = words.of(text);
    Predicate<QueryWord> stop = word -> STOP_WORDS.contains(word.folded());
    return every.stream().allMatch(stop) ? every : every.stream().filter(stop.negate()).toList();
  }
}
