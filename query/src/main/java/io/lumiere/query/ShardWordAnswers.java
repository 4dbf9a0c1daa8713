package io.lumiere.query;

import io.lumiere.query.completion.FieldValues;
import io.lumiere.query.completion.IndexTerms;
import io.lumiere.query.internal.words.IndexStems;
import io.lumiere.query.spelling.IndexWords;
import io.lumiere.query.statistics.AskedStatistics;
import io.lumiere.query.statistics.ReaderStatistics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/** Answers {@link ShardWordQuestion}s from one directory. Not thread-safe. */
final class ShardWordAnswers {
  /** So many values of a field that begin as is asked for are sent, the commonest. */
  static final int MOST_VALUES = 1_000;

  private final IndexReader reader;
  private final FieldValues values;

  /**
   * Answers from a directory.
   *
   * @param values of the same reader
   */
  ShardWordAnswers(IndexReader reader, FieldValues values) {
    this.reader = reader;
    this.values = values;
  }

  /** The answer, whose form depends on the question. */
  List<Object> to(ShardWordQuestion question) throws IOException {
    return switch (question) {
      case ShardWordQuestion.Known known -> known(known.words());
      case ShardWordQuestion.Near near ->
          counts(words().near(near.word().word(), near.word().field(), near.edits()));
      case ShardWordQuestion.Having having -> having(having.words());
      case ShardWordQuestion.Begun begun -> begun(begun);
    };
  }

  /** Words with the stems of all languages: which are asked about depends on other directories. */
  private IndexWords words() {
    IndexSearcher own = new IndexSearcher(reader);
    return new IndexWords(own, new IndexStems(new AskedStatistics(new ReaderStatistics(reader))));
  }

  /** The languages that are here, and of each word whether it is, and which of its stems are. */
  private List<Object> known(List<SpeltWord> asked) throws IOException {
    IndexWords words = words();
    List<Object> answers = new ArrayList<>();
    for (SpeltWord each : asked) {
      answers.add(
          List.of(
              words.hasItself(each.word(), each.field()) ? 1 : 0,
              words.stems(each.word(), each.field())));
    }
    return List.of(
        new ReaderStatistics(reader).languages().stream().map(Enum::name).toList(), answers);
  }

  private List<Object> having(List<SpeltWord> asked) throws IOException {
    IndexWords words = words();
    int[] photos = new int[asked.size()];
    for (int i = 0; i < photos.length; i++) {
      photos[i] = words.photos(asked.get(i).word(), asked.get(i).field());
    }
    return List.of(photos);
  }

  private List<Object> begun(ShardWordQuestion.Begun asked) throws IOException {
    IndexTerms terms = new IndexTerms(reader, values);
    List<Object> ofValues = new ArrayList<>();
    for (String field : asked.values()) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      terms
          .values(field, asked.begun())
          .limit(MOST_VALUES)
          .forEach(value -> counts.put(value.text(), value.count()));
      ofValues.add(counts(counts));
    }
    List<Object> ofTerms = new ArrayList<>();
    for (String field : asked.terms()) {
      ofTerms.add(counts(terms.of(field, asked.begun())));
    }
    return List.of(ofValues, ofTerms);
  }

  private static List<Object> counts(Map<String, Integer> counts) {
    return List.of(
        List.copyOf(counts.keySet()), counts.values().stream().mapToInt(count -> count).toArray());
  }
}
