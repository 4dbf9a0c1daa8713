package io.lumiere.query;

import io.lumiere.schema.Fields;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
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

  private static final int MAX_WORDS = 64;

  /** Words that say nothing of a photo; they are looked for only where a text has no others. */
  private static final Set<String> STOP_WORDS =
      Set.of(
          ("a an and are as at be by for from has have he her his i in into is it its me my near no"
                  + " not of on or our over she some that the their them there these they this to"
                  + " under us was we were which with without you your photo photos photograph"
                  + " picture pictures image images")
              .split(" "));

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final Analyzer analyzer = Words.analyzer();

  /**
   * Photos that hold some of the text's words in some words field; null where the text has none.
   */
  @Nullable Query someWords(String text, IndexReader reader) throws IOException {
    List<Word> words = meaningful(text);
    double rarities = 0;
    List<Double> rarity = new ArrayList<>();
    for (Word word : words) {
      rarity.add(rarity(word, reader));
      rarities += rarity.getLast();
    }
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      float part = (float) (rarity.get(i) / rarities);
      some.add(inBestField(words.get(i), part), Occur.SHOULD);
    }
    return words.isEmpty() ? null : some.build();
  }

  /** Photos that hold all the text's words in words fields; null where the text has none. */
  @Nullable Query allWords(String text) {
    List<Word> words = meaningful(text);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(inBestField(word, 1), Occur.FILTER));
    return words.isEmpty() ? null : all.build();
  }

  /**
   * Photos that hold all the text's words in one field; null where the text has none.
   *
   * @param terms finds a word's terms in the field
   */
  @Nullable Query allWords(String text, Function<String, Query> terms) {
    List<Word> words = words(text);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(word.query(terms), Occur.FILTER));
    return words.isEmpty() ? null : all.build();
  }

  private static Query inBestField(Word word, float part) {
    List<Query> fields = new ArrayList<>();
    FIELDS.forEach((field, weight) -> {
      Query found = word.query(term -> new TermQuery(new Term(field, term)));
      fields.add(new BoostQuery(new ConstantScoreQuery(found), weight * part));
    });
    return new DisjunctionMaxQuery(fields, 0);
  }

  /** The usual inverse document frequency, by the field where the word is most frequent. */
  private static double rarity(Word word, IndexReader reader) throws IOException {
    int frequency = 0;
    for (String field : FIELDS.keySet()) {
      frequency = Math.max(frequency, reader.docFreq(new Term(field, word.whole().getFirst())));
    }
    double others = Math.max(0, reader.numDocs() - frequency);
    return Math.log1p((others + 0.5) / (frequency + 0.5));
  }

  private List<Word> meaningful(String text) {
    List<Word> words = words(text);
    Predicate<Word> stop =
        word -> word.whole().size() == 1 && STOP_WORDS.contains(word.whole().getFirst());
    return words.stream().allMatch(stop) ? words : words.stream().filter(stop.negate()).toList();
  }

  private List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    for (String written : SPACE.split(text)) {
      Word word = new Word(terms(written), parts(written));
      if (words.size() < MAX_WORDS && !word.whole().isEmpty() && !words.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  /** As {@link Words#split} takes names apart, without the runs that have parts. */
  private List<String> parts(String written) {
    List<String> parts = new ArrayList<>();
    for (String run : PUNCTUATION.split(written)) {
      String split = Words.split(run);
      parts.addAll(terms(split.substring(split.indexOf(' ') + 1)));
    }
    return parts;
  }

  private List<String> terms(String text) {
    try (TokenStream tokens = analyzer.tokenStream("words", text)) {
      List<String> terms = new ArrayList<>();
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (terms.size() < MAX_WORDS && tokens.incrementToken()) {
        terms.add(term.toString());
      }
      return terms;
    } catch (IOException e) {
      throw new UncheckedIOException("reading a string failed", e);
    }
  }

  /**
   * A word as it was written between spaces: {@code IMG_2021} may stand in a caption as one term,
   * or in a file's name as several.
   *
   * @param whole the terms of the word as it is
   * @param parts the terms of the word taken apart like a file's name
   */
  private record Word(List<String> whole, List<String> parts) {
    Query query(Function<String, Query> terms) {
      Query asWhole = all(whole, terms);
      return parts.isEmpty() || parts.equals(whole)
          ? asWhole
          : new BooleanQuery.Builder()
              .add(asWhole, Occur.SHOULD)
              .add(all(parts, terms), Occur.SHOULD)
              .build();
    }

    private static Query all(List<String> words, Function<String, Query> terms) {
      if (words.size() == 1) {
        return terms.apply(words.getFirst());
      }
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      words.forEach(word -> all.add(terms.apply(word), Occur.FILTER));
      return all.build();
    }
  }
}
